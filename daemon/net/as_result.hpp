// How a coroutine here awaits: a failure comes back as a value, beside what the operation gives.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace werktdoord {

constexpr auto as_result = boost::asio::as_tuple(boost::asio::use_awaitable);

}  // namespace werktdoord
