// Mail as files: one a mail, whole or not at all.
#include "net/directory_transport.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "temp_folder.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;

std::vector<std::string> names(const std::filesystem::path& folder) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
}

SendOutcome put(MailTransport& transport, const std::string& mime, const std::string& id) {
    return transport.send("a@b.example", "c@d.example", mime, id);
}

TEST(DirectoryTransport, writes_one_file_a_mail_and_nothing_else) {
    for (const bool durable : {true, false}) {
        const TempFolder folder;
        DirectoryTransport transport(folder.path() / "var" / "mail", durable);
        EXPECT_EQ(put(transport, "one\r\n", "000000001-alert"), SendOutcome{});
        EXPECT_EQ(put(transport, "two\r\n", "000000002-update"), SendOutcome{});
        EXPECT_THAT(names(folder.path() / "var" / "mail"),
                    ElementsAre("000000001-alert.eml", "000000002-update.eml"));
        EXPECT_EQ(folder.read("var/mail/000000001-alert.eml"), "one\r\n");
    }
}

TEST(DirectoryTransport, the_same_id_replaces_its_file) {
    const TempFolder folder;
    DirectoryTransport transport(folder.path());
    put(transport, "a longer first one", "1");
    put(transport, "second", "1");
    EXPECT_THAT(names(folder.path()), ElementsAre("1.eml"));
    EXPECT_EQ(folder.read("1.eml"), "second");
}

TEST(DirectoryTransport, an_id_is_no_path) {
    const TempFolder folder;
    DirectoryTransport transport(folder.path() / "mail");
    put(transport, "x", "../../a/b.c");
    EXPECT_THAT(names(folder.path()), ElementsAre("mail"));
    EXPECT_THAT(names(folder.path() / "mail"), ElementsAre("______a_b_c.eml"));
}

TEST(DirectoryTransport, a_folder_that_cannot_be_written_is_unreachable) {
    const TempFolder folder;
    folder.write("file", "not a folder");
    DirectoryTransport transport(folder.path() / "file" / "mail");
    const SendOutcome outcome = put(transport, "x", "1");
    EXPECT_EQ(outcome.kind, SendOutcome::Kind::unreachable);
    EXPECT_NE(outcome.reason, "");
}

}  // namespace
}  // namespace werktdoord
