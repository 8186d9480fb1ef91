#include "core/digest.hpp"

#include <algorithm>

#include "base/listed.hpp"
#include "core/clock_standing.hpp"
#include "core/digest_facts.hpp"
#include "core/dutch.hpp"
#include "core/place_words.hpp"

namespace werktdoord {
namespace {

DigestSection section_of(const std::optional<Instant>& ended, bool fresh,
                         const std::optional<Instant>& due, const DigestSpan& span) {
    if (ended) return DigestSection::closed;
    if (due && has_come(*due, span.now)) return DigestSection::too_late;
    if (due && *due < span.next) return DigestSection::due_soon;
    return fresh ? DigestSection::fresh : DigestSection::open;
}

template <class Mark>
DigestList<Mark>& list_of(DigestSections<Mark>& sections, DigestSection section) {
    return sections.at(static_cast<std::size_t>(section));
}

std::string count_text(std::size_t count) {
    return count == 0 ? "" : std::to_string(count);
}

// What a list shows, and a last item that says how many it leaves out.
template <class Item, class Words>
std::vector<Facts> shown(const DigestList<Item>& list, const Words& words,
                         Facts (*more)(std::size_t)) {
    std::vector<Facts> items;
    for (const Item& item : list.items()) items.push_back(words(item));
    if (list.left_out() > 0) items.push_back(more(list.left_out()));
    return items;
}

std::vector<Facts> shown(const DigestList<Facts>& list, Facts (*more)(std::size_t)) {
    return shown(
        list, [](const Facts& item) { return item; }, more);
}

template <class Mark, class Words>
Facts facts_of(const DigestSections<Mark>& sections, const Zone& zone, Instant now,
               const Words& words) {
    Facts facts;
    facts.values["recipient_name"] = "";
    facts.values["day"] = dutch_day(zone.day_of(now));
    facts.values["link"] = "";
    for (const auto& [section, text] : Names<DigestSection>::table) {
        const std::string name(text);
        const DigestList<Mark>& list = sections.at(static_cast<std::size_t>(section));
        facts.values[name + "_count"] = count_text(list.count());
        facts.lists[name] = shown(list, words, more_requests);
    }
    return facts;
}

template <class Mark>
bool nothing_in(const DigestSections<Mark>& sections) {
    return std::all_of(sections.begin(), sections.end(),
                       [](const DigestList<Mark>& list) { return list.count() == 0; });
}

}  // namespace

const Clock* clock_that_matters(const std::vector<Clock>& clocks, Instant now) {
    const auto rank = [now](const Clock& clock) {
        return std::tuple(!runs_late(clock, now), clock.due, clock.name);
    };
    const Clock* first = nullptr;
    for (const Clock& clock : clocks)
        if (clock.open() && (first == nullptr || rank(clock) < rank(*first))) first = &clock;
    return first;
}

void ContactDigest::add(const ReferralMark& mark, Instant since) {
    const bool fresh = mark.told_later || mark.sent_at > since;
    const DigestSection section = section_of(mark.ended_at, fresh, mark.due, span_);
    list_of(sections_, section).add(mark.sent_at, mark.request, mark);
}

Digest ContactDigest::written(const Read& read) const {
    const Zone& zone = rules_.calendar.zone();
    const auto words = [&](const ReferralMark& mark) {
        const DigestRow row = read(mark);
        const Clock* clock =
            mark.ended_at ? nullptr : clock_that_matters(row.open_clocks, span_.now);
        // Who receives for one region knows which one it is.
        std::vector<RegionKey> named;
        if (plan_.regions.size() > 1) named.push_back(mark.region);
        return digest_item(
            {mark.request, what_of(row), where_of(row.place, named, row.lead, rules_), row.employer,
             mark.sent_at, clock, mark.region},
            zone, span_.now);
    };
    Facts facts = facts_of(sections_, zone, span_.now, words);
    facts.values["region_name"] = region_names(plan_.regions, rules_);
    return addressed_to({std::move(facts), nothing_in(sections_)}, plan_.to);
}

void TeamDigest::add(const RequestMark& mark) {
    const DigestSection section =
        section_of(mark.closed_at, mark.registered_at > span_.since, mark.due, span_);
    list_of(sections_, section).add(mark.registered_at, mark.number, mark);
    if (mark.closed_at) return;
    if (mark.unplaced) unplaced_.add(mark.registered_at, mark.number, mark);
    if (!mark.taken_up) ++take_ups_;
}

void TeamDigest::add(const RejectedItem& rejected) {
    rejected_.add(rejected.at, RequestNumber(), rejected_item(rejected, rules_.calendar.zone()));
}

void TeamDigest::add(const ParkedItem& parked) {
    parked_.add(parked.queued_at, parked.request.value_or(RequestNumber()), parked_item(parked));
}

std::vector<Facts> TeamDigest::regions() const {
    std::vector<Facts> regions;
    for (const auto& [key, work] : work_)
        regions.push_back({{{"name", region_name(key, rules_)},
                            {"open", std::to_string(work.open)},
                            {"too_late", count_text(static_cast<std::size_t>(work.too_late))}},
                           {}});
    return regions;
}

std::string TeamDigest::quiet_regions() const {
    std::vector<std::string> names;
    for (const auto& [key, region] : rules_.regions)
        if (!work_.contains(key)) names.push_back(region.name);
    return listed(names);
}

Digest TeamDigest::written(const Read& read) const {
    const Zone& zone = rules_.calendar.zone();
    const auto words = [&](const RequestMark& mark) {
        const RequestRow row = read(mark.number);
        const Clock* clock =
            mark.closed_at ? nullptr : clock_that_matters(row.open_clocks, span_.now);
        const std::string who =
            mark.closed_at ? "" : who_must_act(clock, row.owner, rules_, span_.now);
        return digest_item(
            {mark.number, what_of(row), where_of(row.place, row.regions, row.lead, rules_), who,
             mark.registered_at, clock},
            zone, span_.now);
    };
    Facts facts = facts_of(sections_, zone, span_.now, words);
    facts.values["take_up_count"] = count_text(take_ups_);
    facts.values["unplaced_count"] = count_text(unplaced_.count());
    facts.values["rejected_count"] = count_text(rejected_.count());
    facts.values["parked_count"] = count_text(parked_.count());
    const auto unplaced = [&](const RequestMark& mark) { return unplaced_item(read(mark.number)); };
    facts.lists["unplaced"] = shown(unplaced_, unplaced, more_unplaced);
    facts.lists["rejected"] = shown(rejected_, more_rejected);
    facts.lists["parked"] = shown(parked_, more_parked);
    facts.lists["regions"] = regions();
    facts.values["quiet_regions"] = quiet_regions();
    // Since when matches are new: they are looked for when the mail leaves.
    facts.values["matches_since"] = to_rfc3339(span_.since);
    // Who could not be placed is open, and stands in a section too.
    const bool empty = nothing_in(sections_) && rejected_.count() == 0 && parked_.count() == 0;
    return {std::move(facts), empty};
}

Digest addressed_to(Digest digest, const Recipient& to) {
    digest.facts.values["recipient_name"] = to.name;
    return digest;
}

}  // namespace werktdoord
