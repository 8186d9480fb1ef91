// `simulate`: the work route on virtual time, the journal on stdout.

#include <filesystem>
#include <iostream>

#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/templates.hpp"
#include "codec/stimuli.hpp"
#include "engine/simulation.hpp"
#include "net/directory_transport.hpp"
#include "store/sqlite_store.hpp"

namespace werktdoord {

namespace {

std::optional<Instant> read_until(const std::string& text, bool& fine) {
    if (text.empty()) return std::nullopt;
    const Result<Instant> until = parse_rfc3339(text);
    if (until) return *until;
    std::cerr << "werktdoord: --until: " << until.error().text << "\n";
    fine = false;
    return std::nullopt;
}

// Writes each mail to the folder, rendered as the daemon would send it.
class MailFolder {
public:
    MailFolder(const Config& config, Templates templates, const std::string& folder)
        : templates_(std::move(templates)), settings_(mail_settings(config)), transport_(folder) {}

    void write(const Sending& mails) {
        const MailMessage message = compose(mails, templates_, settings_);
        const SendOutcome outcome = transport_.send(settings_.from.address, message.to.address,
                                                    to_mime(message), mail_name(mails));
        if (outcome.kind != SendOutcome::Kind::accepted)
            throw std::runtime_error("cannot write a mail: " + outcome.reason);
    }

private:
    Templates templates_;
    MailSettings settings_;
    DirectoryTransport transport_;
};

std::optional<std::vector<Stimulus>> load_stimuli(const std::string& path) {
    const auto text = read_input(path);
    if (!text) return std::nullopt;
    Parsed<std::vector<Stimulus>> stimuli = read_stimuli(*text);
    if (stimuli) return std::move(*stimuli);
    tell_problems(stimuli.error(), path + ":");
    return std::nullopt;
}

}  // namespace

int simulate(const SimulateOptions& options) {
    bool fine = true;
    const std::optional<Instant> until = read_until(options.until, fine);
    const auto loaded = fine ? load_all(options.config) : std::nullopt;
    const auto stimuli = loaded ? load_stimuli(options.stimuli) : std::nullopt;
    if (!stimuli) return exit_usage;
    if (!options.store.empty() && std::filesystem::exists(options.store)) {
        std::cerr << "werktdoord: --store: " << options.store << " exists; name a new file\n";
        return exit_usage;
    }
    std::optional<MailFolder> folder;
    if (!options.mail.empty()) {
        auto templates = load_templates(loaded->config);
        if (!templates) return exit_usage;
        folder.emplace(loaded->config, std::move(*templates), options.mail);
    }
    SeqSalts salts;
    const auto store = open_store(options.store.empty() ? ":memory:" : options.store, salts);
    const MailSink sink =
        folder ? MailSink([&](const Sending& mails) { folder->write(mails); }) : MailSink();
    Simulation simulation(
        *store, loaded->rules, [](const std::string& line) { std::cout << line << '\n'; }, sink);
    simulation.run(*stimuli, until);
    std::cout.flush();
    return exit_done;
}

}  // namespace werktdoord
