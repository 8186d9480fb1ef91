#include "codec/request_view.hpp"

#include <boost/json/value.hpp>

#include "codec/json.hpp"
#include "codec/json_write.hpp"
#include "codec/route_json.hpp"
#include "core/place_words.hpp"

namespace werktdoord {

namespace {

namespace json = boost::json;

void put(json::object& object, std::string_view name, const std::optional<Instant>& instant) {
    if (instant) object[name] = to_rfc3339(*instant);
}

void put(json::object& object, std::string_view name, const std::string& text) {
    if (!text.empty()) object[name] = text;
}

template <class Tag>
void put(json::object& object, std::string_view name, const std::optional<Key<Tag>>& key) {
    if (key) object[name] = key->text();
}

json::value data_of(const Case& request) {
    auto data = parse_json(request.data.document);
    return data ? std::move(*data) : json::value(json::object());
}

// Signposts that the rules have lost since are left out: nobody can be pointed there any more.
json::array signposts_of(const Case& request, const RuleSet& rules) {
    json::array array;
    for (const std::string& key : request.route.signposts)
        for (const Signpost& signpost : rules.signposts) {
            if (signpost.key != key) continue;
            json::object object{{"key", key},
                                {"title", signpost.title},
                                {"text", signpost.text},
                                {"link", signpost.link}};
            if (const Tier* tier = tier_for(signpost, request.data.employer.size))
                put(object, "amount", tier->amount);
            array.push_back(std::move(object));
        }
    return array;
}

json::array proposals_of(json::object& route, const RuleSet& rules) {
    json::array proposals = std::move(route["proposals"].get_array());
    for (json::value& proposal : proposals) {
        const RegionKey region{std::string(proposal.at("region").get_string())};
        proposal.get_object()["name"] = region_name(region, rules);
    }
    return proposals;
}

// How the rules came to the proposals and signposts, which stand beside it.
void put_route(json::object& object, const Case& request, const RuleSet& rules) {
    json::object route = route_object(request.route);
    object["proposals"] = proposals_of(route, rules);
    object["signposts"] = signposts_of(request, rules);
    route.stable_erase("proposals");
    route.stable_erase("signposts");
    object["route"] = std::move(route);
}

json::array clocks_of(const Case& request, int referral) {
    json::array array;
    for (const Clock& clock : request.clocks)
        if (clock.referral == referral) array.push_back(clock_object(clock));
    return array;
}

json::object ask_object(const WspAsk& ask) {
    json::object object{{"wsp", ask.wsp.text()}};
    put(object, "forwardedAt", ask.forwarded_at);
    put(object, "respondedAt", ask.responded_at);
    put(object, "withdrawnAt", ask.withdrawn_at);
    if (ask.heard) object["heard"] = *ask.heard;
    return object;
}

json::object referral_object(const Case& request, const Referral& referral, const RuleSet& rules) {
    json::object object{{"region", referral.region.text()},
                        {"name", region_name(referral.region, rules)},
                        {"state", name_of(referral.state)}};
    put(object, "sentAt", referral.sent_at);
    put(object, "forwardedAt", referral.forwarded_at);
    put(object, "feedbackAt", referral.feedback_at);
    put(object, "endedAt", referral.ended_at);
    put(object, "outcome", referral.outcome);
    object["filled"] = referral.filled;
    json::array wsps;
    for (const WspAsk& ask : referral.asks) wsps.push_back(ask_object(ask));
    object["wsps"] = std::move(wsps);
    object["clocks"] = clocks_of(request, referral.ordinal);
    return object;
}

json::object introduction_object(const Introduction& introduction) {
    json::object object{{"with", introduction.with.text()}};
    put(object, "at", introduction.at);
    object["open"] = introduction.open;
    put(object, "outcome", introduction.outcome);
    object["filled"] = introduction.filled;
    return object;
}

json::array texts(const auto& keys) {
    json::array array;
    for (const auto& key : keys) array.emplace_back(key.text());
    return array;
}

}  // namespace

json::object clock_object(const Clock& clock) {
    json::object object{{"clock", name_of(clock.name)}};
    put(object, "wsp", clock.wsp);
    object["state"] = name_of(clock.state);
    put(object, "startedAt", clock.start);
    put(object, "warnAt", clock.warn);
    put(object, "dueAt", clock.due);
    object["warned"] = clock.warned;
    put(object, "endedAt", clock.ended_at);
    if (clock.state == ClockState::met) object["late"] = clock.late;
    return object;
}

namespace {

json::object view_with(json::value data, const Case& request, const RuleSet& rules) {
    json::object object{{"request", request.number.text()},
                        {"state", name_of(request.state)},
                        {"kind", name_of(request.data.kind)},
                        {"owner", request.owner.text()}};
    put(object, "registeredAt", request.registered_at);
    put(object, "takenUpAt", request.taken_up_at);
    put(object, "closedAt", request.closed_at);
    put(object, "outcome", request.outcome);
    put(object, "duplicateOf", request.duplicate_of);
    if (request.forgotten) object["forgotten"] = true;
    object["filled"] = request.filled();
    object["data"] = std::move(data);
    put_route(object, request, rules);
    json::array referrals;
    for (const Referral& referral : request.referrals)
        referrals.push_back(referral_object(request, referral, rules));
    object["referrals"] = std::move(referrals);
    object["clocks"] = clocks_of(request, 0);
    json::array introductions;
    for (const Introduction& introduction : request.introductions)
        introductions.push_back(introduction_object(introduction));
    object["introductions"] = std::move(introductions);
    object["possibleDuplicates"] = texts(request.possible_duplicates);
    return object;
}

}  // namespace

json::object request_view(const Case& request, const RuleSet& rules) {
    return view_with(data_of(request), request, rules);
}

// The document is JSON as it is: it is not read and written again.
std::string request_json(const Case& request, const RuleSet& rules) {
    if (request.data.document.empty()) return to_json(request_view(request, rules));
    constexpr std::string_view nothing = R"("data":null)";
    std::string text = to_json(view_with(nullptr, request, rules));
    const std::size_t at = text.find(nothing) + nothing.find("null");
    return text.replace(at, std::string_view("null").size(), request.data.document);
}

std::string request_row_json(const RequestRow& row) {
    json::object object{{"request", row.number.text()},
                        {"state", name_of(row.state)},
                        {"kind", name_of(row.kind)},
                        {"owner", row.owner.text()}};
    put(object, "registeredAt", row.registered_at);
    object["employer"] = row.employer;
    put(object, "occupation", row.occupation);
    put(object, "sector", row.sector);
    object["headcount"] = row.headcount;
    object["regions"] = texts(row.regions);
    object["unplaced"] = row.unplaced;
    put(object, "nextClock", row.next_clock);
    put(object, "nextDueAt", row.next_due);
    object["missed"] = row.missed;
    return to_json(object);
}

std::string deadline_json(const DeadlineRow& row) {
    json::object object{{"request", row.request.text()}};
    put(object, "region", row.clock.region);
    for (const auto& member : clock_object(row.clock)) object[member.key()] = member.value();
    object["owner"] = row.owner.text();
    return to_json(object);
}

}  // namespace werktdoord
