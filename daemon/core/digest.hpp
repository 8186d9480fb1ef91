// The daily digests: what waits for a regional contact, and for the team (contract section 9, L1).
// Pure.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/digest_list.hpp"
#include "core/digest_plan.hpp"
#include "core/digest_rows.hpp"
#include "core/facts.hpp"
#include "core/list_rows.hpp"

namespace werktdoord {

// `since`: the team's digest before this one (each region has its own); `next`: the one after it.
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

// The five lists of a digest, by DigestSection; each mark stands in the first that fits it.
template <class Mark>
using DigestSections = std::array<DigestList<Mark>, 5>;

// The digest of one address over the regions of its plan: filled mark by mark in any order, then
// written. It stays small however many marks there are (L5), and reads only what it shows.
class ContactDigest {
public:
    // What is shown of a referral.
    using Read = std::function<DigestRow(const ReferralMark&)>;

    // `plan` and `rules` must outlive this.
    ContactDigest(const DigestPlan& plan, const RuleSet& rules, const DigestSpan& span)
        : plan_(plan), rules_(rules), span_(span) {}

    // An open referral of one of the regions, or one that ended after `since`: when that region's
    // contact had the last digest.
    void add(const ReferralMark& mark, Instant since);

    Digest written(const Read& read) const;

private:
    const DigestPlan& plan_;
    const RuleSet& rules_;
    DigestSpan span_;
    DigestSections<ReferralMark> sections_;
};

// The digest of the team, in the same way.
class TeamDigest {
public:
    // What is shown of a request.
    using Read = std::function<RequestRow(const RequestNumber&)>;

    // `rules` must outlive this.
    TeamDigest(const RuleSet& rules, const DigestSpan& span) : rules_(rules), span_(span) {}

    // An open request, or one that was closed since the last digest.
    void add(const RequestMark& mark);

    // A region where something is open.
    void add(const RegionWork& work) { work_.insert_or_assign(work.region, work); }

    // A submission that still waits for a mended one; a mail that still waits for a person.
    void add(const RejectedItem& rejected);
    void add(const ParkedItem& parked);
    // Further ones, later than those added.
    void leave_out_rejected(std::size_t items) { rejected_.leave_out(items); }
    void leave_out_parked(std::size_t items) { parked_.leave_out(items); }

    // For any member: addressed_to() says whom.
    Digest written(const Read& read) const;

private:
    std::vector<Facts> regions() const;
    std::string quiet_regions() const;

    const RuleSet& rules_;
    DigestSpan span_;
    DigestSections<RequestMark> sections_;
    DigestList<RequestMark> unplaced_;
    DigestList<Facts> rejected_;
    DigestList<Facts> parked_;
    std::map<RegionKey, RegionWork> work_;
    std::size_t take_ups_ = 0;
};

// The same digest for this receiver.
Digest addressed_to(Digest digest, const Recipient& to);

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
