// Under which names the store keeps how far the digests are (store/setting_names.hpp).
#pragma once

#include <string>

#include "core/digest_times.hpp"
#include "core/names.hpp"
#include "store/setting_names.hpp"

namespace werktdoord {

// Until when digests of this kind are sent or skipped.
inline std::string digest_handled_key(DigestKind kind) {
    return setting::digest_handled + std::string(name_of(kind));
}

// The last local day that had its digest.
inline std::string digest_day_key(DigestKind kind) {
    return setting::digest_day + std::string(name_of(kind));
}

// Since when a region's contact, or the team (an empty region), has not had a digest.
inline std::string digest_since_key(const RegionKey& region) {
    return setting::digest_since + (region.empty() ? "team" : "region." + region.text());
}

// Which of today's digests went out already, and what they told of.
inline std::string digest_round_key(DigestKind kind) {
    return setting::digest_round + std::string(name_of(kind));
}

}  // namespace werktdoord
