// TLS on top of TCP as a byte stream (`listen.tls` of contract section 2).
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "net/byte_stream.hpp"

namespace werktdoord {

// PEM files: the certificate with its chain, and its private key.
struct TlsFiles {
    std::string certificate;
    std::string key;
};

// What connections share: a certificate, and TLS 1.2 or 1.3 with forward secrecy. Nothing is kept
// of a session that is over, so no session outlives its certificate and none takes memory. The
// streams keep it alive.
class TlsContext : public std::enable_shared_from_this<TlsContext> {
public:
    // Fails on files that cannot be read, are not what they should be, have a passphrase or do not
    // belong together: `where` is the file. No message holds anything of their content.
    static Result<std::shared_ptr<TlsContext>> load(const TlsFiles& files);

    // Of the certificate itself, the first of its file.
    Instant not_before() const;
    Instant not_after() const;

    std::unique_ptr<ByteStream> make_stream(boost::asio::ip::tcp::socket socket);

    ~TlsContext();

private:
    struct Impl;
    explicit TlsContext(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace werktdoord
