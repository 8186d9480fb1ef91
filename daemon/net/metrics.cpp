#include "net/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <array>
#include <atomic>
#include <mutex>

namespace werktdoord {
namespace {

using Counters = prometheus::Family<prometheus::Counter>;
using Gauges = prometheus::Family<prometheus::Gauge>;
using Histograms = prometheus::Family<prometheus::Histogram>;

Counters& counters(prometheus::Registry& registry, const char* name, const char* help) {
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

// Without a value until it has one: a 0 that nobody knows would be believed.
Gauges& gauge_once_known(prometheus::Registry& registry, const char* name, const char* help) {
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}

prometheus::Gauge& gauge(prometheus::Registry& registry, const char* name, const char* help) {
    return gauge_once_known(registry, name, help).Add({});
}

// From a look in memory to a commit on a busy disk.
prometheus::Histogram::BucketBoundaries durations() {
    return {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
}

double seconds_of(Instant instant) {
    return std::chrono::duration<double>(instant.time_since_epoch()).count();
}

}  // namespace

struct Metrics::Impl {
    prometheus::Registry registry;
    Counters& intake = counters(registry, "werktdoord_intake_requests_total",
                                "Submissions at the intake by result and reason.");
    Counters& events =
        counters(registry, "werktdoord_journal_events_total", "Journalled events by name.");
    // Found once: to look a counter up by its label costs more than to count.
    std::array<std::atomic<prometheus::Counter*>, Names<EventName>::table.size()> by_event{};
    prometheus::Counter& of_event(EventName name) {
        auto& found = by_event.at(static_cast<std::size_t>(name));
        if (found == nullptr) found = &events.Add({{"event", std::string(name_of(name))}});
        return *found;
    }
    Counters& warned =
        counters(registry, "werktdoord_clocks_warned_total", "Clocks that warned, by clock.");
    Counters& missed =
        counters(registry, "werktdoord_clocks_missed_total", "Clocks that were missed, by clock.");
    Histograms& http = prometheus::BuildHistogram()
                           .Name("werktdoord_http_request_duration_seconds")
                           .Help("Time to answer by route pattern, method and code.")
                           .Register(registry);
    Gauges& conserved =
        prometheus::BuildGauge()
            .Name("werktdoord_conserved")
            .Help(
                "What was received (requests and rejected submissions), is open, closed or "
                "rejected, in all; and per region the referrals.")
            .Register(registry);
    Gauges& imbalances = gauge_once_known(
        registry, "werktdoord_conservation_imbalances",
        "How many of these sums do not add up: received = open + closed + rejected.");
    Gauges& parked = gauge_once_known(registry, "werktdoord_outbox_parked_mails",
                                      "Mails that were refused and wait for a person.");
    Gauges& outbox = gauge_once_known(registry, "werktdoord_outbox_open_mails",
                                      "Mails that wait to be sent; 100000 is 100000 or more.");
    Gauges& due = gauge_once_known(registry, "werktdoord_outbox_due_mails",
                                   "Waiting mails whose time has come, and those that were tried "
                                   "in vain; 100000 is 100000 or more.");
    prometheus::Gauge& mail_paused =
        gauge(registry, "werktdoord_outbox_paused",
              "1 while no mail leaves because the mail server cannot be reached, else 0.");
    Gauges& rules = gauge_once_known(registry, "werktdoord_rules_loaded_timestamp_seconds",
                                     "When the rules in force were loaded.");
    Gauges& rules_info = prometheus::BuildGauge()
                             .Name("werktdoord_rules_info")
                             .Help("The hash of the rules in force; always 1.")
                             .Register(registry);
    prometheus::Gauge* rules_hash = nullptr;  // the only one of rules_info
    std::mutex rules_mutex;
    prometheus::Gauge& reload_failed =
        gauge(registry, "werktdoord_rules_reload_failed",
              "1 when the last reload was refused and other rules stay in force, else 0.");
    Counters& reloads = counters(registry, "werktdoord_rules_reloads_total",
                                 "Reloads of the rules by result: taken, refused.");
    // Without TLS there is none of these: an end of 0 would look like one long past.
    Gauges& certificate =
        gauge_once_known(registry, "werktdoord_tls_certificate_end_timestamp_seconds",
                         "When the certificate of the listener ends.");
    Gauges& certificate_refused =
        gauge_once_known(registry, "werktdoord_tls_reload_failed",
                         "1 when the last reload refused the certificate's files, else 0.");
    prometheus::Gauge& ready =
        gauge(registry, "werktdoord_ready", "1 when requests can be stored, else 0.");
};

Metrics::Metrics(std::string_view version) : impl_(std::make_unique<Impl>()) {
    prometheus::BuildGauge()
        .Name("werktdoord_build_info")
        .Help("The version that runs; always 1.")
        .Register(impl_->registry)
        .Add({{"version", std::string(version)}})
        .Set(1);
    // Alerts look at the growth of these, so they exist from the start.
    for (const auto& [clock, name] : Names<ClockName>::table) {
        impl_->warned.Add({{"clock", std::string(name)}});
        impl_->missed.Add({{"clock", std::string(name)}});
    }
    for (const char* result : {"taken", "refused"}) impl_->reloads.Add({{"result", result}});
}

Metrics::~Metrics() = default;

void Metrics::intake(std::string_view result, std::string_view reason) {
    impl_->intake.Add({{"result", std::string(result)}, {"reason", std::string(reason)}})
        .Increment();
}

void Metrics::http(std::string_view route, std::string_view method, int code, double seconds) {
    impl_->http
        .Add({{"route", std::string(route)},
              {"method", std::string(method)},
              {"code", std::to_string(code)}},
             durations())
        .Observe(seconds);
}

void Metrics::event(const Event& event) {
    impl_->of_event(event.name).Increment();
    if (!event.clock) return;
    const std::string clock(name_of(*event.clock));
    if (event.name == EventName::clock_warned) impl_->warned.Add({{"clock", clock}}).Increment();
    if (event.name == EventName::clock_missed) impl_->missed.Add({{"clock", clock}}).Increment();
}

void Metrics::tallies(const Tallies& tallies) {
    const auto set = [&](const std::string& region, const char* figure, std::int64_t count) {
        impl_->conserved.Add({{"region", region}, {"figure", figure}})
            .Set(static_cast<double>(count));
    };
    set("all", "received", tallies.received());
    set("all", "open", tallies.open);
    set("all", "closed", tallies.closed);
    set("all", "rejected", tallies.rejected);
    for (const auto& [region, balance] : tallies.regions) {
        set(region.text(), "received", balance.received);
        set(region.text(), "open", balance.open);
        set(region.text(), "closed", balance.closed);
    }
    impl_->imbalances.Add({}).Set(static_cast<double>(imbalances(tallies).size()));
}

void Metrics::outbox(const WaitingMails& waiting, std::int64_t parked) {
    impl_->outbox.Add({}).Set(static_cast<double>(waiting.all));
    impl_->due.Add({}).Set(static_cast<double>(waiting.due));
    impl_->parked.Add({}).Set(static_cast<double>(parked));
}

void Metrics::mail_paused(bool is_paused) {
    impl_->mail_paused.Set(is_paused ? 1 : 0);
}
void Metrics::rules_loaded(Instant at, const std::string& hash) {
    impl_->rules.Add({}).Set(seconds_of(at));
    const std::lock_guard lock(impl_->rules_mutex);
    if (impl_->rules_hash != nullptr) impl_->rules_info.Remove(impl_->rules_hash);
    impl_->rules_hash = &impl_->rules_info.Add({{"hash", hash}});
    impl_->rules_hash->Set(1);
}
void Metrics::rules_reload(bool taken) {
    impl_->reload_failed.Set(taken ? 0 : 1);
    impl_->reloads.Add({{"result", taken ? "taken" : "refused"}}).Increment();
}
void Metrics::ready(bool is_ready) {
    impl_->ready.Set(is_ready ? 1 : 0);
}

void Metrics::certificate(Instant not_after) {
    impl_->certificate.Add({}).Set(seconds_of(not_after));
}
void Metrics::certificate_refused(bool is_refused) {
    impl_->certificate_refused.Add({}).Set(is_refused ? 1 : 0);
}

std::string Metrics::text() const {
    return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

HttpResponse numbers_response(const Metrics& metrics) {
    HttpResponse response;
    response.headers.emplace_back("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.body = metrics.text();
    return response;
}

}  // namespace werktdoord
