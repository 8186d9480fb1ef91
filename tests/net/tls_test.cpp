// The server behind its own certificate (`listen.tls`).
#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <array>
#include <cstdio>
#include <filesystem>

#include "net/raw_client.hpp"
#include "net/server_under_test.hpp"

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
    ServerUnderTest server(hello, limits, files);
    const std::string answer = fetch_tls(server.port(), get("/", "Connection: close\r\n"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\nhallo")) << answer;
    EXPECT_EQ(fetch(server.port(), get("/")).status, 0);
    EXPECT_FALSE(fetch_tls(server.port(), get("/", "Connection: close\r\n")).empty());
    EXPECT_EQ(server.reports(), "");
}

TEST_F(Tls, says_which_file_cannot_be_used) {
    const auto missing = TlsContext::load({folder / "none.pem", files.key});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().where, folder / "none.pem");
    const auto other = TlsContext::load({files.certificate, files.certificate});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().where, files.certificate);
}

}  // namespace
}  // namespace werktdoord::test
