// A line of a file of requests: data alone, or a whole submission with its instant.
#include "codec/request_line.hpp"

#include <gmock/gmock.h>

namespace werktdoord {
namespace {

using ::testing::ElementsAre;

const std::string data_of_a_baker =
    R"({"kind":"demand","employer":{"name":"Bakker","contact":{"name":"Bo","email":"bo@b.example"}},)"
    R"("sites":[{"municipality":"Breda"}],"headcount":1})";

std::string submission(const std::string& members) {
    return R"({"type":"request.submitted",)" + members + R"("data":)" + data_of_a_baker + "}";
}

TEST(RequestLine, is_data_alone_or_a_whole_submission_with_its_instant) {
    const auto alone = read_request_line(data_of_a_baker);
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone->data.employer.name, "Bakker");
    EXPECT_FALSE(alone->at);
    const auto whole = read_request_line(submission(R"("timestamp":"2026-11-23T09:12:00Z",)"));
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->data, alone->data);
    EXPECT_EQ(whole->at, parse_rfc3339("2026-11-23T09:12:00Z").value());
    EXPECT_FALSE(read_request_line(submission(""))->at);
}

TEST(RequestLine, tells_every_problem_with_its_pointer) {
    const auto pointers = [](const std::string& line) {
        std::vector<std::string> where;
        const auto read = read_request_line(line);
        if (read) return where;
        for (const Problem& problem : read.error()) where.push_back(problem.where);
        return where;
    };
    EXPECT_THAT(pointers("rubbish"), ElementsAre(""));
    EXPECT_THAT(pointers("[]"), ElementsAre(""));
    EXPECT_THAT(pointers(R"({"type":"x","data":[]})"), ElementsAre("/data"));
    EXPECT_THAT(pointers(submission(R"("timestamp":"soon",)")), ElementsAre("/timestamp"));
    EXPECT_THAT(pointers(R"({"headcount":0})"),
                ElementsAre("/kind", "/employer", "/sites", "/headcount"));
}

}  // namespace
}  // namespace werktdoord
