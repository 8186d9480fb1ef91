#include "cli/daemon.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <stdexcept>

#include "cli/access.hpp"
#include "cli/daemon_parts.hpp"
#include "cli/reload.hpp"
#include "cli/reloader.hpp"
#include "cli/templates.hpp"
#include "cli/tls.hpp"
#include "cli/transport.hpp"
#include "engine/writer.hpp"
#include "net/answer_pages.hpp"
#include "net/event_log.hpp"
#include "net/http_front.hpp"
#include "net/loop_gateway.hpp"
#include "net/mail_server_log.hpp"
#include "net/outbox_sender.hpp"
#include "net/system_salt.hpp"
#include "net/watchdog.hpp"
#include "store/serve_lock.hpp"

namespace werktdoord {

namespace {

std::vector<std::unique_ptr<StoreReader>> open_readers(const Config& config) {
    std::vector<std::unique_ptr<StoreReader>> readers;
    for (std::size_t i = 0; i < reader_threads; ++i)
        readers.push_back(open_reader(config.store.string()));
    return readers;
}

}  // namespace

// Members in the order in which they are built; each may use those above it.
struct Daemon::Parts {
    Lasting& lasting;
    const Config& config = lasting.config();
    const TimeSource& time = lasting.time;
    Log& log = lasting.log;
    Metrics& metrics = lasting.metrics;
    SystemSalts salts;
    EventLog event_log{log};
    std::atomic<OutboxSender*> sender_to_poke{nullptr};
    std::atomic<bool> lost{false};
    std::atomic<bool> told_to_stop{false};
    std::atomic<boost::asio::io_context*> loop_to_end{nullptr};
    // Ahead of the store: who cannot serve leaves no trace in it.
    boost::asio::io_context io;
    boost::asio::ip::tcp::acceptor bound;
    ServeLock lock;
    Writer writer;
    ReaderPool readers;
    std::unique_ptr<StoreReader> mail_reader;
    std::unique_ptr<MailTransport> transport;
    MailServerLog mail_server{log, metrics};
    OutboxSender sender;
    LoopGateway gateway{writer, io.get_executor()};
    AnswerPages answers;
    HttpFront front;
    Watchdog watchdog;
    Reloader reloader;

    explicit Parts(Lasting& what_lasts)
        : lasting(what_lasts),
          bound(take_address(io, config)),
          lock(store_to_serve(config)),
          writer(open_store(config.store.string(), salts), lasting.loaded.rules, time, listener()),
          readers(open_readers(config)),
          mail_reader(open_reader(config.store.string())),
          transport(make_transport(config)),
          sender({*mail_reader, writer, *transport, time, [this] { return writer.rules(); },
                  std::make_shared<const Templates>(lasting.templates), mail_settings(config),
                  config.mail.retry, mail_server},
                 [this](const std::string& why) {
                     log.line(LogLevel::error, "mail.trouble", {{"reason", why}});
                 }),
          answers({gateway, readers, time, log, answer_keys(config)}),
          front(io, http_deps()),
          watchdog(io),
          reloader([this] { reload(); }) {
        metrics.mail_paused(false);  // the sender begins anew
    }
    ~Parts() { lasting.signals.hush(); }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    WriterListener listener() {
        WriterListener listener;
        listener.committed = [this](const std::vector<Told>& told) { count(told); };
        listener.answered = [this](std::vector<Told> told) { tell(std::move(told)); };
        listener.failed = [this](Trouble trouble, const std::string& why) {
            log.line(LogLevel::error, name_of(trouble), {{"reason", why}});
        };
        listener.recovered = [this](std::size_t refused) {
            log.line(LogLevel::info, "store.recovered", {{"refused", std::to_string(refused)}});
        };
        listener.lost = [this] {
            lost = true;
            end_if_lost();
        };
        return listener;
    }

    HttpDeps http_deps() {
        HttpDeps deps{gateway,
                      readers,
                      time,
                      metrics,
                      log,
                      lasting.sources,
                      config.intake.tolerance,
                      RateLimit(),
                      api_tokens(config),
                      HttpLimits(),
                      answers.endpoints(),
                      [this] { return lasting.warnings(); }};
        deps.limits.body_bytes = config.intake.max_body;
        return deps;
    }

    void count(const std::vector<Told>& told) {
        for (const Told& one : told) {
            metrics.event(one.event);
            if (one.event.name == EventName::rules_loaded)
                metrics.rules_loaded(one.event.at, one.event.rules_hash);
        }
    }

    void tell(std::vector<Told> told) {
        const bool mail = std::any_of(told.begin(), told.end(), [](const Told& one) {
            return one.event.letter != nullptr || one.event.name == EventName::mail_resent;
        });
        event_log.write(std::move(told));
        OutboxSender* const to_poke = sender_to_poke.load();
        if (mail && to_poke != nullptr) to_poke->poke();
    }

    void reload() {
        if (told_to_stop) return;
        lasting.notes.reloading();
        reload_rules({config, time, writer, log, lasting.rules_status});
        reload_tls({config, time, front, log, lasting.tls_status, lasting.tls});
        tell_ready();
    }

    void tell_ready() const {
        const std::vector<std::string> all = lasting.warnings();
        lasting.notes.ready(all.empty() ? "serving" : "serving; " + all.front());
    }

    // From any thread. Before the loop is there run() looks once more.
    void end_if_lost() {
        boost::asio::io_context* const loop = loop_to_end.load();
        if (lost && loop != nullptr) boost::asio::post(*loop, [this] { drain(); });
    }

    // From any thread.
    void stop() {
        told_to_stop = true;
        lasting.notes.stopping();
        boost::asio::post(io, [this] { drain(); });
    }

    void drain() {
        watchdog.cancel();
        front.drain(drain_bound, [] {});
    }
};

Daemon::Daemon(Lasting& lasting) : parts_(std::make_unique<Parts>(lasting)) {
    const Result<void> started = parts_->front.start(std::move(parts_->bound), lasting.tls);
    if (!started) throw std::runtime_error(started.error().where + ": " + started.error().text);
}

Daemon::~Daemon() = default;

Daemon::Ending Daemon::run() {
    Parts& parts = *parts_;
    parts.sender_to_poke = &parts.sender;
    parts.sender.start();
    parts.log.line(
        LogLevel::info, "daemon.listening",
        {{"address", parts.config.listen.address}, {"port", std::to_string(parts.front.port())}});
    parts.watchdog.start();
    parts.tell_ready();
    parts.loop_to_end = &parts.io;
    parts.end_if_lost();
    Signals& signals = parts.lasting.signals;
    signals.listen([&parts] { parts.stop(); }, [&parts] { parts.reloader.request(); });
    parts.io.run();
    signals.hush();
    parts.loop_to_end = nullptr;

    if (parts.reloader.stop() == Reloader::Ending::asked_again) signals.keep_reload();
    parts.readers.stop();
    parts.sender_to_poke = nullptr;
    parts.sender.stop();
    parts.writer.stop();
    parts.lasting.loaded.rules = parts.writer.rules();
    return parts.lost && !parts.told_to_stop ? Ending::store_lost : Ending::told_to;
}

}  // namespace werktdoord
