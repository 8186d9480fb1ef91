#include "intake/submissions.hpp"

#include <array>
#include <random>
#include <string_view>

namespace werktdoord::bench {

namespace {

constexpr std::array<std::string_view, 20> postcodes{
    "1012 AB", "5038 CD", "7511 EG", "7811 KL", "3011 XZ", "9711 AB", "6211 CD",
    "8011 EG", "2511 KL", "3511 XZ", "4811 AB", "5611 CD", "6511 EG", "6811 KL",
    "8911 XZ", "1811 AB", "2011 CD", "1211 EG", "3811 KL", "4331 XZ"};
constexpr std::array<std::string_view, 8> sectors{"86.10", "25.11", "49.41", "01.13",
                                                  "10.71", "56.10", "41.20", "81.21"};
constexpr std::array<std::string_view, 8> occupations{
    "monteur", "verpleegkundige", "chauffeur", "plukker",
    "kok",     "schoonmaker",     "timmerman", "orderpicker"};
constexpr std::array<std::string_view, 12> words{"voor",   "de",      "nieuwe", "afdeling",
                                                 "zoeken", "wij",     "mensen", "die",
                                                 "in",     "ploegen", "willen", "werken"};

template <class Choices>
std::string pick(std::mt19937_64& random, const Choices& from) {
    return std::string(from[random() % from.size()]);
}

std::string digits(std::mt19937_64& random) {
    return std::to_string(10'000'000 + random() % 90'000'000);
}

std::string description(std::mt19937_64& random) {
    const std::size_t length = 600 + random() % 300;
    std::string text;
    while (text.size() < length) text += pick(random, words) + " ";
    return text;
}

}  // namespace

std::string document(std::uint64_t n) {
    std::mt19937_64 random(n);
    const std::string id = digits(random);
    return R"({"kind":")" + std::string(random() % 4 == 0 ? "offer" : "demand") +
           R"(","employer":{"name":"Bedrijf )" + id + R"( B.V.","kvkNumber":")" + id +
           R"(","size":)" + std::to_string(1 + random() % 400) +
           R"(,"contact":{"name":"P. Zaken","email":"c)" + digits(random) +
           R"(@bedrijf.example","phone":"+31101234567"}},"sites":[{"postcode":")" +
           pick(random, postcodes) + R"("}],"sector":")" + pick(random, sectors) +
           R"(","occupation":")" + pick(random, occupations) + R"(","headcount":)" +
           std::to_string(1 + random() % 25) +
           R"(,"hoursPerWeek":32,"period":{"from":"2026-12-01","until":"2027-02-28"},)"
           R"("themes":["collegiale-in-en-uitleen"],"urgency":")" +
           std::string(random() % 4 == 0 ? "urgent" : "normal") + R"(","description":")" +
           description(random) + R"(","consentToIntroduce":true})";
}

std::string webhook_body(std::uint64_t n, const std::string& timestamp) {
    return R"({"type":"request.submitted","timestamp":")" + timestamp + R"(","data":)" +
           document(n) + "}";
}

}  // namespace werktdoord::bench
