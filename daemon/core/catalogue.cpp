#include "core/catalogue.hpp"

namespace werktdoord {

namespace {

using enum EventName;
using M = Member;

Entry info(EventName name, std::vector<Member> members) {
    return {name, Severity::info, std::move(members)};
}

// What a person records: who and when first, the note last.
Entry recorded(EventName name, std::initializer_list<Member> own) {
    std::vector<Member> members{M::by, M::happened_at, M::link};
    members.insert(members.end(), own);
    members.push_back(M::note);
    return info(name, std::move(members));
}

std::vector<Entry> request_entries() {
    return {
        info(request_registered, {M::source, M::kind, M::headcount, M::sector, M::themes, M::data}),
        info(request_rejected, {M::source, M::problems}),
        info(request_routed, {M::rules, M::regions, M::mode, M::policy, M::lead, M::unplaced,
                              M::signposts, M::why, M::reason, M::rules_hash}),
        info(request_unroutable,
             {M::rules, M::policy, M::unplaced, M::signposts, M::why, M::reason, M::rules_hash}),
        info(request_assigned, {M::owner}),
        recorded(request_reassigned, {M::to, M::reason}),
        recorded(request_taken_up, {}),
        recorded(request_amended, {M::headcount, M::sector, M::themes, M::data}),
        recorded(request_referred, {M::regions}),
        recorded(request_continued, {}),
        recorded(request_introduced, {M::with, M::form}),
        recorded(request_followed_up, {M::with, M::form, M::outcome, M::filled}),
        recorded(request_note, {}),
        info(request_deciding, {M::reason}),
        recorded(request_closed, {M::outcome, M::filled, M::of, M::reason_text, M::story}),
        recorded(request_reopened, {M::reason_text}),
    };
}

std::vector<Entry> referral_entries() {
    return {
        info(referral_sent, {M::by, M::happened_at, M::wsps, M::inform}),
        recorded(referral_forwarded, {M::wsps, M::inform}),
        recorded(referral_declined, {M::reason, M::suggests}),
        recorded(referral_wsp_withdrawn, {M::wsp, M::reason_text}),
        recorded(referral_wsp_responded, {M::wsp}),
        recorded(referral_feedback, {M::filled}),
        recorded(referral_reported_back, {M::outcome, M::filled}),
    };
}

std::vector<Entry> daemon_entries() {
    return {
        info(clock_started, {M::clock, M::wsp, M::start, M::warn, M::due}),
        {clock_warned, Severity::warning, {M::clock, M::wsp, M::due}},
        info(clock_met, {M::clock, M::wsp, M::due, M::late}),
        {clock_missed, Severity::error, {M::clock, M::wsp, M::due}},
        info(clock_cancelled, {M::clock, M::wsp}),
        info(clock_moved, {M::clock, M::wsp, M::old_warn, M::old_due, M::warn, M::due, M::reason}),
        info(alert_raised, {M::clock, M::wsp, M::step, M::send, M::skipped, M::recipients}),
        info(mail_queued,
             {M::mail_kind, M::recipient, M::clock, M::wsp, M::step, M::reason, M::not_before}),
        info(mail_sent, {M::mail, M::mail_kind, M::recipient, M::together}),
        {mail_failed, Severity::error, {M::mail, M::mail_kind, M::recipient, M::reason}},
        info(mail_dropped, {M::mail, M::mail_kind, M::recipient, M::by, M::reason, M::note}),
        info(digest_queued, {M::mail_kind, M::recipient}),
        info(digest_skipped, {M::mail_kind, M::recipient, M::reason}),
        info(rules_loaded, {M::rules_hash}),
        info(daemon_started, {M::version}),
        info(daemon_stopped, {}),
        info(mail_joined, {M::mail, M::mail_kind, M::recipient, M::not_before}),
        info(mail_resent, {M::mail, M::mail_kind, M::recipient, M::by, M::not_before}),
        info(request_set_aside, {M::rejected, M::source, M::by, M::note}),
        info(request_forgotten, {M::rejected, M::by}),
        recorded(referral_heard_back, {M::wsp, M::heard}),
    };
}

std::vector<Entry> all_entries() {
    std::vector<Entry> all = request_entries();
    for (auto& entry : referral_entries()) all.push_back(std::move(entry));
    for (auto& entry : daemon_entries()) all.push_back(std::move(entry));
    return all;
}

constexpr std::array<std::pair<Member, std::string_view>, 54> json_names{{
    {M::region, "region"},
    {M::by, "by"},
    {M::happened_at, "happenedAt"},
    {M::link, "link"},
    {M::owner, "owner"},
    {M::to, "to"},
    {M::recipients, "to"},
    {M::recipient, "to"},
    {M::wsp, "wsp"},
    {M::wsps, "wsps"},
    {M::inform, "inform"},
    {M::regions, "regions"},
    {M::suggests, "suggests"},
    {M::with, "with"},
    {M::of, "of"},
    {M::source, "source"},
    {M::kind, "kind"},
    {M::headcount, "headcount"},
    {M::sector, "sector"},
    {M::themes, "themes"},
    {M::outcome, "outcome"},
    {M::filled, "filled"},
    {M::heard, "heard"},
    {M::form, "form"},
    {M::reason, "reason"},
    {M::reason_text, "reason"},
    {M::rules, "rules"},
    {M::mode, "mode"},
    {M::policy, "policy"},
    {M::lead, "lead"},
    {M::unplaced, "unplaced"},
    {M::signposts, "signposts"},
    {M::why, "why"},
    {M::clock, "clock"},
    {M::start, "start"},
    {M::warn, "warn"},
    {M::due, "due"},
    {M::old_warn, "oldWarn"},
    {M::old_due, "oldDue"},
    {M::late, "late"},
    {M::step, "step"},
    {M::send, "send"},
    {M::skipped, "skipped"},
    {M::mail_kind, "template"},
    {M::mail, "mail"},
    {M::together, "together"},
    {M::rejected, "rejected"},
    {M::not_before, "notBefore"},
    {M::rules_hash, "rulesHash"},
    {M::version, "version"},
    {M::note, "note"},
    {M::story, "case"},
    {M::data, "data"},
    {M::problems, "problems"},
}};

}  // namespace

std::string_view json_name(Member member) {
    for (const auto& [known, name] : json_names)
        if (known == member) return name;
    return "?";
}

bool is_personal(Member member) {
    return member == M::reason_text || member == M::note || member == M::story ||
           member == M::data || member == M::problems;
}

const std::vector<Entry>& catalogue() {
    static const std::vector<Entry> entries = all_entries();
    return entries;
}

// The table is in the order of EventName, which its test holds it to.
const Entry& entry_of(EventName name) {
    return catalogue()[static_cast<std::size_t>(name)];
}

}  // namespace werktdoord
