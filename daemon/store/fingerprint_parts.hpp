// The parts of an index of fingerprints (store/fingerprint.hpp), for statements that look into all.
#pragma once

// A common table `parts`, the newest part first. `table` is a literal.
#define PARTS_OF(table)                                           \
    "WITH RECURSIVE parts(part) AS (SELECT max(part) FROM " table \
    " UNION ALL SELECT (SELECT max(f.part) FROM " table           \
    " f WHERE f.part < parts.part)"                               \
    " FROM parts WHERE parts.part IS NOT NULL) "
