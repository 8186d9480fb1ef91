// What the subcommands are asked: one struct each, filled by the command line.
#pragma once

#include <cstdint>
#include <string>

namespace werktdoord {

struct ServeOptions {
    std::string config;
};

struct CheckOptions {
    std::string config;
    std::string format = "text";  // or "json"
};

struct RouteOptions {
    std::string config;
    bool explain = false;
    std::string request;      // a stored one; empty: `input`
    std::string at;           // RFC 3339; empty: now
    std::string input = "-";  // a file, or "-": stdin
};

struct DueOptions {
    std::string config;
    std::string within;
    bool explain = false;
    std::string instant;  // RFC 3339; "-": one a line from stdin; empty: now
};

struct SimulateOptions {
    std::string config;
    std::string until;
    std::string mail;   // a folder for the mails; empty: none are written
    std::string store;  // a file; empty: in memory
    std::string stimuli;
};

struct SubmitOptions {
    std::string config;
    std::string url;  // of the daemon; empty: `listen` of the configuration
    std::string id;   // the webhook id; empty: a new one
    std::string request;
};

struct JournalOptions {
    std::string config;
    std::int64_t since = 0;
    bool follow = false;
    bool personal = false;
};

struct BacktestOptions {
    std::string config;
    std::string rules;     // the folder of the other rules
    std::string since;     // a local day or RFC 3339; empty: all
    std::string requests;  // a file, or "-": stdin; empty: the stored ones
    bool calendar_only = false;
    std::string format = "text";  // or json
};

struct ReportOptions {
    std::string config;
    std::string from;  // local days, both inclusive
    std::string until;
    std::string format = "text";  // json, csv, html
};

struct OutboxOptions {
    std::string config;
    std::string state;            // empty: what waits and what is parked
    std::string format = "text";  // or json
    int limit = 100;
    std::int64_t id = 0;
    std::string by;  // a member's key; empty: not told
    std::string reason;
};

struct RejectedOptions {
    std::string config;
    std::string state = "open";
    std::string format = "text";  // or json
    std::int64_t id = 0;
    std::string by;
    std::string reason;
};

struct PreviewOptions {
    std::string config;
    std::string kind;
    std::string request;          // a stored one; empty: made-up values
    std::string format = "text";  // html, eml
};

struct VerifyOptions {
    std::string config;
    std::string store;  // a file, such as a backup; empty: the configured one
};

struct BackupOptions {
    std::string config;
    std::string target;
};

struct ForgetOptions {
    std::string config;
    std::string request;        // empty: a rejected submission
    std::int64_t rejected = 0;  // 0: a request
    std::string by;             // a member's key; empty: not told
};

struct SubjectOptions {
    std::string config;
    std::string email;
};

struct MatchOptions {
    std::string config;
    std::string request;
    std::string format = "text";  // or json
};

struct CasesOptions {
    std::string config;
    std::string format = "csv";  // or json
    std::string sector;          // an SBI code, or the beginning of one, or a section
    std::string region;
    std::string theme;
    std::string words;
};

// Each runs its subcommand and gives the exit code (contract section 1).
int serve(const ServeOptions& options);
int check(const CheckOptions& options);
int route_requests(const RouteOptions& options);
int route_stored_request(const RouteOptions& options);
int due(const DueOptions& options);
int simulate(const SimulateOptions& options);
int submit_request(const SubmitOptions& options);
int print_journal(const JournalOptions& options);
int backtest(const BacktestOptions& options);
int print_report(const ReportOptions& options);
int list_outbox(const OutboxOptions& options);
int show_outbox(const OutboxOptions& options);
int send_outbox(const OutboxOptions& options);
int drop_outbox(const OutboxOptions& options);
int list_rejected(const RejectedOptions& options);
int show_rejected(const RejectedOptions& options);
int set_rejected_aside(const RejectedOptions& options);
int preview_mail(const PreviewOptions& options);
int verify(const VerifyOptions& options);
int back_up_store(const BackupOptions& options);
int forget_person(const ForgetOptions& options);
int print_subject(const SubjectOptions& options);
int print_matches(const MatchOptions& options);
int print_cases(const CasesOptions& options);

}  // namespace werktdoord
