// Mail into a folder: one .eml file a mail, for trying out, tests and simulations.
#pragma once

#include <filesystem>

#include "engine/mail_transport.hpp"

namespace werktdoord {

// A file appears whole or not at all; the same id again replaces its file. `durable`: a mail is
// accepted only when it survives a power cut. A folder that cannot be written is unreachable.
class DirectoryTransport : public MailTransport {
public:
    explicit DirectoryTransport(std::filesystem::path folder, bool durable = true)
        : folder_(std::move(folder)), durable_(durable) {}

    // Writes FOLDER/ID.eml; creates the folder where it is missing.
    SendOutcome send(const std::string& envelope_from, const std::string& to,
                     const std::string& mime, const std::string& id) override;

private:
    std::filesystem::path folder_;
    bool durable_;
};

}  // namespace werktdoord
