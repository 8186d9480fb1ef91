#include "engine/partner_work.hpp"

#include <algorithm>
#include <set>

#include "base/listed.hpp"
#include "base/utf8.hpp"
#include "codec/text_check.hpp"
#include "core/dutch.hpp"
#include "core/place_words.hpp"
#include "engine/kept_instant.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t matches_in_mail = 5;

constexpr std::size_t story_most = 400;  // bytes
constexpr int cases_looked_at = 200;

// A digest looks at this many of the newest requests, and tells of this many pairs: after a day
// with thousands of requests nobody reads more, and the mails behind it must not wait.
constexpr int newest_looked_at = 50;
constexpr std::size_t pairs_in_digest = 10;

std::string what_of(Kind kind, int left, const std::string& occupation) {
    return std::to_string(left) + " x " +
           (occupation.empty() ? std::string("beroep niet genoemd") : occupation) + ", " +
           dutch_short(kind);
}

// A story in a mail: its beginning says enough, `cases` has the rest.
std::string beginning_of(const std::string& story) {
    if (story.size() <= story_most) return story;
    std::size_t end = story.rfind(' ', story_most);
    if (end == std::string::npos) end = story_most;
    return story.substr(0, character_begin(story, end)) + " ...";
}

OpenRequest read_subject(StoreReader& store, const Case& request) {
    std::vector<Case> partners;
    for (const Introduction& introduction : request.introductions)
        if (auto partner = store.load(introduction.with)) partners.push_back(std::move(*partner));
    OpenRequest subject = open_request_of(request);
    subject.filled += told_by_partners(request, partners);
    return subject;
}

std::vector<Partner> partners_in(StoreReader& store, const OpenRequest& subject,
                                 const RuleSet& rules, Instant now) {
    if (subject.state == State::closed || subject.left() <= 0) return {};
    return partners_of(subject, store.partner_candidates(partner_search(subject, rules)), rules,
                       now);
}

Facts match_item(const Partner& partner) {
    Facts item;
    item.values["number"] = partner.number.text();
    item.values["what"] = what_of(partner.kind, partner.left, partner.occupation);
    item.values["where"] = readable_place(partner.place);
    item.values["employer_name"] = partner.employer;
    item.values["text"] = in_one_line(partner);
    item.values["link"] = "";
    return item;
}

Facts case_item(const SimilarCase& similar) {
    Facts item;
    item.values["number"] = similar.solved.request.text();
    item.values["what"] =
        what_of(similar.solved.kind, similar.solved.headcount, similar.solved.occupation);
    item.values["text"] = listed(similar.why);
    item.values["story"] = beginning_of(similar.solved.story);
    return item;
}

struct Pair {
    const OpenRequest* request;
    Partner partner;
};

Facts pair_item(const Pair& pair) {
    Facts item = match_item(pair.partner);
    const OpenRequest& request = *pair.request;
    item.values["number"] = request.number.text();
    item.values["what"] = what_of(request.data.kind, request.left(), request.data.occupation);
    item.values["with_number"] = pair.partner.number.text();
    item.values["with_what"] =
        what_of(pair.partner.kind, pair.partner.left, pair.partner.occupation);
    return item;
}

bool comes_first(const Pair& a, const Pair& b) {
    return std::tuple(-a.partner.score, a.request->number, a.partner.number) <
           std::tuple(-b.partner.score, b.request->number, b.partner.number);
}

// The good matches of what came in since; each pair once, under the one that came last.
std::vector<Pair> new_pairs(StoreReader& store, const std::vector<OpenRequest>& requests,
                            const RuleSet& rules, Instant now) {
    std::set<std::pair<RequestNumber, RequestNumber>> seen;
    std::vector<Pair> pairs;
    for (const OpenRequest& request : requests)
        for (Partner& partner : partners_in(store, request, rules, now)) {
            if (!partner.good) continue;
            const bool fresh = seen.insert(std::minmax(request.number, partner.number)).second;
            if (fresh) pairs.push_back({&request, std::move(partner)});
        }
    std::sort(pairs.begin(), pairs.end(), comes_first);
    if (pairs.size() > pairs_in_digest) pairs.resize(pairs_in_digest);
    return pairs;
}

void add_new_matches(OutboxMail& mail, StoreReader& store, const RuleSet& rules, Instant now) {
    const auto since = kept_instant(mail.facts.value("matches_since"));
    if (!since) return;
    std::vector<OpenRequest> requests;
    for (const RequestNumber& number : store.open_since(*since, newest_looked_at))
        if (const auto request = store.load(number))
            requests.push_back(read_subject(store, *request));
    for (const Pair& pair : new_pairs(store, requests, rules, now))
        mail.facts.lists["new_matches"].push_back(pair_item(pair));
}

}  // namespace

std::vector<Partner> find_partners(StoreReader& store, const Case& request, const RuleSet& rules,
                                   Instant now) {
    return partners_in(store, read_subject(store, request), rules, now);
}

std::vector<SimilarCase> find_similar_cases(StoreReader& store, const Case& request,
                                            const RuleSet& rules) {
    std::vector<RegionKey> regions;
    for (const Proposal& proposal : request.route.regions) regions.push_back(proposal.region);
    const auto keys = case_keys(request.data.occupation, request.data.sector);
    return similar_cases(open_request_of(request), regions, store.cases_like(keys, cases_looked_at),
                         rules);
}

void add_suggestions(OutboxMail& mail, StoreReader& store, const RuleSet& rules, Instant now) {
    if (mail.kind == MailKind::digest_team) return add_new_matches(mail, store, rules, now);
    if (mail.kind != MailKind::new_request || !mail.request) return;
    const auto request = store.load(*mail.request);
    if (!request) return;
    std::erase_if(mail.facts.lists["possible_duplicates"], [&](const Facts& item) {
        const auto other = store.load(RequestNumber(item.values.at("number")));
        return !other || other->state == State::closed;
    });
    std::vector<Facts> items;
    for (const Partner& partner : find_partners(store, *request, rules, now)) {
        if (items.size() == matches_in_mail) break;
        items.push_back(match_item(partner));
    }
    if (!items.empty()) mail.facts.lists["matches"] = std::move(items);
    std::vector<Facts> cases;
    for (const SimilarCase& similar : find_similar_cases(store, *request, rules))
        cases.push_back(case_item(similar));
    if (!cases.empty()) mail.facts.lists["similar_cases"] = std::move(cases);
}

}  // namespace werktdoord
