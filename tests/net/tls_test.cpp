// The server behind its own certificate (`listen.tls`).
#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "net/raw_client.hpp"
#include "net/server_under_test.hpp"
#include "net/tls_status.hpp"

namespace werktdoord::test {
namespace {

struct File {
    explicit File(const std::string& path) : handle(std::fopen(path.c_str(), "w")) {}
    ~File() { std::fclose(handle); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    std::FILE* handle;
};

// A key and a certificate that it signed itself.
TlsFiles make_files(const std::filesystem::path& folder) {
    TlsFiles files{folder / "certificate.pem", folder / "key.pem"};
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_sign(certificate, key, EVP_sha256());
    PEM_write_X509(File(files.certificate).handle, certificate);
    PEM_write_PrivateKey(File(files.key).handle, key, nullptr, nullptr, 0, nullptr, nullptr);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return files;
}

void write_rsa_key(const std::filesystem::path& path) {
    EVP_PKEY* key = EVP_RSA_gen(2048);
    PEM_write_PrivateKey(File(path).handle, key, nullptr, nullptr, 0, nullptr, nullptr);
    EVP_PKEY_free(key);
}

std::shared_ptr<TlsContext> loaded(const TlsFiles& files) {
    const auto tls = TlsContext::load(files);
    if (!tls) throw std::runtime_error(tls.error().where + " " + tls.error().text);
    return *tls;
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path) << text;
}

// The certificate that the server shows, as text; empty when it shows none.
std::string certificate_of(std::uint16_t port) {
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    BIO* connection = BIO_new_ssl_connect(context);
    BIO_set_conn_hostname(connection, ("127.0.0.1:" + std::to_string(port)).c_str());
    std::string text;
    if (BIO_do_connect(connection) == 1) {
        SSL* ssl = nullptr;
        BIO_get_ssl(connection, &ssl);
        X509* certificate = SSL_get1_peer_certificate(ssl);
        unsigned char* bytes = nullptr;
        const int size = i2d_X509(certificate, &bytes);
        text.assign(bytes, bytes + size);
        OPENSSL_free(bytes);
        X509_free(certificate);
    }
    BIO_free_all(connection);
    SSL_CTX_free(context);
    return text;
}

// A connection over TLS that says nothing.
class SilentTls {
public:
    explicit SilentTls(std::uint16_t port)
        : context_(SSL_CTX_new(TLS_client_method())), connection_(BIO_new_ssl_connect(context_)) {
        BIO_set_conn_hostname(connection_, ("127.0.0.1:" + std::to_string(port)).c_str());
        EXPECT_EQ(BIO_do_connect(connection_), 1);
    }
    ~SilentTls() {
        BIO_free_all(connection_);
        SSL_CTX_free(context_);
    }
    SilentTls(const SilentTls&) = delete;
    SilentTls& operator=(const SilentTls&) = delete;

private:
    SSL_CTX* context_;
    BIO* connection_;
};

// Sends over TLS and reads until the server closes.
std::string fetch_tls(std::uint16_t port, const std::string& request) {
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    BIO* connection = BIO_new_ssl_connect(context);
    BIO_set_conn_hostname(connection, ("127.0.0.1:" + std::to_string(port)).c_str());
    std::string answer;
    if (BIO_do_connect(connection) == 1) {
        BIO_write(connection, request.data(), static_cast<int>(request.size()));
        std::array<char, 4096> bytes{};
        for (int count = 0; (count = BIO_read(connection, bytes.data(), bytes.size())) > 0;)
            answer.append(bytes.data(), static_cast<std::size_t>(count));
    }
    BIO_free_all(connection);
    SSL_CTX_free(context);
    return answer;
}

void hello(HttpRequest, HttpRespond respond) {
    respond(HttpResponse{200, {}, "hallo"});
}

class Tls : public testing::Test {
protected:
    void SetUp() override {
        folder = std::filesystem::path(testing::TempDir()) / "werktdoord-tls";
        std::filesystem::create_directories(folder);
        files = make_files(folder);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
    TlsFiles files;
};

TEST_F(Tls, answers_over_tls_and_survives_who_speaks_plainly) {
    HttpLimits limits;
    limits.linger_timeout = Millis(200);
    ServerUnderTest server(hello, limits, loaded(files));
    const std::string answer = fetch_tls(server.port(), get("/", "Connection: close\r\n"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\nhallo")) << answer;
    const RawAnswer plain = fetch(server.port(), get("/"));
    EXPECT_EQ(plain.status, 400);
    EXPECT_EQ(plain.body, "HTTPS is spoken at this port.\n");
    EXPECT_EQ(fetch(server.port(), "nonsense\r\n\r\n").status, 0);
    EXPECT_FALSE(fetch_tls(server.port(), get("/", "Connection: close\r\n")).empty());
    EXPECT_EQ(server.reports(), "");
}

TEST_F(Tls, who_shakes_hands_is_served_though_all_places_are_taken_by_the_silent) {
    HttpLimits limits;
    limits.connections = 2;
    limits.linger_timeout = Millis(200);
    ServerUnderTest server(hello, limits, loaded(files));
    const SilentTls one(server.port());
    const SilentTls other(server.port());
    EXPECT_FALSE(fetch_tls(server.port(), get("/", "Connection: close\r\n")).empty());
}

struct BadFiles {
    const char* why;
    const char* certificate;  // names of files of the test below
    const char* key;
    const char* blamed;
    const char* text;
};

TEST_F(Tls, says_which_file_cannot_be_used_and_why) {
    write(folder / "empty.pem", "");
    write(folder / "rubbish.pem", "-----BEGIN CERTIFICATE-----\nrubbish\n");
    write(folder / "rubbish_key.pem", "-----BEGIN PRIVATE KEY-----\nrubbish\n");
    write(folder / "passphrase.pem", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n");
    write(folder / "large.pem", std::string(300'000, 'a'));
    std::filesystem::create_directories(folder / "other");
    make_files(folder / "other");
    write_rsa_key(folder / "rsa.pem");
    const char* const good = "certificate.pem";
    const char* const key = "key.pem";
    for (const BadFiles& bad : {
             BadFiles{"missing", "none.pem", key, "none.pem", "cannot be read: No such file"},
             BadFiles{"a folder", "other", key, "other", "cannot be read: Is a directory"},
             BadFiles{"empty", "empty.pem", key, "empty.pem", "holds no PEM certificate"},
             BadFiles{"a key", key, key, key, "holds no PEM certificate"},
             BadFiles{"no base64", "rubbish.pem", key, "rubbish.pem", "is no certificate chain"},
             BadFiles{"large", "large.pem", key, "large.pem", "is too large"},
             BadFiles{"no key", good, "none.pem", "none.pem", "cannot be read: No such file"},
             BadFiles{"a certificate as key", good, good, good, "holds no PEM private key"},
             BadFiles{"rubbish", good, "rubbish_key.pem", "rubbish_key.pem", "is no private key"},
             BadFiles{"passphrase", good, "passphrase.pem", "passphrase.pem", "has a passphrase"},
             BadFiles{"of another kind", good, "rsa.pem", "rsa.pem", "is not the key of the"},
             BadFiles{"other's", good, "other/key.pem", "other/key.pem", "is not the key of the"},
         }) {
        const auto got = TlsContext::load({folder / bad.certificate, folder / bad.key});
        ASSERT_FALSE(got) << bad.why;
        EXPECT_EQ(got.error().where, folder / bad.blamed) << bad.why;
        EXPECT_TRUE(got.error().text.starts_with(bad.text)) << bad.why << ": " << got.error().text;
    }
}

TEST_F(Tls, knows_from_when_until_when_the_certificate_is_valid) {
    const auto tls = loaded(files);
    EXPECT_EQ(tls->not_after() - tls->not_before(), std::chrono::hours(1));
}

TEST_F(Tls, connections_to_come_get_the_new_certificate) {
    ServerUnderTest server(hello, {}, loaded(files));
    const std::string first = certificate_of(server.port());
    EXPECT_EQ(certificate_of(server.port()), first);
    std::filesystem::create_directories(folder / "other");
    server.take_tls(loaded(make_files(folder / "other")));
    const std::string second = certificate_of(server.port());
    EXPECT_NE(second, first);
    EXPECT_FALSE(second.empty());
}

TEST(TlsStatus, tells_a_refused_reload_and_an_end_that_is_near) {
    using std::chrono::hours;
    Metrics metrics("1");
    TlsStatus status(metrics);
    EXPECT_EQ(metrics.text().find("werktdoord_tls_certificate_end_timestamp_seconds 1"),
              std::string::npos);
    EXPECT_TRUE(status.warnings(monday).empty());
    status.taken(monday + hours(24 * 8));
    EXPECT_TRUE(status.warnings(monday).empty());
    EXPECT_EQ(
        status.warnings(monday + hours(24 * 2)),
        std::vector<std::string>{"the certificate of listen.tls ends at 2026-12-01T09:12:00Z"});
    EXPECT_EQ(
        status.warnings(monday + hours(24 * 8)),
        std::vector<std::string>{"the certificate of listen.tls ended at 2026-12-01T09:12:00Z"});
    status.refused(monday);
    EXPECT_EQ(status.warnings(monday),
              std::vector<std::string>{"the files of listen.tls were refused at "
                                       "2026-11-23T09:12:00Z (see the log); the certificate until "
                                       "2026-12-01T09:12:00Z stays in use"});
    EXPECT_NE(metrics.text().find("werktdoord_tls_reload_failed 1"), std::string::npos);
    status.taken(monday + hours(24 * 90));
    EXPECT_TRUE(status.warnings(monday).empty());
    EXPECT_NE(metrics.text().find("werktdoord_tls_reload_failed 0"), std::string::npos);
}

}  // namespace
}  // namespace werktdoord::test
