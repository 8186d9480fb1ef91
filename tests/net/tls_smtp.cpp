#include "net/tls_smtp.hpp"

#include <arpa/inet.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>
#include <string>

#include "net/signals.hpp"

namespace werktdoord {
namespace {

struct FreeX509 {
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
    void operator()(SSL* connection) const { SSL_free(connection); }
    void operator()(std::FILE* file) const { std::fclose(file); }
};
template <class T>
using Owned = std::unique_ptr<T, FreeX509>;

Owned<X509> self_signed(EVP_PKEY* key) {
    Owned<X509> certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    const auto* text = reinterpret_cast<const unsigned char*>("mail.example");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    const Owned<X509_EXTENSION> address(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1"));
    X509_add_ext(certificate.get(), address.get(), -1);
    X509_sign(certificate.get(), key, EVP_sha256());
    return certificate;
}

bool say(SSL* connection, const std::string& reply) {
    const std::string bytes = reply + "\r\n";
    return SSL_write(connection, bytes.data(), static_cast<int>(bytes.size())) > 0;
}

}  // namespace

TlsSmtp::TlsSmtp(const std::filesystem::path& certificate)
    : context_(SSL_CTX_new(TLS_server_method())) {
    ignore_broken_pipes();  // a client that hangs up in the handshake
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Owned<X509> own = self_signed(key.get());
    SSL_CTX_use_certificate(context_.get(), own.get());
    SSL_CTX_use_PrivateKey(context_.get(), key.get());
    const Owned<std::FILE> file(std::fopen(certificate.c_str(), "w"));
    if (!file || PEM_write_X509(file.get(), own.get()) != 1)
        throw std::runtime_error("no certificate for the test");

    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof(address);
    if (::bind(listener_, generic, size) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, generic, &size) != 0)
        throw std::runtime_error("no socket for the test");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

TlsSmtp::~TlsSmtp() {
    stopping_ = true;
    thread_.join();
    ::close(listener_);
}

void TlsSmtp::run() {
    while (!stopping_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0) continue;
        const int socket = ::accept(listener_, nullptr, nullptr);
        const timeval patience{2, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
        const Owned<SSL> connection(SSL_new(context_.get()));
        SSL_set_fd(connection.get(), socket);
        if (SSL_accept(connection.get()) == 1) serve(connection.get());
        ::close(socket);
    }
}

void TlsSmtp::serve(SSL* connection) {
    if (!say(connection, "220 mail.example ESMTP")) return;
    std::string input;
    bool in_message = false;
    char bytes[4096];
    for (int count; (count = SSL_read(connection, bytes, sizeof(bytes))) > 0;) {
        input.append(bytes, static_cast<std::size_t>(count));
        for (std::size_t end; (end = input.find("\r\n")) != std::string::npos;) {
            const std::string line = input.substr(0, end);
            input.erase(0, end + 2);
            if (in_message && line != ".") continue;
            if (in_message) ++messages_;
            const bool data = !in_message && line == "DATA";
            in_message = data;
            if (!say(connection, data ? "354 go on" : line == "QUIT" ? "221 bye" : "250 ok"))
                return;
        }
    }
}

}  // namespace werktdoord
