// What is measured of a store with so many open requests, and how it is printed.
#pragma once

#include <vector>

namespace werktdoord::bench {

struct Column {
    int requests = 0;
    double megabytes = 0;
    double ready = 0;       // seconds from the start to the first answer
    double memory = 0;      // MiB after that
    double intake = 0;      // a second, 64 connections
    double quiet_tick = 0;  // microseconds
    double first_page = 0;  // microseconds, as is the next
    double late_page = 0;
    // Of the writing thread, in seconds of work unless it says otherwise; the longest transaction
    // of each in milliseconds.
    double digests = 0;  // all of a morning
    double digest = 0;
    double overdue = 0;  // a clock that ran out in each request a week ago, the daemon away since
    double overdue_batch = 0;
    double missed = 0;  // a clock that runs out in each request just now
    double missed_batch = 0;
    double line = 0;   // microseconds a line of the journal, in that
    double weeks = 0;  // everything after two weeks away, but for that
    double weeks_batch = 0;
    // Milliseconds that 1 in 100 submissions waits at least, 64 at once, without network.
    double wait = 0;
    double wait_digests = 0;
    double wait_overdue = 0;
};

// A row for each figure, a column for each number of requests.
void print(const std::vector<Column>& columns);

}  // namespace werktdoord::bench
