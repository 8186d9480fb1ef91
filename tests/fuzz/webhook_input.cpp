#include <array>

#include "codec/webhook.hpp"
#include "fuzz/inputs.hpp"
#include "fuzz/must.hpp"

namespace werktdoord {

void feed_webhook(std::string_view input) {
    std::array<std::string_view, 4> lines;
    for (std::string_view& line : lines) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        line = input.substr(0, end);
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    const auto [id, timestamp, signature, text] = lines;
    const Instant now = Instant(std::chrono::seconds(1'790'000'000));
    const std::chrono::seconds tolerance(300);
    const auto secret = parse_secret(text);
    must(secret || !text.starts_with("whsec_") || text.size() < 30 ||
             secret.error().text.find(text) == std::string::npos,
         "what is wrong with a secret is told without it");
    const Secret known{Secret::Scheme::hmac, "a secret of some thirty bytes!"};
    const std::array<Secret, 2> secrets{known, secret ? *secret : known};
    const WebhookHeaders headers{id, timestamp, signature};
    const Verdict verdict = verify(headers, input, secrets, now, tolerance);
    const Verdict again = verify(headers, input, secrets, now, tolerance);
    must(verdict == again, "the same bytes have the same verdict");

    // Signed by us it is believed wherever its id and time are fit.
    const std::string own = sign(id, timestamp, input, known);
    const Verdict signed_by_us =
        verify({id, timestamp, std::string_view(own)}, input, secrets, now, tolerance);
    must(signed_by_us != Verdict::no_match, "our own signature is believed");
    std::string other(input);
    other += "x";
    must(verify({id, timestamp, std::string_view(own)}, other, secrets, now, tolerance) !=
             Verdict::ok,
         "a signature is of one body");
}

}  // namespace werktdoord
