// backup: whole, checked, never over another file, and nothing of it is left when it fails.
#include "store/backup.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/file.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "sound_store.hpp"

namespace werktdoord {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

class Backup : public SoundStore {
protected:
    fs::path target() const { return folder_.path() / "copies" / "copy.db"; }

    Result<Verified> backs_up() {
        told_.clear();
        return back_up(path(), target(), [&](const Problem& problem) {
            told_.push_back(problem.where + ": " + problem.text);
        });
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(target().parent_path()))
            names.push_back(entry.path().filename());
        return names;
    }

    void SetUp() override { fs::create_directory(target().parent_path()); }

    std::vector<std::string> told_;
};

TEST_F(Backup, is_the_store_whole_and_for_its_owner_alone) {
    const auto done = backs_up();
    ASSERT_TRUE(done) << done.error().text;
    EXPECT_EQ(done->problems, 0);
    EXPECT_THAT(told_, IsEmpty());
    EXPECT_THAT(files(), ::testing::ElementsAre("copy.db"));
    EXPECT_EQ(fs::status(target()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(lines_of(*open_reader(target().string())), lines_of(*store_));
    EXPECT_EQ(open_reader(target().string())->load(one_), store_->load(one_));
    EXPECT_THAT(problems(target().string()), IsEmpty());
}

TEST_F(Backup, that_is_put_back_is_a_store_to_go_on_with) {
    ASSERT_TRUE(backs_up());
    const auto put_back = open_store(target().string(), salts_);
    put_back->transaction(
        [&] { EXPECT_EQ(put_back->next_number(2026).text(), "NLWD-2026-000003"); });
}

TEST_F(Backup, never_overwrites) {
    folder_.write("copies/copy.db", "mine");
    const auto done = backs_up();
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error().text, HasSubstr("exists already"));
    EXPECT_EQ(folder_.read("copies/copy.db"), "mine");
    EXPECT_THAT(files(), ::testing::ElementsAre("copy.db"));
}

TEST_F(Backup, does_not_follow_a_link_that_leads_nowhere) {
    fs::create_symlink(folder_.path() / "elsewhere", target());
    EXPECT_FALSE(backs_up());
    EXPECT_FALSE(fs::exists(folder_.path() / "elsewhere"));
}

TEST_F(Backup, takes_over_what_a_killed_one_left_but_not_what_another_writes) {
    folder_.write("copies/copy.db.part", "half a copy");
    const int other = ::open((target().string() + ".part").c_str(), O_RDWR);
    ASSERT_EQ(::flock(other, LOCK_EX), 0);
    const auto refused = backs_up();
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text, HasSubstr("another backup"));
    ::close(other);
    EXPECT_TRUE(backs_up());
    EXPECT_THAT(files(), ::testing::ElementsAre("copy.db"));
}

TEST_F(Backup, to_a_folder_that_is_not_there_says_so) {
    fs::remove(target().parent_path());
    const auto done = backs_up();
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error().text, HasSubstr("cannot be written"));
}

TEST_F(Backup, of_a_store_with_problems_is_made_and_tells_them) {
    tamper("UPDATE numbers SET last = 5");
    const auto done = backs_up();
    ASSERT_TRUE(done);
    EXPECT_EQ(done->problems, 1);
    EXPECT_THAT(told_, ::testing::ElementsAre(HasSubstr("numbers of 2026")));
}

TEST_F(Backup, of_what_is_no_store_leaves_nothing) {
    store_.reset();
    fs::remove(path());
    EXPECT_THROW(backs_up(), StoreFault);
    EXPECT_THAT(files(), IsEmpty());
}

TEST_F(Backup, while_it_is_written_to_is_of_one_instant) {
    std::atomic<bool> go_on = true;
    std::thread writer([&] {
        while (go_on) submits();
    });
    for (int i = 0; i < 5; ++i) {
        const auto done = backs_up();
        EXPECT_TRUE(done && done->problems == 0) << ::testing::PrintToString(told_);
        fs::remove(target());
    }
    go_on = false;
    writer.join();
}

}  // namespace
}  // namespace werktdoord
