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
    std::vector<Member> members{M::by, M::happened_at};
    members.insert(members.end(), own);
    members.push_back(M::note);
    return info(name, std::move(members));
}

std::vector<Entry> request_entries() {
    return {
        info(request_registered, {M::source, M::kind, M::headcount, M::sector, M::data}),
        info(request_rejected, {M::source, M::problems}),
        info(request_routed, {M::rules, M::regions, M::mode, M::policy, M::lead, M::unplaced,
                              M::signposts, M::why, M::rules_hash}),
        info(request_unroutable,
             {M::rules, M::policy, M::unplaced, M::signposts, M::why, M::rules_hash}),
        info(request_assigned, {M::owner, M::reason}),
        recorded(request_reassigned, {M::to, M::reason}),
        recorded(request_taken_up, {}),
        recorded(request_amended, {M::data}),
        recorded(request_referred, {M::regions}),
        recorded(request_continued, {}),
        recorded(request_introduced, {M::with}),
        recorded(request_followed_up, {M::with, M::outcome, M::filled}),
        recorded(request_note, {}),
        info(request_deciding, {M::reason}),
        recorded(request_closed, {M::outcome, M::of, M::reason_text, M::story}),
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
             {M::template_name, M::recipient, M::clock, M::wsp, M::step, M::not_before}),
        info(mail_sent, {M::mail, M::template_name, M::recipient}),
        {mail_failed, Severity::error, {M::mail, M::template_name, M::recipient, M::reason}},
        info(mail_dropped, {M::mail, M::template_name, M::recipient, M::reason}),
        info(digest_queued, {M::template_name, M::recipient}),
        info(digest_skipped, {M::template_name, M::recipient, M::reason}),
        info(rules_loaded, {M::rules_hash}),
        info(daemon_started, {M::version, M::rules_hash}),
        info(daemon_stopped, {M::reason}),
    };
}

std::vector<Entry> all_entries() {
    std::vector<Entry> all = request_entries();
    for (auto& entry : referral_entries()) all.push_back(std::move(entry));
    for (auto& entry : daemon_entries()) all.push_back(std::move(entry));
    return all;
}

}  // namespace

std::string_view json_name(Member member) {
    switch (member) {
        case M::region:
            return "region";
        case M::by:
            return "by";
        case M::happened_at:
            return "happenedAt";
        case M::owner:
            return "owner";
        case M::to:
        case M::recipients:
        case M::recipient:
            return "to";
        case M::wsp:
            return "wsp";
        case M::wsps:
            return "wsps";
        case M::inform:
            return "inform";
        case M::regions:
            return "regions";
        case M::suggests:
            return "suggests";
        case M::with:
            return "with";
        case M::of:
            return "of";
        case M::source:
            return "source";
        case M::kind:
            return "kind";
        case M::headcount:
            return "headcount";
        case M::sector:
            return "sector";
        case M::outcome:
            return "outcome";
        case M::filled:
            return "filled";
        case M::reason:
        case M::reason_text:
            return "reason";
        case M::rules:
            return "rules";
        case M::mode:
            return "mode";
        case M::policy:
            return "policy";
        case M::lead:
            return "lead";
        case M::unplaced:
            return "unplaced";
        case M::signposts:
            return "signposts";
        case M::why:
            return "why";
        case M::clock:
            return "clock";
        case M::start:
            return "start";
        case M::warn:
            return "warn";
        case M::due:
            return "due";
        case M::old_warn:
            return "oldWarn";
        case M::old_due:
            return "oldDue";
        case M::late:
            return "late";
        case M::step:
            return "step";
        case M::send:
            return "send";
        case M::skipped:
            return "skipped";
        case M::template_name:
            return "template";
        case M::mail:
            return "mail";
        case M::not_before:
            return "notBefore";
        case M::rules_hash:
            return "rulesHash";
        case M::version:
            return "version";
        case M::note:
            return "note";
        case M::story:
            return "case";
        case M::data:
            return "data";
        case M::problems:
            return "problems";
    }
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
