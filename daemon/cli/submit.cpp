// `submit`: signs a request and posts it to a running daemon, as the platform would.

#include <openssl/rand.h>

#include <array>
#include <boost/json/object.hpp>
#include <iostream>

#include "base/url_host.hpp"
#include "cli/cli.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "codec/json.hpp"
#include "codec/json_write.hpp"
#include "codec/webhook.hpp"
#include "net/http_client.hpp"
#include "net/system_clock.hpp"

namespace werktdoord {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

std::string new_id() {
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no randomness for the webhook id");
    std::string id = "msg_";
    for (unsigned char byte : bytes) id += {hex_digits[byte >> 4U], hex_digits[byte & 15U]};
    return id;
}

// The event body: the file as it is when it holds one, else its data in a new one.
std::optional<std::string> body_of(const std::string& text, const std::string& file, Instant now) {
    const Parsed<boost::json::value> value = parse_json(text);
    if (!value) {
        for (const Problem& problem : value.error())
            std::cerr << file << (problem.where.empty() ? "" : " at ") << problem.where
                      << ": error: " << problem.text << "\n";
        return std::nullopt;
    }
    const boost::json::object* object = value->if_object();
    if (object != nullptr && object->contains("type") && object->contains("data")) return text;
    boost::json::object event;
    event["type"] = "request.submitted";
    event["timestamp"] = to_rfc3339(now);
    event["data"] = *value;
    return to_json(event);
}

std::string url_of(const SubmitOptions& options, const Config& config) {
    std::string url = options.url;
    while (url.ends_with('/')) url.pop_back();
    if (!url.empty()) return url;
    return (config.listen.tls ? "https://" : "http://") +
           url_host(config.listen.address, config.listen.port);
}

// The secret to sign with: the first of the first source. What is wrong is told on stderr.
std::optional<Secret> secret_of(const Config& config) {
    if (config.intake.sources.empty()) {
        std::cerr << config.file.string() << ": error: nobody may send requests in: add a source"
                  << " with a secret to intake.sources\n";
        return std::nullopt;
    }
    const ConfiguredSecret& configured = config.intake.sources.front().secrets.front();
    auto secret = parse_secret(configured.reveal());
    if (secret) return std::move(*secret);
    std::cerr << configured.where() << ": error: " << secret.error().text << "\n";
    return std::nullopt;
}

}  // namespace

int submit_request(const SubmitOptions& options) {
    const auto config = load_config(options.config);
    const auto text = config ? read_input(options.request) : std::nullopt;
    const Instant now = SystemClock().now();
    const auto body = text ? body_of(*text, options.request, now) : std::nullopt;
    const auto secret = body ? secret_of(*config) : std::nullopt;
    if (!secret) return exit_usage;
    const std::string id = options.id.empty() ? new_id() : options.id;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch());
    const std::string timestamp = std::to_string(seconds.count());
    const HttpAnswer answer = http_post(
        url_of(options, *config) + "/v1/intake",
        {"content-type: application/json", "webhook-id: " + id, "webhook-timestamp: " + timestamp,
         "webhook-signature: " + sign(id, timestamp, *body, *secret)},
        *body);
    if (answer.status == 0) {
        std::cerr << "werktdoord: no answer: " << answer.failure << "\n";
        return exit_problems;
    }
    std::cerr << "HTTP " << answer.status << "\n";
    std::cout << answer.body << "\n";
    return answer.status == 200 || answer.status == 201 ? exit_done : exit_problems;
}

}  // namespace werktdoord
