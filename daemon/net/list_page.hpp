// What lists have in common: a query that is refused, a cursor, a page (docs/api.md, "Reading").
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "codec/base64.hpp"
#include "net/http_message.hpp"
#include "net/problem_response.hpp"
#include "net/query_reader.hpp"

namespace werktdoord {

// 400 with every problem of the query.
HttpResponse bad_query(const Problems& problems);

// A number of the journal as a path or a cursor tells it; nothing for any other text.
std::optional<std::int64_t> seq_of(const std::string& text);

// What `read` makes of the cursor's text. One that no list gave is a problem of the query. A cursor
// is opaque to the client: it names the last row it saw.
template <class Key>
std::optional<Key> read_cursor(QueryReader& query, std::optional<Key> (*read)(const std::string&)) {
    const auto cursor = query.text("cursor");
    if (!cursor) return std::nullopt;
    auto key = read(from_base64url(*cursor).value_or(""));
    if (!key) query.problem("cursor", "is not one that a list gave");
    return key;
}

// {"items":[…],"next":"…"} of the first `limit` rows; one row more tells that there is a next page.
// `json` writes a row, `key` names the last one that was shown.
template <class Row, class Json, class KeyOf>
HttpResponse list_page(const std::vector<Row>& rows, int limit, Json json, KeyOf key) {
    const std::size_t shown = std::min(rows.size(), static_cast<std::size_t>(limit));
    std::string body = "{\"items\":[";
    for (std::size_t i = 0; i < shown; ++i) body.append(i == 0 ? "" : ",").append(json(rows[i]));
    body += ']';
    if (rows.size() > shown) body += ",\"next\":\"" + to_base64url(key(rows[shown - 1])) + "\"";
    return json_response(200, body + "}");
}

}  // namespace werktdoord
