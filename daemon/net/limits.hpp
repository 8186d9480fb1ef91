// Every limit of the network side in one place, each with its reason.
#pragma once

#include <chrono>
#include <cstddef>

namespace werktdoord {

using Millis = std::chrono::milliseconds;

// What one HTTP server allows. Tests inject shorter times.
struct HttpLimits {
    // Our longest honest header is a bearer token and a signature list: under 2 KiB. 431 above.
    std::size_t header_bytes = 8 * 1024;

    // `intake.max_body` of the configuration. 413 above.
    std::size_t body_bytes = 256 * 1024;

    // A third of the 1,024 files that a process may have open by default stays free for the store,
    // mail and logs. One more, and the address that has most of them loses one: an idle one before
    // one that is sending or reading, and of these the one that has been at it longest.
    std::size_t connections = 640;

    // Requests that wait for the store. More is 503, before anything is queued; there is always a
    // connection left that can give way.
    std::size_t in_flight = 512;

    // Requests and answers in memory, of all connections together: 256 bodies of full size. Above
    // it who holds most and is not waiting for the store gets 503.
    std::size_t held_bytes = std::size_t{64} * 1024 * 1024;

    // A header is one packet; who drips it in is broken or hostile. The first one of a connection
    // comes as soon: who is silent may not outlast a newcomer that shakes hands.
    Millis head_timeout{10'000};

    // 256 KiB over a bad mobile line (100 kbit/s) takes 21 s.
    Millis body_timeout{30'000};

    // Between two requests on a connection that is kept; above the 60 s of usual proxies, so that
    // they and not we close first.
    Millis idle_timeout{75'000};

    // A client that does not read its answer holds memory.
    Millis write_timeout{30'000};

    // After an early answer (413, 431) what the client still sends is read and dropped this long,
    // else the reset would take the answer away from it.
    Millis linger_timeout{2'000};
    std::size_t linger_bytes = std::size_t{64} * 1024 * 1024;
};

// One read from a socket: fits a header and a usual body in one go.
inline constexpr std::size_t read_chunk_bytes = 16 * 1024;

// A body in chunks takes more on the wire than it holds: a byte a chunk is 6 bytes. 413 above.
inline constexpr std::size_t chunk_wire_factor = 8;

// An interrupt that falls between two reads or writes is lost; after this it comes again.
inline constexpr Millis interrupt_again{100};

// How long a stop waits for requests in flight before it cancels them; systemd allows 90 s.
inline constexpr Millis drain_bound{10'000};

// After a failing accept (no free file) the next try waits, else the loop would spin.
inline constexpr Millis accept_pause{100};

// Reads that wait for a reader. More is 503: the callers would have given up before their turn.
inline constexpr std::size_t reader_queue_max = 256;

// Threads that read the store for lists. Two: a long report does not hold up a short look.
inline constexpr std::size_t reader_threads = 2;

// The form of an answer page: a long note and some ticks. 413 above.
inline constexpr std::size_t answer_form_bytes = 16 * 1024;

// Rows of a list (contract section 5: `limit`).
inline constexpr int page_limit_default = 50;
inline constexpr int page_limit_max = 500;

// Waiting mails that the metrics count: more is the same alarm, and each is looked at.
inline constexpr int counted_mails_max = 100'000;

// Letters of a search text; it is matched with words, not with documents.
inline constexpr std::size_t search_text_max = 200;

// Letters of an Idempotency-Key; a UUID has 36.
inline constexpr std::size_t idempotency_key_max = 200;

// Days that the roster looks ahead.
inline constexpr int roster_days = 14;

// Journal lines of one request on one page; a request of six weeks has some sixty.
inline constexpr int journal_page_max = 1000;

// A client is told to come back after this many seconds when nothing can be stored.
inline constexpr int retry_after_seconds = 10;

// Submissions of one source: the steady rate and how many may come at once. A crisis peak must pass
// (L5); who sends more than this is in a loop.
struct RateLimit {
    double per_second = 10'000;
    double burst = 40'000;
};

// Refused submissions in the log, of each reason: strangers must not fill the disk. The metric
// counts them all.
inline constexpr RateLimit refusals_told{1, 60};

static_assert(page_limit_default <= page_limit_max);
static_assert(HttpLimits().header_bytes <= read_chunk_bytes);
static_assert(HttpLimits().in_flight < HttpLimits().connections);
static_assert(HttpLimits().head_timeout < HttpLimits().idle_timeout);

}  // namespace werktdoord
