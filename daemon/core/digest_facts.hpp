// The words of a digest: its items as the templates use them (docs/mail-templates.md). Pure.
#pragma once

#include "core/digest_rows.hpp"
#include "core/facts.hpp"
#include "core/list_rows.hpp"
#include "core/ruleset.hpp"

namespace werktdoord {

// "4 x verpleegkundige, vraag"; without an occupation the sector stands in.
std::string what_of(const DigestRow& row);
std::string what_of(const RequestRow& row);

// "5038 AB Tilburg, Midden-Brabant"; with a lead region (L3) "…, hoofdregio Twente" behind it,
// "…, hoofdregio Zwolle" for Regio Zwolle.
std::string where_of(const std::string& place, const std::vector<RegionKey>& regions,
                     const RegionKey& lead, const RuleSet& rules);

// "Midden-Brabant en Twente"; more than three: "5 regio's".
std::string region_names(const std::vector<RegionKey>& regions, const RuleSet& rules);

// The name of who must act on a clock: who owns it (contract section 3), the request's owner, the
// WSP or the contact, and who stands in for a contact that is absent at `now`. The request's owner
// too where no clock is open.
std::string who_must_act(const Clock* clock, const MemberKey& owner, const RuleSet& rules,
                         Instant now);

// An item of one of the five sections. `clock`: the one that matters, null where none is open.
struct ItemWords {
    RequestNumber number;
    std::string what;
    std::string where;
    std::string who;
    Instant since;
    const Clock* clock = nullptr;
    RegionKey region{};  // of the referral; empty: the request as a whole
};
Facts digest_item(const ItemWords& words, const Zone& zone, Instant now);

Facts unplaced_item(const RequestRow& row);

// A submission that could not be read, with all its problems in Dutch: the mail about it. In the
// digest: in one line, and not more of them than show what is wrong.
Facts rejected_words(const RejectedItem& rejected, const Zone& zone);
Facts rejected_item(const RejectedItem& rejected, const Zone& zone);

Facts parked_item(const ParkedItem& parked);

// The last item of a list that shows `count` fewer than there are, in the words of that list.
Facts more_requests(std::size_t count);
Facts more_unplaced(std::size_t count);
Facts more_rejected(std::size_t count);
Facts more_parked(std::size_t count);

}  // namespace werktdoord
