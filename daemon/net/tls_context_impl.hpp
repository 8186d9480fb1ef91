// What a TlsContext holds, for the two files that make and use it.
#pragma once

#include <boost/asio/ssl/context.hpp>

#include "net/tls_stream.hpp"

namespace werktdoord {

struct TlsContext::Impl {
    boost::asio::ssl::context context{boost::asio::ssl::context::tls_server};
};

}  // namespace werktdoord
