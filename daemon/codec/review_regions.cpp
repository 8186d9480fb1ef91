#include <algorithm>

#include "codec/review.hpp"

#include "codec/rules_file_names.hpp"

namespace werktdoord {

namespace {

void review_cover(const Review& review, const Region& region) {
    std::vector<std::string> left;
    for (const auto& [code, municipality] : review.rules.places.municipalities()) {
        const bool covered = municipality.region != region.key ||
                             std::any_of(region.wsps.begin(), region.wsps.end(),
                                         [&it = code](const Wsp& wsp) { return wsp.covers(it); });
        if (!covered) left.push_back(municipality.name + " (" + code.text() + ")");
    }
    if (left.empty()) return;
    review.warn_at_key(rules_file::regions, {"regions", region.key.text(), "wsps"},
                       "no WSP of " + named(region.key.text()) + " serves " + in_words(left) +
                           ", so a request there goes to all its WSPs; add " +
                           (left.size() == 1 ? "it" : "them") + " to \"municipalities\" of one");
}

// What is left of a period from `today` on, where somebody works in it.
std::optional<Absence> ahead(const Absence& absence, const Review& review) {
    const Absence left{std::max(absence.from, review.today), absence.until};
    for (LocalDay day = left.from; day <= left.until; day += std::chrono::days(1))
        if (review.rules.calendar.is_working_day(day)) return left;
    return std::nullopt;
}

void review_without_backup(const Review& review, const Region& region) {
    for (std::size_t i = 0; i < region.contact.absent.size(); ++i)
        if (const auto absence = ahead(region.contact.absent[i], review))
            review.warn(rules_file::regions, {"regions", region.key.text(), "contact", "absent", i},
                        "the contact of " + named(region.key.text()) + " is absent " +
                            in_words(absence->from, absence->until) +
                            " and has no backup: mail goes to the coordinator; name a \"backup\"");
}

void review_both_absent(const Review& review, const Region& region) {
    const std::vector<Absence>& backup = region.backup->absent;
    for (std::size_t i = 0; i < backup.size(); ++i)
        for (const Absence& contact : region.contact.absent) {
            const Absence both{std::max(contact.from, backup[i].from),
                               std::min(contact.until, backup[i].until)};
            const auto absence = ahead(both, review);
            if (!absence) continue;
            review.warn(rules_file::regions, {"regions", region.key.text(), "backup", "absent", i},
                        "contact and backup of " + named(region.key.text()) + " are both absent " +
                            in_words(absence->from, absence->until) +
                            ": mail goes to the coordinator too; change one of the absences, or "
                            "name another backup");
        }
}

}  // namespace

void review_regions(const Review& review) {
    for (const auto& [key, region] : review.rules.regions) {
        review_cover(review, region);
        if (region.backup)
            review_both_absent(review, region);
        else
            review_without_backup(review, region);
    }
}

}  // namespace werktdoord
