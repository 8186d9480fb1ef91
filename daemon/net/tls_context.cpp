// The certificate and key of the listener, read and made ready.
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509err.h>

#include <boost/asio/buffer.hpp>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <memory>
#include <optional>
#include <system_error>

#include "net/tls_context_impl.hpp"

namespace werktdoord {
namespace ssl = boost::asio::ssl;
namespace {

// A chain of a dozen certificates takes some 20 KiB.
constexpr std::size_t most_bytes = 256 * 1024;

// What TLS 1.2 may use; 1.3 has no weak ones.
constexpr const char* ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

// The bytes of a file, wiped at the end: one of them is a private key.
class PemFile {
public:
    ~PemFile() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }
    PemFile() = default;
    PemFile(const PemFile&) = delete;
    PemFile& operator=(const PemFile&) = delete;

    // Why it cannot be read; empty: it was.
    std::string read(const std::string& path) {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                                   &std::fclose);
        if (!file) return "cannot be read: " + std::generic_category().message(errno);
        std::setvbuf(file.get(), nullptr, _IONBF, 0);
        bytes_.resize(most_bytes);
        const std::size_t count = std::fread(bytes_.data(), 1, bytes_.size(), file.get());
        if (std::ferror(file.get()) != 0)
            return "cannot be read: " + std::generic_category().message(errno);
        if (count == most_bytes) return "is too large for a PEM file";
        bytes_.resize(count);
        return "";
    }
    bool holds(std::string_view text) const { return bytes_.find(text) != std::string::npos; }
    boost::asio::const_buffer buffer() const { return {bytes_.data(), bytes_.size()}; }

private:
    std::string bytes_;
};

std::string reason_of(const boost::system::error_code& error) {
    const char* reason =
        ERR_reason_error_string(static_cast<unsigned long>(static_cast<unsigned>(error.value())));
    return reason == nullptr ? error.message() : reason;
}

bool is_mismatch(const boost::system::error_code& error) {
    const int reason = ERR_GET_REASON(static_cast<unsigned>(error.value()));
    return reason == X509_R_KEY_VALUES_MISMATCH || reason == X509_R_KEY_TYPE_MISMATCH;
}

void prepare(ssl::context& context) {
    SSL_CTX* const handle = context.native_handle();
    SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(handle, ciphers);
    SSL_CTX_set_options(handle, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(handle, 0);
    SSL_CTX_set_session_cache_mode(handle, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(handle, SSL_MODE_RELEASE_BUFFERS);
    // Without this the library would ask the terminal.
    context.set_password_callback(
        [](std::size_t, ssl::context::password_purpose) { return std::string(); });
}

std::optional<Problem> take_certificate(ssl::context& context, const std::string& path) {
    PemFile file;
    const std::string why_not = file.read(path);
    if (!why_not.empty()) return Problem{path, why_not};
    if (!file.holds("-----BEGIN CERTIFICATE-----"))
        return Problem{path, "holds no PEM certificate"};
    boost::system::error_code error;
    context.use_certificate_chain(file.buffer(), error);
    if (error) return Problem{path, "is no certificate chain: " + reason_of(error)};
    return std::nullopt;
}

std::optional<Problem> take_key(ssl::context& context, const TlsFiles& files) {
    PemFile file;
    const std::string why_not = file.read(files.key);
    if (!why_not.empty()) return Problem{files.key, why_not};
    if (!file.holds("PRIVATE KEY-----")) return Problem{files.key, "holds no PEM private key"};
    if (file.holds("ENCRYPTED"))
        return Problem{files.key, "has a passphrase; a key without one is needed here"};
    boost::system::error_code error;
    context.use_private_key(file.buffer(), ssl::context::pem, error);
    // A key of another kind than the certificate's is kept beside it without a word.
    const bool fits = !error && SSL_CTX_check_private_key(context.native_handle()) == 1;
    if (fits) return std::nullopt;
    ERR_clear_error();
    if (!error || is_mismatch(error))
        return Problem{files.key, "is not the key of the certificate in " + files.certificate};
    return Problem{files.key, "is no private key: " + reason_of(error)};
}

Instant instant_of(const ASN1_TIME* time) {
    std::tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    return Instant(std::chrono::seconds(timegm(&parts)));
}

}  // namespace

TlsContext::TlsContext(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

TlsContext::~TlsContext() = default;

Result<std::shared_ptr<TlsContext>> TlsContext::load(const TlsFiles& files) {
    auto impl = std::make_unique<Impl>();
    prepare(impl->context);
    if (auto problem = take_certificate(impl->context, files.certificate)) return *problem;
    if (auto problem = take_key(impl->context, files)) return *problem;
    return std::shared_ptr<TlsContext>(new TlsContext(std::move(impl)));
}

Instant TlsContext::not_before() const {
    return instant_of(
        X509_get0_notBefore(SSL_CTX_get0_certificate(impl_->context.native_handle())));
}

Instant TlsContext::not_after() const {
    return instant_of(X509_get0_notAfter(SSL_CTX_get0_certificate(impl_->context.native_handle())));
}

}  // namespace werktdoord
