#include "core/standing_in.hpp"

#include <algorithm>

#include "core/fold.hpp"

namespace werktdoord {
namespace {

void add_receiver(std::vector<Recipient>& receivers, Role role, const std::string& key,
                  const std::string& name, const std::string& address) {
    const bool known = std::any_of(receivers.begin(), receivers.end(), [&](const Recipient& r) {
        return same_address(r.address, address);
    });
    if (!known) receivers.push_back({role, key, name, address});
}

void add_contact(std::vector<Recipient>& receivers, const Region& region) {
    add_receiver(receivers, Role::regional_contact, region.key.text(), region.contact.name,
                 region.contact.email);
}

// Those who stand in for an absent contact.
void add_stand_ins(std::vector<Recipient>& receivers, const Region& region, const Roster& roster,
                   LocalDay day) {
    if (region.backup)
        add_receiver(receivers, Role::backup, region.key.text(), region.backup->name,
                     region.backup->email);
    if (region.backup && !region.is_own_backup() && !region.backup->is_absent(day)) return;
    if (const TeamMember* coordinator = roster.find_member(roster.coordinator))
        add_receiver(receivers, Role::coordinator, roster.coordinator.text(), coordinator->name,
                     coordinator->email);
}

}  // namespace

std::vector<Recipient> receivers_of_contact(const Region& region, const Roster& roster,
                                            LocalDay day) {
    std::vector<Recipient> receivers;
    if (region.contact.is_absent(day)) add_stand_ins(receivers, region, roster, day);
    if (receivers.empty()) add_contact(receivers, region);
    return receivers;
}

Recipient who_is_there(const Region& region, const Roster& roster, LocalDay day) {
    return receivers_of_contact(region, roster, day).back();
}

std::vector<Recipient> receivers_of_alert(const Region& region, const Roster& roster,
                                          LocalDay day) {
    std::vector<Recipient> receivers;
    add_contact(receivers, region);
    if (region.contact.is_absent(day)) add_stand_ins(receivers, region, roster, day);
    return receivers;
}

}  // namespace werktdoord
