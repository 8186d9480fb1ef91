#include "cli/access.hpp"

namespace werktdoord {

Parsed<std::vector<IntakeSource>> intake_sources(const Config& config) {
    std::vector<IntakeSource> sources;
    Problems problems;
    for (const Config::Source& configured : config.intake.sources) {
        IntakeSource source;
        source.name = configured.name;
        for (const ConfiguredSecret& secret : configured.secrets) {
            Result<Secret> read = parse_secret(secret.reveal());
            if (read)
                source.secrets.push_back(std::move(*read));
            else
                problems.push_back({secret.where(), read.error().text});
        }
        sources.push_back(std::move(source));
    }
    if (!problems.empty()) return problems;
    return sources;
}

std::vector<ApiToken> api_tokens(const Config& config) {
    std::vector<ApiToken> tokens;
    for (const Config::Token& token : config.tokens)
        tokens.push_back({token.name, token.role, token.token.reveal()});
    return tokens;
}

AnswerKeys answer_keys(const Config& config) {
    AnswerKeys keys;
    for (const ConfiguredSecret& key : config.answers.keys) keys.push_back(key.reveal());
    return keys;
}

}  // namespace werktdoord
