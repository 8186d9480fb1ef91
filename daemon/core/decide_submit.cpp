#include <array>

#include "core/clocks.hpp"
#include "core/countable.hpp"
#include "core/decide.hpp"
#include "core/escalation.hpp"
#include "core/evolve.hpp"
#include "core/letters.hpp"
#include "core/recipients.hpp"
#include "core/status_mail.hpp"
#include "core/steps.hpp"

namespace werktdoord {

namespace {

Event registered(const Progress& progress, const Submit& command,
                 std::vector<RequestNumber> possible_duplicates) {
    Event event = progress.event(EventName::request_registered);
    event.source = command.source;
    event.webhook_id = command.webhook_id;
    event.kind = command.data.kind;
    event.headcount = command.data.headcount;
    event.sector = command.data.sector;
    event.themes = countable_themes(command.data.themes);
    event.data = command.data.document;
    event.request_data = std::make_shared<const RequestData>(command.data);
    event.possible_duplicates = std::move(possible_duplicates);
    return event;
}

Event assigned(const Progress& progress) {
    Event event = progress.event(EventName::request_assigned);
    const RuleSet& rules = progress.rules();
    event.owner = on_duty(rules.roster, rules.calendar, progress.now()).text();
    return event;
}

std::vector<RegionKey> immediate_regions(const Route& route) {
    std::vector<RegionKey> regions;
    for (const Proposal& proposal : route.regions)
        if (proposal.mode == Mode::immediately) regions.push_back(proposal.region);
    return regions;
}

void refer_immediately(Progress& progress) {
    const std::vector<RegionKey> regions = immediate_regions(progress.subject().route);
    if (regions.empty()) return;
    Event referred = progress.event(EventName::request_referred);
    referred.by = "rules";
    referred.regions = regions;
    progress.happen(referred);
    send_referrals(progress, regions, referred);
    write_status(progress);
}

}  // namespace

Events decide_submit(Case& c, const Submit& command, const RequestNumber& number,
                     std::vector<RequestNumber> possible_duplicates, const RuleSet& rules,
                     Instant now) {
    Events events;
    events.reserve(16);  // an event is large: it is not to be moved about
    Progress progress(c, rules, now, events);
    c.number = number;

    // The clocks of the three come after them: the policy is known only when it is routed.
    const std::array causes{registered(progress, command, std::move(possible_duplicates)),
                            routed(progress, route(command.data, command.ahead, rules, now), ""),
                            assigned(progress)};
    for (const Event& cause : causes) progress.tell(cause);
    Before before;
    for (const Event& cause : causes) {
        run_clocks(progress, cause, before);
        before.request.add(cause.name);
    }

    write_employer(progress, MailKind::confirmation);
    write_owner(progress, MailKind::new_request);
    refer_immediately(progress);
    progress.send_letters();
    fire_all_due({&c}, rules, now, events);
    return events;
}

}  // namespace werktdoord
