// The daily digests: what waits for a regional contact, and for the team (contract section 9, L1).
// Pure.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "core/digest_list.hpp"
#include "core/digest_plan.hpp"
#include "core/digest_rows.hpp"
#include "core/rows.hpp"

namespace werktdoord {

// `since`: the digest before this one; `next`: the one after it.
struct DigestSpan {
    Instant since;
    Instant now;
    Instant next;
};

struct Digest {
    Facts facts;        // of the template
    bool empty = true;  // there is nothing to say
};

// In the order in which a digest tells them; each row stands in the first that fits it.
enum class DigestSection {
    too_late,  // an open clock was missed
    due_soon,  // an open clock is due before the next digest
    fresh,     // since the last digest
    open,
    closed  // ended since the last digest
};

// The open clock that matters most: a late one before the others, then the earliest due. Null
// where none is open. The answer lives no longer than `clocks`.
const Clock* clock_that_matters(const std::vector<Clock>& clocks, Instant now);

// The digest of one address over the regions of its plan. `rows`: the open referrals there, and
// those that ended since the last digest; each stands in the digest once.
Digest contact_digest(const DigestPlan& plan, const std::vector<DigestRow>& rows,
                      const RuleSet& rules, const DigestSpan& span);

// The digest of the team: filled once, row by row in any order, then addressed to each member. It
// stays small however many rows there are (L5).
class TeamDigest {
public:
    // `rules` must outlive this.
    TeamDigest(const RuleSet& rules, const DigestSpan& span) : rules_(rules), span_(span) {}

    // An open request, or one that was closed since the last digest.
    void add(const RequestRow& row);

    // A submission that still waits for a mended one; a mail that still waits for a person.
    void add(const RejectedItem& rejected);
    void add(const ParkedItem& parked);

    Digest addressed_to(const Recipient& member) const;

private:
    struct Work {
        int open = 0;
        int too_late = 0;
    };
    void add_regions(const RequestRow& row);
    std::vector<Facts> regions() const;
    std::string quiet_regions() const;

    const RuleSet& rules_;
    DigestSpan span_;
    std::array<DigestList, 5> sections_;  // by DigestSection
    DigestList unplaced_;
    DigestList rejected_;
    DigestList parked_;
    std::map<RegionKey, Work> work_;
    std::size_t take_ups_ = 0;
};

template <>
struct Names<DigestSection> {
    static constexpr std::array<std::pair<DigestSection, std::string_view>, 5> table{
        {{DigestSection::too_late, "too_late"},
         {DigestSection::due_soon, "due_soon"},
         {DigestSection::fresh, "new"},
         {DigestSection::open, "open"},
         {DigestSection::closed, "closed"}}};
};

}  // namespace werktdoord
