// `forget`: erases the personal data of a request, or of a rejected submission (AVG).

#include <iostream>

#include "cli/backtest_sources.hpp"
#include "cli/cli.hpp"
#include "cli/desk.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "engine/engine.hpp"
#include "store/sqlite_store.hpp"
#include "store/sweep.hpp"

namespace werktdoord {

namespace {

// The sender's address, to tell afterwards where else it is kept.
std::string address_of(StoreReader& reader, const Forget& command) {
    const auto request = command.request ? reader.load(*command.request) : std::nullopt;
    return request ? request->data.employer.contact.email : "";
}

void tell_what_stays(StoreReader& reader, const std::string& email) {
    if (email.empty()) return;
    const HeldOn held = reader.held_on(email);
    for (const RequestNumber& number : held.requests)
        std::cerr << "werktdoord: request " << number << " came from the same address and stays\n";
    for (const RejectedSubmission& rejected : held.rejected)
        std::cerr << "werktdoord: rejected submission " << rejected.id
                  << " holds the same address and stays\n";
}

}  // namespace

int forget_person(const ForgetOptions& options) {
    const auto config = load_config(options.config);
    if (!config) return exit_usage;
    Forget command;
    if (!options.request.empty()) command.request = RequestNumber(options.request);
    command.rejected = options.rejected;
    command.by = options.by;

    const std::string email = address_of(*open_reader(config->store.string()), command);
    const auto reply = write_here(
        *config, [&](Engine& engine, Instant now) { return engine.forget(command, now); });
    if (!reply) return exit_usage;
    tell_refusal(*reply);
    if (reply->outcome != Reply::Outcome::stored) return exit_problems;
    try {
        sweep_store(config->store.string());
    } catch (const StoreFault& fault) {
        std::cerr << "werktdoord: it is erased, but copies may be left in the file: "
                  << fault.what() << "; run it again\n";
        return exit_problems;
    }
    std::cout << reply->answer << "\n";
    tell_what_stays(*open_reader(config->store.string()), email);
    return exit_done;
}

}  // namespace werktdoord
