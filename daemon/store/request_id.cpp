#include "store/request_id.hpp"

#include "base/request_number.hpp"

namespace werktdoord {
namespace {

constexpr std::int64_t numbers_a_year = 10'000'000;

}  // namespace

std::int64_t request_id(const RequestNumber& number) {
    const auto parts = parse_request_number(number.text());
    return parts ? parts->year * numbers_a_year + parts->n : 0;
}

RequestNumber request_number(std::int64_t id) {
    return make_request_number(static_cast<int>(id / numbers_a_year), id % numbers_a_year);
}

}  // namespace werktdoord
