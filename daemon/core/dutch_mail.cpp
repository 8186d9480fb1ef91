#include "core/dutch_mail.hpp"

#include <array>
#include <utility>

namespace werktdoord {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 18> kinds{{
    {"alert", "herinnering"},
    {"alerts", "herinneringen"},
    {"closing", "afsluiting"},
    {"closing_partner", "bericht van afsluiting"},
    {"confirmation", "bevestiging"},
    {"digest_contact", "dagoverzicht"},
    {"digest_team", "dagoverzicht van het team"},
    {"for_information", "bericht ter informatie"},
    {"introduction", "kennismaking"},
    {"mail_failed", "bericht over mail die niet aankwam"},
    {"new_link", "nieuwe link"},
    {"new_request", "nieuwe melding"},
    {"referral", "doorverwijzing"},
    {"rejected", "bericht over een onleesbare melding"},
    {"report", "maandrapport"},
    {"status", "stand van zaken"},
    {"update", "bericht van een wijziging"},
    {"wsp_request", "vraag aan het WSP"},
}};

}  // namespace

std::string dutch_mail(const std::string& kind) {
    for (const auto& [known, words] : kinds)
        if (kind == known) return words;
    return kind;
}

std::string dutch_recipient(Role role, const std::string& key) {
    switch (role) {
        case Role::employer:
            return "de werkgever";
        case Role::owner:
        case Role::duty_contact:
        case Role::team:
        case Role::coordinator:
            return key + " van het team";
        case Role::regional_contact:
            return "het regiocontact " + key;
        case Role::backup:
            return "de achtervang " + key;
        case Role::wsp:
            return "het WSP " + key;
        case Role::wsp_manager:
            return "de WSP-manager " + key;
        case Role::employers_association:
            return "de werkgeversvereniging " + key;
        case Role::pow_director:
            return "de directeur Perspectief op Werk " + key;
    }
    return key;
}

}  // namespace werktdoord
