// What has happened: the one value that the journal, the log, the state and the mail follow from.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/key.hpp"
#include "core/deadlines.hpp"
#include "core/event_name.hpp"
#include "core/facts.hpp"
#include "core/mail_kind.hpp"
#include "core/role.hpp"
#include "core/routing.hpp"

namespace werktdoord {

// A mail to be sent, beside the event `mail.queued` or `digest.queued` that tells of it. Personal:
// it goes to the outbox, never to the journal.
struct Mail {
    Recipient to;
    Facts facts;
    std::optional<Instant> not_before;  // held until then (calendar `notify`)
    friend bool operator==(const Mail&, const Mail&) = default;
};

// One happening. Which members an event has, and their order, is in the catalogue (catalogue.hpp);
// the others stay empty.
struct Event {
    Instant at;
    EventName name = EventName::request_note;
    std::optional<RequestNumber> request;
    std::optional<RegionKey> region;

    std::string by;  // member key, regional_contact, backup, wsp, employer, rules
    std::optional<Instant> happened_at;  // when it differs from `at`
    std::string link;                    // id of the link in a mail that it was recorded by

    // Who and where to
    std::string owner;  // request.assigned
    std::string to;     // request.reassigned: the new owner
    std::optional<WspKey> wsp;
    std::vector<WspKey> wsps;
    std::vector<Role> inform;
    std::vector<RegionKey> regions;
    std::vector<RegionKey> suggests;
    std::optional<RequestNumber> with;  // request.introduced
    std::optional<RequestNumber> of;    // request.closed as duplicate
    std::vector<Recipient> recipients;  // alert.raised; mail and digest events: one

    // What
    std::string source;         // of a webhook
    std::int64_t rejected = 0;  // request.set_aside: seq of its request.rejected
    std::string webhook_id;
    std::optional<Kind> kind;
    std::optional<int> headcount;
    std::string sector;
    std::vector<std::string> themes;  // registered, amended: those that are counted
    std::string outcome;
    std::optional<int> filled;
    std::optional<bool> heard;  // referral.heard_back: whether the WSP spoke to the employer
    std::string form;           // of an introduction
    std::string reason;         // one of a closed set of words
    std::shared_ptr<const Route> route;  // request.routed, request.unroutable, amended anew

    // Clocks and alerts
    std::optional<ClockName> clock;
    std::optional<Instant> start;
    std::optional<Instant> warn;
    std::optional<Instant> due;
    std::optional<Instant> old_warn;  // clock.moved
    std::optional<Instant> old_due;   // clock.moved
    bool late = false;                // clock.met
    std::optional<AlertStep> step;    // alert.raised
    std::optional<int> send;          // alert.raised: the k-th send of an `after` step
    std::optional<int> skipped;       // alert.raised: sends passed while down

    // Mail
    std::optional<MailKind> mail_kind;  // mail.*, digest.*
    std::int64_t mail = 0;      // mail.sent, failed, dropped, resent: seq of its mail.queued
    std::int64_t together = 0;  // mail.sent: seq of the mail.queued with which it left as one
    std::shared_ptr<const Mail> letter;  // mail.queued, digest.queued; not journalled
    std::optional<Instant> not_before;   // mail.resent; of a letter it stands there

    // The daemon and its rules
    std::string rules_hash;
    std::string version;

    // Personal or free text: enters the journal by its salted digest
    std::string note;
    std::string story;     // request.closed: `case`
    std::string data;      // registered: document; amended: the patch
    std::string problems;  // request.rejected

    // Not journalled: what evolve needs beside
    int referral = 0;                                 // ordinal of the referral it concerns
    std::uint64_t until = 0;                          // clock.started: bits of Happened
    std::optional<Span> within;                       // clock.started: what the policy said
    std::optional<Warning> warning;                   // clock.started: the same
    std::optional<Instant> next_alert;                // clock.missed, alert.raised
    int alerts = 0;                                   // alert.raised: sends on this clock so far
    std::vector<RequestNumber> possible_duplicates;   // request.registered
    std::shared_ptr<const RequestData> request_data;  // registered, amended
    std::vector<std::size_t> sites;                   // referral.sent
};

}  // namespace werktdoord
