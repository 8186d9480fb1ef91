// An SMTP server behind TLS with a certificate of its own making, for 127.0.0.1.
#pragma once

#include <openssl/ssl.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <thread>

namespace werktdoord {

// Takes every mail. Serves one connection after the other.
class TlsSmtp {
public:
    // Writes its certificate, in PEM, to `certificate`.
    explicit TlsSmtp(const std::filesystem::path& certificate);
    ~TlsSmtp();
    TlsSmtp(const TlsSmtp&) = delete;
    TlsSmtp& operator=(const TlsSmtp&) = delete;

    int port() const { return port_; }
    int messages() const { return messages_; }

private:
    void run();
    void serve(SSL* connection);

    struct Free {
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    };
    std::unique_ptr<SSL_CTX, Free> context_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<int> messages_ = 0;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace werktdoord
