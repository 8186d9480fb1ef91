#include "cli/templates.hpp"

#include <iostream>

#include "cli/sources.hpp"
#include "engine/answer_links.hpp"

namespace werktdoord {

std::optional<Templates> load_templates(const Config& config) {
    Parsed<Templates> templates = read_templates(config.folder / "templates");
    if (templates) return std::move(*templates);
    for (const Problem& problem : templates.error())
        std::cerr << problem.where << ": error: " << problem.text << "\n";
    return std::nullopt;
}

MailSettings mail_settings(const Config& config) {
    return MailSettings{{config.mail.from.name, config.mail.from.address},
                        config.zone,
                        answer_links(config.public_url, answer_keys(config), config.answers.valid)};
}

}  // namespace werktdoord
