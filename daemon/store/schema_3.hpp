// Schema 3: what digests, matches, reports and the case base read by an index of their own.
#pragma once

namespace werktdoord {

inline constexpr const char* schema_3 = R"sql(
)sql";

}  // namespace werktdoord
