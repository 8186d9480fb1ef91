#include "scale/column.hpp"

#include <cstdio>

namespace werktdoord::bench {

namespace {

void row(const char* name, const std::vector<Column>& columns, double Column::*figure) {
    std::printf("%-46s", name);
    for (const Column& column : columns) std::printf(" %12.2f", column.*figure);
    std::printf("\n");
}

}  // namespace

void print(const std::vector<Column>& columns) {
    std::printf("%-46s", "open requests");
    for (const Column& column : columns) std::printf(" %12d", column.requests);
    std::printf("\n");
    row("store, MB", columns, &Column::megabytes);
    row("start to ready, s (under 1)", columns, &Column::ready);
    row("memory then, MiB (flat)", columns, &Column::memory);
    row("intake, a second (0.9 of the smallest)", columns, &Column::intake);
    row("a second in which nothing is due, us (flat)", columns, &Column::quiet_tick);
    row("first page of the list, us (flat)", columns, &Column::first_page);
    row("a late page of the list, us (flat)", columns, &Column::late_page);
    row("the digests of a morning, s of work (0.5)", columns, &Column::digests);
    row("  their longest transaction, ms", columns, &Column::digest);
    row("a clock a week overdue in each, s of work (5)", columns, &Column::overdue);
    row("  its longest transaction, ms (flat)", columns, &Column::overdue_batch);
    row("a clock that runs out in each, s of work", columns, &Column::missed);
    row("  its longest transaction, ms (flat)", columns, &Column::missed_batch);
    row("  a line of the journal, us", columns, &Column::line);
    row("the rest of two weeks, s of work", columns, &Column::weeks);
    row("  its longest transaction, ms", columns, &Column::weeks_batch);
    row("p99 of the intake, nothing due, ms", columns, &Column::wait);
    row("  with the digests, ms (2 times that)", columns, &Column::wait_digests);
    row("  with what runs out, ms (2 times that)", columns, &Column::wait_overdue);
}

}  // namespace werktdoord::bench
