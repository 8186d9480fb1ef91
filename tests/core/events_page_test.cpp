#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <string>

#include "core/catalogue.hpp"

namespace werktdoord {
namespace {

const char* severity_name(Severity severity) {
    switch (severity) {
        case Severity::info:
            return "info";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "";
}

std::string table_of_the_catalogue() {
    std::string table = "\n| event | severity | members |\n|---|---|---|\n";
    for (const Entry& entry : catalogue()) {
        std::string members;
        for (const Member member : entry.members)
            members += (members.empty() ? "`" : ", `") + std::string(json_name(member)) +
                       (is_personal(member) ? "`*" : "`");
        table += "| `" + std::string(name_of(entry.name)) + "` | " + severity_name(entry.severity) +
                 " | " + members + " |\n";
    }
    return table;
}

TEST(EventsPage, ListsEachEventsMembersInTheirOrder) {
    std::ifstream file(WERKTDOOR_SOURCE_DIR "/docs/events.md");
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const std::string marker = "<!-- catalogue -->";
    const std::size_t begin = page.find(marker);
    const std::size_t end = page.rfind(marker);
    ASSERT_LT(begin, end);
    EXPECT_EQ(page.substr(begin + marker.size(), end - begin - marker.size()),
              table_of_the_catalogue());
}

}  // namespace
}  // namespace werktdoord
