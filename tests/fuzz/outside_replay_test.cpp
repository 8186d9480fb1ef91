// The kept inputs through what the fuzzers check: so the harness stays sound between their runs.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "codec/answer_link.hpp"
#include "fuzz/inputs.hpp"

namespace werktdoord {
namespace {

using Feed = void (*)(std::string_view);
const std::pair<const char*, Feed> feeds[]{{"request", feed_request},
                                           {"webhook", feed_webhook},
                                           {"http", feed_http},
                                           {"link", feed_link},
                                           {"journal", feed_journal}};

std::vector<std::string> kept(const std::string& name) {
    std::vector<std::string> inputs;
    for (const auto& file : std::filesystem::directory_iterator(
             std::string(WERKTDOOR_SOURCE_DIR "/tests/fuzz/corpus/") + name)) {
        std::ifstream in(file.path(), std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return inputs;
}

TEST(OutsideReplay, WhatIsKeptHoldsUp) {
    for (const auto& [name, feed] : feeds) {
        const auto inputs = kept(name);
        EXPECT_GE(inputs.size(), 4U) << name;
        for (const std::string& input : inputs) feed(input);
    }
}

// Cut short and with a byte changed at every place.
TEST(OutsideReplay, WhatIsNearTheKeptHoldsUp) {
    for (const auto& [name, feed] : feeds)
        for (const std::string& input : kept(name))
            for (std::size_t at = 0; at < input.size(); at += 1 + input.size() / 50) {
                feed(std::string_view(input).substr(0, at));
                std::string changed = input;
                changed[at] = static_cast<char>(changed[at] ^ 0x15);
                feed(changed);
            }
}

TEST(OutsideReplay, ALinkOfOursIsOne) {
    const AnswerLink link{7,
                          RequestNumber("NLWD-2026-000001"),
                          RegionKey("twente"),
                          Role::regional_contact,
                          "twente",
                          Instant()};
    feed_link(to_token(link, {"a key of the fuzzer, not secret at all"}) + "\nevent=request.note");
}

}  // namespace
}  // namespace werktdoord
