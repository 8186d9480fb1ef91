#include "core/case_differences.hpp"

#include <algorithm>

#include "base/listed.hpp"
#include "core/countable.hpp"

namespace werktdoord {

namespace {

std::string words(const std::string& text) {
    return "'" + text + "'";
}
template <class Tag>
std::string words(const Key<Tag>& key) {
    return words(key.text());
}
std::string words(Instant instant) {
    return to_rfc3339(instant);
}
std::string words(bool truth) {
    return truth ? "true" : "false";
}
std::string words(int number) {
    return std::to_string(number);
}
std::string words(std::size_t number) {
    return std::to_string(number);
}
template <class Enum>
requires std::is_enum_v<Enum> std::string words(Enum value) {
    return words(std::string(name_of(value)));
}
template <class T>
std::string words(const std::optional<T>& value) {
    return value ? words(*value) : "nothing";
}
template <class T>
std::string words(const std::vector<T>& values) {
    return listed(values, "nothing", [](const T& value) { return words(value); });
}

// Gathers what differs, below one place.
class Comparison {
public:
    Comparison(Problems& problems, std::string place)
        : problems_(problems), place_(std::move(place)) {}

    template <class T>
    void same(const char* what, const T& stored, const T& told) {
        if (stored == told) return;
        tell(what, "is " + words(stored) + ", by the journal " + words(told));
    }
    void tell(const char* what, const std::string& text) {
        problems_.push_back({place_ + what, text});
    }

private:
    Problems& problems_;
    std::string place_;
};

std::vector<std::string> unplaced_texts(const Route& route) {
    std::vector<std::string> texts;
    for (const UnplacedSite& site : route.unplaced)
        texts.push_back(std::to_string(site.site) + " " + site.why);
    return texts;
}

void compare_route(Problems& problems, const Route& stored, const Route& told) {
    Comparison of(problems, "route ");
    const auto regions = [](const Route& route) {
        std::vector<RegionKey> keys;
        for (const Proposal& proposal : route.regions) keys.push_back(proposal.region);
        return keys;
    };
    of.same("rules", stored.rules, told.rules);
    of.same("regions", regions(stored), regions(told));
    // Of an unroutable request neither is told.
    if (!stored.regions.empty() && !told.regions.empty()) {
        of.same("mode", stored.mode(), told.mode());
        of.same("lead", stored.lead, told.lead);
    }
    of.same("policy", stored.policy, told.policy);
    of.same("unplaced", unplaced_texts(stored), unplaced_texts(told));
    of.same("signposts", stored.signposts, told.signposts);
    of.same("why", stored.why, told.why);
}

void compare_asks(Problems& problems, const std::string& place, const std::vector<WspAsk>& stored,
                  const std::vector<WspAsk>& told) {
    Comparison(problems, place).same("WSPs asked", stored.size(), told.size());
    for (std::size_t i = 0; i < std::min(stored.size(), told.size()); ++i) {
        Comparison of(problems, place + "WSP " + std::to_string(i + 1) + " ");
        of.same("key", stored[i].wsp, told[i].wsp);
        of.same("forwarded at", stored[i].forwarded_at, told[i].forwarded_at);
        of.same("responded at", stored[i].responded_at, told[i].responded_at);
        of.same("withdrawn at", stored[i].withdrawn_at, told[i].withdrawn_at);
        of.same("heard", stored[i].heard, told[i].heard);
    }
}

// A store of schema 1 did not keep whom a referral was mailed to: what it has is the newest part.
void compare_mailed(Comparison& of, const Referral& stored, const Referral& told) {
    const auto leaves = [](const Referral& referral) {
        std::vector<Instant> at;
        for (const MailedReferral& mailed : referral.mailed) at.push_back(mailed.leaves_at);
        return at;
    };
    const std::vector<Instant> kept = leaves(stored);
    std::vector<Instant> all = leaves(told);
    if (all.size() > kept.size())
        all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(kept.size()));
    of.same("mailed", kept, all);
}

void compare_referral(Problems& problems, const Referral& stored, const Referral& told) {
    const std::string place = "referral " + std::to_string(told.ordinal) + " ";
    Comparison of(problems, place);
    of.same("region", stored.region, told.region);
    of.same("state", stored.state, told.state);
    of.same("sent at", stored.sent_at, told.sent_at);
    of.same("forwarded at", stored.forwarded_at, told.forwarded_at);
    of.same("feedback at", stored.feedback_at, told.feedback_at);
    of.same("ended at", stored.ended_at, told.ended_at);
    of.same("outcome", stored.outcome, told.outcome);
    of.same("filled", stored.filled, told.filled);
    if (!(stored.happened == told.happened)) of.tell("events", "are others than the journal tells");
    compare_mailed(of, stored, told);
    compare_asks(problems, place, stored.asks, told.asks);
}

void compare_clock(Problems& problems, const Clock& stored, const Clock& told, std::size_t id) {
    Comparison of(problems, "clock " + std::to_string(id) + " ");
    of.same("name", stored.name, told.name);
    of.same("referral", stored.referral, told.referral);
    of.same("region", stored.region, told.region);
    of.same("WSP", stored.wsp, told.wsp);
    of.same("start", stored.start, told.start);
    of.same("warn", stored.warn, told.warn);
    of.same("due", stored.due, told.due);
    of.same("state", stored.state, told.state);
    of.same("warned", stored.warned, told.warned);
    of.same("ended at", stored.ended_at, told.ended_at);
    of.same("late", stored.late, told.late);
}

void compare_introductions(Problems& problems, const Case& stored, const Case& told) {
    Comparison(problems, "")
        .same("introductions", stored.introductions.size(), told.introductions.size());
    const std::size_t both = std::min(stored.introductions.size(), told.introductions.size());
    for (std::size_t i = 0; i < both; ++i) {
        const Introduction& one = stored.introductions[i];
        const Introduction& other = told.introductions[i];
        Comparison of(problems, "introduction " + std::to_string(i + 1) + " ");
        of.same("with", one.with, other.with);
        of.same("at", one.at, other.at);
        of.same("open", one.open, other.open);
        of.same("outcome", one.outcome, other.outcome);
        of.same("filled", one.filled, other.filled);
        of.same("form", one.form, other.form);
    }
}

void compare_request(Problems& problems, const Case& stored, const Case& told) {
    Comparison of(problems, "");
    of.same("state", stored.state, told.state);
    of.same("owner", stored.owner, told.owner);
    of.same("registered at", stored.registered_at, told.registered_at);
    of.same("taken up at", stored.taken_up_at, told.taken_up_at);
    of.same("closed at", stored.closed_at, told.closed_at);
    of.same("outcome", stored.outcome, told.outcome);
    of.same("duplicate of", stored.duplicate_of, told.duplicate_of);
    // Nothing: it was closed under schema 2, which did not keep it.
    if (stored.placed) of.same("placed", stored.placed, told.placed);
    of.same("forgotten", stored.forgotten, told.forgotten);
    // Nothing: it was last mailed under schema 1, which did not keep it.
    if (stored.status_leaves_at)
        of.same("status leaves at", stored.status_leaves_at, told.status_leaves_at);
    if (!(stored.happened == told.happened)) of.tell("events", "are others than the journal tells");
}

void compare_data(Problems& problems, const Case& stored, const Case& told, bool known) {
    Comparison of(problems, "");
    if (stored.forgotten) {
        RequestData kept;
        kept.kind = stored.data.kind;
        kept.headcount = stored.data.headcount;
        kept.sector = stored.data.sector;
        kept.themes = countable_themes(stored.data.themes);
        if (!(stored.data == kept)) of.tell("data", "is still there, though it was forgotten");
    } else if (known && stored.data.document != told.data.document) {
        of.tell("data", "is other than was sent in and amended");
    }
}

}  // namespace

Problems case_differences(const Case& stored, const Case& told, bool data_known) {
    Problems problems;
    compare_request(problems, stored, told);
    compare_data(problems, stored, told, data_known);
    compare_route(problems, stored.route, told.route);
    Comparison of(problems, "");
    of.same("referrals", stored.referrals.size(), told.referrals.size());
    for (std::size_t i = 0; i < std::min(stored.referrals.size(), told.referrals.size()); ++i)
        compare_referral(problems, stored.referrals[i], told.referrals[i]);
    of.same("clocks", stored.clocks.size(), told.clocks.size());
    for (std::size_t i = 0; i < std::min(stored.clocks.size(), told.clocks.size()); ++i)
        compare_clock(problems, stored.clocks[i], told.clocks[i], i + 1);
    compare_introductions(problems, stored, told);
    return problems;
}

}  // namespace werktdoord
