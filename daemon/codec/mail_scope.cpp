#include "codec/mail_scope.hpp"

namespace werktdoord {

namespace {

const MailNames& values() {
    static const MailNames names{"number",
                                 "kind_nl",
                                 "kind_new_nl",
                                 "kind_the_nl",
                                 "recipient_name",
                                 "employer_name",
                                 "contact_name",
                                 "contact_email",
                                 "contact_phone",
                                 "sector",
                                 "occupation",
                                 "headcount",
                                 "hours_per_week",
                                 "period",
                                 "urgency_nl",
                                 "description",
                                 "region_name",
                                 "region_nl",
                                 "wsp_name",
                                 "lead_region_name",
                                 "owner_name",
                                 "owner_email",
                                 "region_contact_name",
                                 "region_contact_email",
                                 "note",
                                 "what_nl",
                                 "reason_nl",
                                 "outcome_nl",
                                 "filled",
                                 "form_nl",
                                 "clock_nl",
                                 "wsp_within",
                                 "step_nl",
                                 "due",
                                 "day",
                                 "too_late_count",
                                 "due_soon_count",
                                 "new_count",
                                 "open_count",
                                 "closed_count",
                                 "take_up_count",
                                 "unplaced_count",
                                 "rejected_count",
                                 "parked_count",
                                 "received_count",
                                 "all_open_count",
                                 "all_closed_count",
                                 "unreadable_count",
                                 "balance_wrong",
                                 "promises_count",
                                 "promises_share",
                                 "quiet_regions",
                                 "alerts_count",
                                 "link_nl",
                                 "link"};
    return names;
}

}  // namespace

const MailScope& mail_scope() {
    static const MailNames row{"number", "what",     "where", "since",
                               "due",    "clock_nl", "who",   "link"};
    static const MailNames times{"name", "count",   "share", "half",
                                 "most", "longest", "open",  "late"};
    static const MailScope scope{
        values(),
        {{"sites", {"place", "region_name", "region_nl", "status_nl", "filled"}},
         {"other_sites", {"place", "region_name", "region_nl"}},
         {"regions",
          {"name", "region_nl", "contact_name", "contact_email", "sites", "status_nl", "filled",
           "open", "too_late"}},
         {"wsps", {"name", "sites"}},
         {"notes", {"region_name", "region_nl", "text"}},
         {"next_steps", {"text"}},
         {"signposts", {"title", "text", "link", "amount"}},
         {"possible_duplicates", {"number"}},
         {"matches", {"number", "what", "where", "employer_name", "text", "link"}},
         {"similar_cases", {"number", "what", "text", "story"}},
         {"new_matches",
          {"number", "what", "with_number", "with_what", "where", "employer_name", "text", "link"}},
         {"too_late", row},
         {"due_soon", row},
         {"new", row},
         {"open", row},
         {"closed", row},
         {"unplaced", {"number", "what", "where", "link"}},
         {"parked", {"number", "to", "id", "what", "why"}},
         {"rejected", {"id", "entry", "when", "problems"}},
         {"report_outcomes", {"name", "kind_nl", "requests", "placed"}},
         {"report_clocks", times},
         {"report_regions", times},
         {"balance", {"name", "received", "open", "closed"}},
         {"asked", {"wsp_name", "region_name", "region_nl", "link"}},
         {"alerts",
          {"number", "clock_nl", "step_nl", "due", "employer_name", "occupation", "headcount",
           "region_name", "wsp_name", "text", "link_nl", "link"}}}};
    return scope;
}

}  // namespace werktdoord
