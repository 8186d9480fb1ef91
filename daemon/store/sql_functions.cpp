#include "store/sql_functions.hpp"

#include <sqlite3.h>

#include <string>
#include <string_view>

#include "core/fold.hpp"
#include "store/names_text.hpp"
#include "store/request_id.hpp"

namespace werktdoord {
namespace {

std::string_view text_of(sqlite3_value* value) {
    const unsigned char* text = sqlite3_value_text(value);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void folded(sqlite3_context* context, int, sqlite3_value** values) {
    const std::string text = fold(text_of(values[0]));
    sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void lowered(sqlite3_context* context, int, sqlite3_value** values) {
    const std::string text = lower_letters(text_of(values[0]));
    sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void names(sqlite3_context* context, int, sqlite3_value** values) {
    sqlite3_result_int(context, names_text(text_of(values[0]), text_of(values[1])));
}

void number_of_request(sqlite3_context* context, int, sqlite3_value** values) {
    const std::string text = request_number(sqlite3_value_int64(values[0])).text();
    sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

}  // namespace

void add_sql_functions(SQLite::Database& database) {
    database.createFunction("folded", 1, true, nullptr, folded, nullptr, nullptr, nullptr);
    database.createFunction("lower_letters", 1, true, nullptr, lowered, nullptr, nullptr, nullptr);
    database.createFunction("names", 2, true, nullptr, names, nullptr, nullptr, nullptr);
    database.createFunction("request_number", 1, true, nullptr, number_of_request, nullptr, nullptr,
                            nullptr);
}

}  // namespace werktdoord
