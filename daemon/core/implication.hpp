// Whether one matcher takes all that another would: proven, never guessed. Pure.
#pragma once

#include <optional>
#include <vector>

#include "core/literal.hpp"

namespace werktdoord {

// The ways in which a request can fit a matcher: it does when all tests of any one way hold. Ways
// that no request can take are left out. A matcher with more than some thousand ways is not worked
// out; nothing is proven of it then.
class Ways {
public:
    using Way = std::vector<Literal>;

    // REQUIRES: `matcher` is prepared.
    explicit Ways(const Matcher& matcher);

    // No request fits.
    bool none() const { return ways_ && ways_->empty(); }

    // Each request that fits also fits `wide`. REQUIRES: `wide` is prepared.
    bool within(const Matcher& wide) const;

    // The matchers, as indexes, that take each request that fits: one of them where one takes all;
    // nothing where that is not proven. REQUIRES: they are prepared, and none is null.
    std::optional<std::vector<std::size_t>> taken_by(const std::vector<const Matcher*>& wide) const;

private:
    std::optional<std::vector<Way>> ways_;
};

}  // namespace werktdoord
