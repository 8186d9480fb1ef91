#include "codec/webhook.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

#include "codec/base64.hpp"
#include "codec/json.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;

const boost::json::object& vectors() {
    static const boost::json::value all = [] {
        std::ifstream file(std::string(WERKTDOOR_SOURCE_DIR) +
                           "/tests/codec/data/standard-webhooks-vectors.json");
        std::stringstream text;
        text << file.rdbuf();
        return parse_json(text.str()).value();
    }();
    return all.as_object();
}

std::string text(const boost::json::object& object, std::string_view name) {
    return std::string(object.at(name).as_string());
}

// One vector has a secret of 23 bytes, which parse_secret refuses by its length; what it says
// about unpadded base64 holds all the same.
Secret secret_of(const boost::json::object& vector, bool hmac) {
    const std::string key = text(vector, hmac ? "secret" : "public_key");
    if (text(vector, "name") != "unpadded-secret-1") return parse_secret(key).value();
    EXPECT_FALSE(parse_secret(key));
    return {Secret::Scheme::hmac, from_base64(key.substr(6)).value()};
}

Instant at_second(std::int64_t seconds) {
    return Instant(std::chrono::seconds(seconds));
}

TEST(StandardWebhooks, EverySigningVectorHolds) {
    ASSERT_EQ(vectors().at("sign").as_array().size(), 8U);
    for (const auto& value : vectors().at("sign").as_array()) {
        const auto& vector = value.as_object();
        const std::string id = text(vector, "id");
        const std::string timestamp = std::to_string(vector.at("timestamp").as_int64());
        const std::string body = text(vector, "payload");
        const std::string signature = text(vector, "signature");
        const bool hmac = text(vector, "scheme") == "v1";
        const Secret secret = secret_of(vector, hmac);
        if (hmac) {
            EXPECT_EQ(sign(id, timestamp, body, secret), signature) << text(vector, "name");
        }
        const Instant now = at_second(vector.at("timestamp").as_int64());
        EXPECT_EQ(verify({id, timestamp, signature}, body, {&secret, 1}, now, 300s), Verdict::ok);
        EXPECT_EQ(verify({id, timestamp, signature}, body + " ", {&secret, 1}, now, 300s),
                  Verdict::no_match);
    }
}

std::optional<std::string> header(const boost::json::object& headers, std::string_view name) {
    for (const auto& member : headers) {
        std::string key(member.key());
        std::transform(key.begin(), key.end(), key.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (key == name) return std::string(member.value().as_string());
    }
    return std::nullopt;
}

TEST(StandardWebhooks, EveryVerificationVectorHoldsWithItsReason) {
    ASSERT_EQ(vectors().at("verify").as_array().size(), 25U);
    for (const auto& value : vectors().at("verify").as_array()) {
        const auto& vector = value.as_object();
        const auto& headers = vector.at("headers").as_object();
        const auto id = header(headers, "webhook-id");
        const auto timestamp = header(headers, "webhook-timestamp");
        const auto signature = header(headers, "webhook-signature");
        const std::vector<Secret> secrets{parse_secret(text(vector, "secret")).value()};
        const Verdict verdict = verify({id, timestamp, signature}, text(vector, "payload"), secrets,
                                       at_second(vector.at("now").as_int64()), 300s);
        const std::string expected = vector.at("reason").is_null() ? "ok" : text(vector, "reason");
        EXPECT_EQ(name_of(verdict), expected) << text(vector, "name");
    }
}

TEST(StandardWebhooks, EveryBadSecretIsRefused) {
    ASSERT_EQ(vectors().at("invalid_secrets").as_array().size(), 5U);
    for (const auto& value : vectors().at("invalid_secrets").as_array()) {
        const std::string secret = text(value.as_object(), "value");
        const auto read = parse_secret(secret);
        ASSERT_FALSE(read) << text(value.as_object(), "why");
        if (secret.size() > 6) {
            EXPECT_THAT(read.error().text, testing::Not(testing::HasSubstr(secret.substr(6))));
        }
    }
    EXPECT_FALSE(parse_secret("whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
}

constexpr std::string_view secret_text = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

Verdict verdict_of(const std::string& id, const std::string& timestamp,
                   const std::string& signature) {
    const std::vector<Secret> secrets{parse_secret(secret_text).value()};
    return verify({id, timestamp, signature}, "{}", secrets, at_second(1'700'000'000), 300s);
}

std::string right_signature(const std::string& id, const std::string& timestamp) {
    return sign(id, timestamp, "{}", parse_secret(secret_text).value());
}

TEST(StandardWebhooks, AnIdIsPrintableWithoutDotsAndNotLong) {
    const std::string now = "1700000000";
    for (const std::string& id : {std::string("a.b"), std::string("a b"), std::string("a\n"),
                                  std::string("\u00e9"), std::string(257, 'a')})
        EXPECT_EQ(verdict_of(id, now, right_signature(id, now)), Verdict::bad_id) << id;
    const std::string longest(256, 'a');
    EXPECT_EQ(verdict_of(longest, now, right_signature(longest, now)), Verdict::ok);
    EXPECT_EQ(verdict_of("", now, right_signature("", now)), Verdict::missing_header);
}

TEST(StandardWebhooks, ATimestampHasAtMostTwelveDigits) {
    for (const char* timestamp : {"0001700000000", "-1", " 1700000000", "1700000000 ", "0x10"})
        EXPECT_EQ(verdict_of("a", timestamp, right_signature("a", timestamp)),
                  Verdict::bad_timestamp)
            << timestamp;
    EXPECT_EQ(verdict_of("a", "001700000000", right_signature("a", "001700000000")), Verdict::ok);
    EXPECT_EQ(verdict_of("a", "999999999999", right_signature("a", "999999999999")),
              Verdict::timestamp_too_new);
}

TEST(StandardWebhooks, TheSignatureHeaderHasAtMostEightSignaturesInOneKilobyte) {
    const std::string right = right_signature("a", "1700000000");
    std::string header = right;
    for (int i = 0; i < 7; ++i) header = "v1,AAAA " + header;
    EXPECT_EQ(verdict_of("a", "1700000000", header), Verdict::ok);
    EXPECT_EQ(verdict_of("a", "1700000000", "v1,AAAA " + header), Verdict::too_many_signatures);
    const std::string padded = right + std::string(1024 - right.size(), ' ');
    EXPECT_EQ(verdict_of("a", "1700000000", padded), Verdict::ok);
    EXPECT_EQ(verdict_of("a", "1700000000", padded + " "), Verdict::header_too_long);
}

TEST(StandardWebhooks, AnyOfSeveralSecretsWillDoForRotation) {
    std::vector<Secret> secrets{
        parse_secret("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=").value(),
        parse_secret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD").value(),
        parse_secret(secret_text).value()};
    const std::string signature = right_signature("a", "1700000000");
    const auto verdict = [&] {
        return verify({"a", "1700000000", signature}, "{}", secrets, at_second(1'700'000'000),
                      300s);
    };
    EXPECT_EQ(verdict(), Verdict::ok);
    secrets.pop_back();
    EXPECT_EQ(verdict(), Verdict::no_match);
    secrets.clear();
    EXPECT_EQ(verdict(), Verdict::no_match);
}

TEST(StandardWebhooks, ASignatureOfOneSchemeIsNoneOfTheOther) {
    std::string signature = right_signature("a", "1700000000");
    signature.replace(0, 2, "v1a");
    EXPECT_EQ(verdict_of("a", "1700000000", signature), Verdict::no_match);
}

}  // namespace
}  // namespace werktdoord
