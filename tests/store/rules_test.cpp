// The rules that decisions were made under stay readable after others came into force.
#include <gmock/gmock.h>

#include "store/connection.hpp"
#include "store_fixture.hpp"

namespace werktdoord {
namespace {

class KeptRules : public StoreTest {
protected:
    void keep_rules(const std::string& hash, const std::vector<RulesFile>& files) {
        store_->transaction([&] { store_->keep_rules(hash, files); });
    }

    std::int64_t count(const char* sql) {
        return SQLite::Database(path()).execAndGet(sql).getInt64();
    }

    const std::vector<RulesFile> monday_{{"regions.yaml", "a"}, {"routing.yaml", "r"}};
    const std::vector<RulesFile> tuesday_{{"regions.yaml", "b"}, {"routing.yaml", "r"}};
};

TEST_F(KeptRules, a_new_store_has_none) {
    EXPECT_EQ(store_->rules_in_force(), std::nullopt);
    EXPECT_TRUE(store_->rules_files("one").empty());
}

TEST_F(KeptRules, are_read_back_as_they_were_in_their_order) {
    keep_rules("one", monday_);
    keep_rules("two", tuesday_);
    EXPECT_EQ(store_->rules_files("one"), monday_);
    EXPECT_EQ(open_reader(path())->rules_files("two"), tuesday_);
}

TEST_F(KeptRules, the_last_ones_are_in_force_also_when_they_come_back) {
    keep_rules("one", monday_);
    keep_rules("two", tuesday_);
    keep_rules("one", monday_);
    EXPECT_EQ(open_reader(path())->rules_in_force(), "one");
}

TEST_F(KeptRules, a_file_that_did_not_change_is_kept_once) {
    keep_rules("one", monday_);
    keep_rules("two", tuesday_);
    keep_rules("one", monday_);
    EXPECT_EQ(count("SELECT count(*) FROM rules_files"), 3);
    EXPECT_EQ(count("SELECT count(*) FROM rules"), 4);
}

}  // namespace
}  // namespace werktdoord
