#include "core/digest.hpp"

#include <algorithm>

#include "core/digest_facts.hpp"
#include "core/dutch.hpp"
#include "core/place_words.hpp"

namespace werktdoord {
namespace {

using Sections = std::array<DigestList, 5>;

// What is due at this very instant is late: it is told before what people do then (section 6).
bool is_late(const Clock& clock, Instant now) {
    return clock.open() && (clock.state == ClockState::missed || clock.due <= now);
}

DigestSection section_of(const std::optional<Instant>& ended, Instant since, const Clock* clock,
                         const DigestSpan& span) {
    if (ended) return DigestSection::closed;
    if (clock != nullptr && is_late(*clock, span.now)) return DigestSection::too_late;
    if (clock != nullptr && clock->due < span.next) return DigestSection::due_soon;
    return since > span.since ? DigestSection::fresh : DigestSection::open;
}

DigestList& list_of(Sections& sections, DigestSection section) {
    return sections.at(static_cast<std::size_t>(section));
}

std::string count_text(std::size_t count) {
    return count == 0 ? "" : std::to_string(count);
}

Facts facts_of(const Sections& sections, const Recipient& to, const Zone& zone, Instant now) {
    Facts facts;
    facts.values["recipient_name"] = to.name;
    facts.values["day"] = dutch_day(zone.day_of(now));
    facts.values["link"] = "";
    for (const auto& [section, text] : Names<DigestSection>::table) {
        const std::string name(text);
        const DigestList& list = sections.at(static_cast<std::size_t>(section));
        facts.values[name + "_count"] = count_text(list.count());
        facts.lists[name] = requests_in(list);
    }
    return facts;
}

bool nothing_in(const Sections& sections) {
    return std::all_of(sections.begin(), sections.end(),
                       [](const DigestList& list) { return list.count() == 0; });
}

}  // namespace

const Clock* clock_that_matters(const std::vector<Clock>& clocks, Instant now) {
    const auto rank = [now](const Clock& clock) {
        return std::tuple(!is_late(clock, now), clock.due, clock.name);
    };
    const Clock* first = nullptr;
    for (const Clock& clock : clocks)
        if (clock.open() && (first == nullptr || rank(clock) < rank(*first))) first = &clock;
    return first;
}

Digest contact_digest(const DigestPlan& plan, const std::vector<DigestRow>& rows,
                      const RuleSet& rules, const DigestSpan& span) {
    const Zone& zone = rules.calendar.zone();
    Sections sections;
    for (const DigestRow& row : rows) {
        const Clock* clock = row.ended_at ? nullptr : clock_that_matters(row.open_clocks, span.now);
        const DigestSection section = section_of(row.ended_at, row.sent_at, clock, span);
        // Who receives for one region knows which one it is.
        std::vector<RegionKey> named;
        if (plan.regions.size() > 1) named.push_back(row.region);
        list_of(sections, section).add(row.sent_at, row.request, [&] {
            return digest_item(
                {row.request, what_of(row), where_of(row.place, named, row.lead, rules),
                 row.employer, row.sent_at, clock, row.region},
                zone, span.now);
        });
    }
    Facts facts = facts_of(sections, plan.to, zone, span.now);
    facts.values["region_name"] = region_names(plan.regions, rules);
    return {std::move(facts), nothing_in(sections)};
}

void TeamDigest::add(const RequestRow& row) {
    const Clock* clock = row.closed_at ? nullptr : clock_that_matters(row.open_clocks, span_.now);
    const DigestSection section = section_of(row.closed_at, row.registered_at, clock, span_);
    list_of(sections_, section).add(row.registered_at, row.number, [&] {
        const std::string who = row.closed_at ? "" : who_must_act(clock, row.owner, rules_);
        return digest_item(
            {row.number, what_of(row), where_of(row.place, row.regions, row.lead, rules_), who,
             row.registered_at, clock},
            rules_.calendar.zone(), span_.now);
    });
    if (row.closed_at) return;
    if (row.unplaced)
        unplaced_.add(row.registered_at, row.number, [&] { return unplaced_item(row); });
    if (std::any_of(row.open_clocks.begin(), row.open_clocks.end(), [](const Clock& open) {
            return open.open() && open.name == ClockName::take_up;
        }))
        ++take_ups_;
    add_regions(row);
}

// A request has at most one open referral per region, so regions count referrals.
void TeamDigest::add_regions(const RequestRow& row) {
    for (const RegionKey& region : row.open_regions) {
        Work& work = work_[region];
        ++work.open;
        if (std::any_of(row.open_clocks.begin(), row.open_clocks.end(), [&](const Clock& clock) {
                return clock.region == region && is_late(clock, span_.now);
            }))
            ++work.too_late;
    }
}

void TeamDigest::add(const RejectedItem& rejected) {
    rejected_.add(rejected.at, RequestNumber(),
                  [&] { return rejected_item(rejected, rules_.calendar.zone()); });
}

void TeamDigest::add(const ParkedItem& parked) {
    parked_.add(parked.queued_at, parked.request.value_or(RequestNumber()),
                [&] { return parked_item(parked); });
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
    std::string names;
    for (const auto& [key, region] : rules_.regions)
        if (!work_.contains(key)) names += (names.empty() ? "" : ", ") + region.name;
    return names;
}

Digest TeamDigest::addressed_to(const Recipient& member) const {
    Facts facts = facts_of(sections_, member, rules_.calendar.zone(), span_.now);
    facts.values["take_up_count"] = count_text(take_ups_);
    facts.values["unplaced_count"] = count_text(unplaced_.count());
    facts.values["rejected_count"] = count_text(rejected_.count());
    facts.values["parked_count"] = count_text(parked_.count());
    facts.lists["unplaced"] = unplaced_in(unplaced_);
    facts.lists["rejected"] = rejected_in(rejected_);
    facts.lists["parked"] = parked_in(parked_);
    facts.lists["regions"] = regions();
    facts.values["quiet_regions"] = quiet_regions();
    // Who could not be placed is open, and stands in a section too.
    const bool empty = nothing_in(sections_) && rejected_.count() == 0 && parked_.count() == 0;
    return {std::move(facts), empty};
}

}  // namespace werktdoord
