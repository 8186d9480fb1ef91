#include "cli/transport.hpp"

#include "net/directory_transport.hpp"
#include "net/smtp_transport.hpp"

namespace werktdoord {

std::unique_ptr<MailTransport> make_transport(const Config& config) {
    if (config.mail.transport == Config::Transport::directory)
        return std::make_unique<DirectoryTransport>(config.mail.directory);
    SmtpSettings settings;
    settings.host = config.mail.smtp.host;
    settings.port = config.mail.smtp.port;
    settings.security = config.mail.smtp.security;
    settings.ca_file = config.mail.smtp.ca_file.string();
    settings.username = config.mail.smtp.username;
    settings.password = config.mail.smtp.password.reveal();
    const std::string& from = config.mail.from.address;
    settings.hello = from.substr(from.find('@') + 1);
    return make_smtp_transport(std::move(settings));
}

}  // namespace werktdoord
