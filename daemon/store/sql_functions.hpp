// What our SQL calls beside SQLite's own functions.
#pragma once

#include <SQLiteCpp/Database.h>

namespace werktdoord {

// folded(TEXT): the text as it is compared (core/fold.hpp), and lower_letters(TEXT) in lower
// case alone. names(TEXT, NAME): whether the text
// names that person (names_text.hpp). request_number(ID): as in NLWD-2026-000001. Once a
// connection, when it is opened: SQLite replaces no function while a statement is under way, and
// FTS5 keeps some of its own.
void add_sql_functions(SQLite::Database& database);

}  // namespace werktdoord
