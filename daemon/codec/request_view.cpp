#include "codec/request_view.hpp"

#include "codec/json_text.hpp"
#include "codec/route_json.hpp"
#include "core/escalation.hpp"
#include "core/place_words.hpp"

namespace werktdoord {

namespace {

// Signposts that the rules have lost since are left out: nobody can be pointed there any more.
void write_signposts(JsonText& out, const Case& request, const RuleSet& rules) {
    for (const std::string& key : request.route.signposts)
        for (const Signpost& signpost : rules.signposts) {
            if (signpost.key != key) continue;
            out.open('{');
            out.member("key", key);
            out.member("title", signpost.title);
            out.member("text", signpost.text);
            out.member("link", signpost.link);
            if (const Tier* tier = tier_for(signpost, request.data.employer.size))
                out.maybe("amount", tier->amount);
            out.close('}');
        }
}

// How the rules came to the proposals and signposts stands beside them.
void write_routing(JsonText& out, const Case& request, const RuleSet& rules) {
    out.list("proposals", request.route.regions, [&](const Proposal& proposal) {
        out.open('{');
        write_proposal(out, proposal);
        out.member("name", region_name(proposal.region, rules));
        out.close('}');
    });
    out.name("signposts");
    out.open('[');
    write_signposts(out, request, rules);
    out.close(']');
    out.name("route");
    write_route(out, request.route, RoutePart::how);
}

// {clock, wsp?, state, startedAt, warnAt?, dueAt, warned, endedAt?, late?}
void write_clock(JsonText& out, const Clock& clock) {
    out.member("clock", name_of(clock.name));
    out.maybe("wsp", clock.wsp);
    out.member("state", name_of(clock.state));
    out.member("startedAt", clock.start);
    out.maybe("warnAt", clock.warn);
    out.member("dueAt", clock.due);
    out.member("warned", clock.warned);
    out.maybe("endedAt", clock.ended_at);
    if (clock.state == ClockState::met) out.member("late", clock.late);
}

void write_clocks(JsonText& out, const Case& request, int referral) {
    out.list("clocks", request.clocks, [&](const Clock& clock) {
        if (clock.referral != referral) return;
        out.open('{');
        write_clock(out, clock);
        out.close('}');
    });
}

void write_ask(JsonText& out, const WspAsk& ask) {
    out.open('{');
    out.member("wsp", ask.wsp);
    out.member("forwardedAt", ask.forwarded_at);
    out.maybe("respondedAt", ask.responded_at);
    out.maybe("withdrawnAt", ask.withdrawn_at);
    if (ask.heard) out.member("heard", *ask.heard);
    out.close('}');
}

void write_referral(JsonText& out, const Case& request, const Referral& referral,
                    const RuleSet& rules) {
    out.open('{');
    out.member("region", referral.region);
    out.member("name", region_name(referral.region, rules));
    out.member("state", name_of(referral.state));
    out.member("sentAt", referral.sent_at);
    out.maybe("forwardedAt", referral.forwarded_at);
    out.maybe("feedbackAt", referral.feedback_at);
    out.maybe("endedAt", referral.ended_at);
    out.maybe("outcome", referral.outcome);
    out.member("filled", referral.filled);
    out.list("wsps", referral.asks, [&](const WspAsk& ask) { write_ask(out, ask); });
    write_clocks(out, request, referral.ordinal);
    out.close('}');
}

void write_introduction(JsonText& out, const Introduction& introduction) {
    out.open('{');
    out.member("with", introduction.with);
    out.member("at", introduction.at);
    out.member("open", introduction.open);
    out.maybe("form", introduction.form);
    out.maybe("outcome", introduction.outcome);
    out.member("filled", introduction.filled);
    out.close('}');
}

// The document is JSON as it is: it is not read and written again.
void write_request(JsonText& out, const Case& request) {
    out.member("request", request.number);
    out.member("state", name_of(request.state));
    out.member("kind", name_of(request.data.kind));
    out.member("owner", request.owner);
    out.member("registeredAt", request.registered_at);
    out.maybe("takenUpAt", request.taken_up_at);
    out.maybe("closedAt", request.closed_at);
    out.maybe("outcome", request.outcome);
    out.maybe("duplicateOf", request.duplicate_of);
    if (request.forgotten) out.member("forgotten", true);
    out.member("filled", request.filled());
    if (request.placed) out.member("placed", *request.placed);
    out.name("data");
    out.raw(request.data.document.empty() ? "{}" : request.data.document);
}

}  // namespace

std::string request_json(const Case& request, const RuleSet& rules) {
    JsonText out;
    out.open('{');
    write_request(out, request);
    write_routing(out, request, rules);
    out.list("referrals", request.referrals,
             [&](const Referral& referral) { write_referral(out, request, referral, rules); });
    write_clocks(out, request, 0);
    out.list("introductions", request.introductions,
             [&](const Introduction& introduction) { write_introduction(out, introduction); });
    out.list("possibleDuplicates", request.possible_duplicates);
    out.close('}');
    return out.take();
}

std::string request_row_json(const RequestRow& row) {
    JsonText out;
    out.open('{');
    out.member("request", row.number);
    out.member("state", name_of(row.state));
    out.member("kind", name_of(row.kind));
    out.member("owner", row.owner);
    out.member("registeredAt", row.registered_at);
    out.member("employer", row.employer);
    out.maybe("occupation", row.occupation);
    out.maybe("sector", row.sector);
    out.member("headcount", row.headcount);
    out.list("regions", row.regions);
    out.member("unplaced", row.unplaced);
    out.maybe("nextClock", row.next_clock);
    out.maybe("nextDueAt", row.next_due);
    out.member("missed", row.missed);
    out.close('}');
    return out.take();
}

std::string deadline_json(const DeadlineRow& row) {
    JsonText out;
    out.open('{');
    out.member("request", row.request);
    out.maybe("region", row.clock.region);
    write_clock(out, row.clock);
    out.member("owner", row.owner);
    const ClockOwner waits_for = owner_of_clock(row.clock, row.owner);
    out.name("clockOwner");
    out.open('{');
    out.member("role", name_of(waits_for.role));
    out.member("key", waits_for.key);
    out.close('}');
    out.close('}');
    return out.take();
}

}  // namespace werktdoord
