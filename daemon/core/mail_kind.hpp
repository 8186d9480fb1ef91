// The kinds of mail, and what holds for every mail of a kind.
#pragma once

#include "core/names.hpp"

namespace werktdoord {

enum class MailKind {
    alert,
    alerts,  // several alerts that leave as one
    closing,
    closing_partner,
    confirmation,
    digest_contact,
    digest_team,
    for_information,
    introduction,
    mail_failed,
    new_link,
    new_request,
    referral,
    rejected,
    report,
    status,
    update,
    wsp_request
};

struct MailTraits {
    MailKind kind;
    std::string_view name;
    std::string_view dutch;  // what people call it
    bool about_a_request;    // one, not many or none
    bool waits_for_opening;  // contract section 3, calendar.yaml
};

// In the order of MailKind.
inline constexpr std::array<MailTraits, 18> mail_traits{{
    {MailKind::alert, "alert", "herinnering", true, true},
    {MailKind::alerts, "alerts", "herinneringen", false, true},
    {MailKind::closing, "closing", "afsluiting", true, true},
    {MailKind::closing_partner, "closing_partner", "bericht van afsluiting", true, true},
    {MailKind::confirmation, "confirmation", "bevestiging", true, true},
    {MailKind::digest_contact, "digest_contact", "dagoverzicht", false, false},
    {MailKind::digest_team, "digest_team", "dagoverzicht van het team", false, false},
    {MailKind::for_information, "for_information", "bericht ter informatie", true, true},
    {MailKind::introduction, "introduction", "kennismaking", true, true},
    {MailKind::mail_failed, "mail_failed", "bericht over mail die niet aankwam", false, true},
    {MailKind::new_link, "new_link", "nieuwe link", true, false},
    {MailKind::new_request, "new_request", "nieuwe melding", true, true},
    {MailKind::referral, "referral", "doorverwijzing", true, true},
    {MailKind::rejected, "rejected", "bericht over een onleesbare melding", false, true},
    {MailKind::report, "report", "maandrapport", false, false},
    {MailKind::status, "status", "stand van zaken", true, true},
    {MailKind::update, "update", "bericht van een wijziging", true, true},
    {MailKind::wsp_request, "wsp_request", "vraag aan het WSP", true, true},
}};

constexpr const MailTraits& traits_of(MailKind kind) {
    return mail_traits[static_cast<std::size_t>(kind)];
}

static_assert([] {
    for (const MailTraits& traits : mail_traits)
        if (&traits_of(traits.kind) != &traits) return false;
    return true;
}());

template <>
struct Names<MailKind> {
    static constexpr auto table = [] {
        std::array<std::pair<MailKind, std::string_view>, mail_traits.size()> names{};
        for (std::size_t i = 0; i < names.size(); ++i)
            names[i] = {mail_traits[i].kind, mail_traits[i].name};
        return names;
    }();
};

}  // namespace werktdoord
