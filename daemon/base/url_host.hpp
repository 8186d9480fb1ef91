// Where a server listens, as a URL names it.
#pragma once

#include <string>

namespace werktdoord {

// "host:port"; an IPv6 address between brackets (RFC 3986, section 3.2.2).
inline std::string url_host(const std::string& host, int port) {
    const bool ipv6 = host.find(':') != std::string::npos;
    return (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

}  // namespace werktdoord
