// TLS on top of TCP as a byte stream (`listen.tls` of contract section 2).
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "net/byte_stream.hpp"

namespace werktdoord {

// PEM files: the certificate with its chain, and its private key.
struct TlsFiles {
    std::string certificate;
    std::string key;
};

// What all connections share: TLS 1.2 and 1.3 with the certificate.
class TlsContext {
public:
    // Fails on files that cannot be read or do not belong together.
    static Result<std::shared_ptr<TlsContext>> load(const TlsFiles& files);

    std::unique_ptr<ByteStream> make_stream(boost::asio::ip::tcp::socket socket);

    ~TlsContext();

private:
    struct Impl;
    explicit TlsContext(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace werktdoord
