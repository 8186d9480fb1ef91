#include "cli/templates.hpp"

#include "cli/access.hpp"
#include "cli/input.hpp"
#include "engine/answer_links.hpp"

namespace werktdoord {

std::optional<Templates> load_templates(const Config& config) {
    Parsed<Templates> templates = read_templates(config.folder / "templates");
    if (templates) return std::move(*templates);
    tell_problems(templates.error());
    return std::nullopt;
}

MailSettings mail_settings(const Config& config) {
    return MailSettings{{config.mail.from.name, config.mail.from.address},
                        config.zone,
                        answer_links(config.public_url, answer_keys(config), config.answers.valid)};
}

}  // namespace werktdoord
