// Letters: which mails follow from what happened (contract section 9). Pure.
#pragma once

#include <map>
#include <string>

#include "core/progress.hpp"

namespace werktdoord {

// Values of a template that only this letter has, such as `note` and `reason_nl`.
using LetterValues = std::map<std::string, std::string>;

void write_employer(Progress& progress, MailKind kind, const LetterValues& values = {});
void write_owner(Progress& progress, MailKind kind, const LetterValues& values = {});

// To the regional contact of a referral, or who stands in.
void write_contact(Progress& progress, const Referral& referral, MailKind kind,
                   const LetterValues& values = {});

// The referral to those who stand in for an absent regional contact, once in each absence.
void write_stand_ins(Progress& progress, const Referral& referral);

void write_wsp(Progress& progress, const Referral& referral, const WspKey& wsp, MailKind kind,
               const LetterValues& values = {});

// For information, as the contact chose (W8); roles that the region lacks are left out.
void write_for_information(Progress& progress, const Referral& referral,
                           const std::vector<Role>& roles, const LetterValues& values = {});

// That something changed: `what_nl` is one Dutch sentence.
void write_update(Progress& progress, const Recipient& to, int referral, const std::string& what_nl,
                  const std::string& note);
void write_owner_update(Progress& progress, int referral, const std::string& what_nl,
                        const std::string& note);

// The same to everyone at work on a referral: the contact and the WSPs that have it.
void write_worker_updates(Progress& progress, const Referral& referral, const std::string& what_nl,
                          const std::string& note);

}  // namespace werktdoord
