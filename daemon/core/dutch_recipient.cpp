#include "core/dutch_recipient.hpp"

namespace werktdoord {

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
