// Mail to one SMTP server, through libcurl, over one connection that is kept.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "codec/config_choices.hpp"
#include "engine/mail_transport.hpp"

namespace werktdoord {

struct SmtpSettings {
    std::string host = "localhost";
    int port = 25;
    SmtpSecurity security = SmtpSecurity::none;
    std::string username;  // empty: no login
    std::string password;
    std::string hello;    // how we name ourselves: the domain of the sender
    std::string ca_file;  // empty: the certificates that the machine trusts
    std::chrono::milliseconds connect_timeout{std::chrono::minutes(1)};  // until we are logged in
    std::chrono::milliseconds reply_timeout{std::chrono::minutes(1)};    // to MAIL, RCPT, DATA each
    std::chrono::milliseconds verdict_timeout{
        std::chrono::minutes(10)};  // from the message's start
};

// The server's certificate is always checked. Outcomes: see SmtpDialog. A server that looks long at
// a message has ten minutes for its answer (RFC 5321, 4.5.3.2.6): who hangs up before gets the same
// mail delivered again and again. An address goes out as ascii_address makes it; what is none, and
// so could end the command, is refused here. After `interrupt` a
// send ends within a second, or within ten when the message itself is under way.
std::unique_ptr<MailTransport> make_smtp_transport(SmtpSettings settings);

}  // namespace werktdoord
