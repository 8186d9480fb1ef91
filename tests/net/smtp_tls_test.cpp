// The certificate of a mail server is always checked.
#include <gtest/gtest.h>

#include "net/smtp_transport.hpp"
#include "net/tls_smtp.hpp"
#include "temp_folder.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using Outcome = SendOutcome::Kind;

class SmtpTls : public testing::Test {
protected:
    SmtpTls() {
        settings_.host = "127.0.0.1";
        settings_.port = server_.port();
        settings_.security = SmtpSecurity::tls;
        settings_.hello = "nlwerktdoor.example";
        settings_.ca_file = certificate_.string();
        settings_.connect_timeout = settings_.reply_timeout = settings_.verdict_timeout = 5s;
    }
    SendOutcome send() {
        return make_smtp_transport(settings_)->send("a@b.example", "c@d.example", "X: y\r\n\r\nz",
                                                    "1");
    }
    TempFolder folder_;
    std::filesystem::path certificate_ = folder_.path() / "certificate.pem";
    TlsSmtp server_{certificate_};
    SmtpSettings settings_;
};

TEST_F(SmtpTls, a_trusted_certificate_of_this_host_will_do) {
    EXPECT_EQ(send(), (SendOutcome{Outcome::accepted, ""}));
    EXPECT_EQ(server_.messages(), 1);
}

TEST_F(SmtpTls, a_certificate_that_nobody_vouches_for_is_unreachable) {
    settings_.ca_file.clear();
    EXPECT_EQ(send().kind, Outcome::unreachable);
    EXPECT_EQ(server_.messages(), 0);
}

TEST_F(SmtpTls, a_certificate_of_another_host_is_unreachable) {
    settings_.host = "localhost";
    EXPECT_EQ(send().kind, Outcome::unreachable);
    EXPECT_EQ(server_.messages(), 0);
}

}  // namespace
}  // namespace werktdoord
