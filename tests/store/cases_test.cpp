// Cases: what is saved is what is loaded, and only what differs is written.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "store_fixture.hpp"

namespace werktdoord {
namespace {

using StoredCases = StoreTest;

TEST_F(StoredCases, every_field_of_a_case_comes_back_as_it_was_saved) {
    Case saved = full_case(one.text());
    store_->transaction([&] { store_->save(std::nullopt, saved); });
    EXPECT_EQ(store_->load(one), saved);
}

TEST_F(StoredCases, a_case_of_defaults_comes_back_as_it_was_saved) {
    Case saved = new_case(one.text());
    saved.clocks.clear();
    store_->transaction([&] { store_->save(std::nullopt, saved); });
    EXPECT_EQ(store_->load(one), saved);
}

TEST_F(StoredCases, an_unknown_number_or_no_number_at_all_gives_no_case) {
    keep(new_case(one.text()));
    for (const char* text : {"NLWD-2026-000002", "NLWD-2025-000001", "NLWD-2026-0000001",
                             "nlwd-2026-000001", "NLWD-2026-1", "", "drop table requests"})
        EXPECT_FALSE(store_->load(RequestNumber(text))) << text;
}

TEST_F(StoredCases, new_clocks_get_ids_within_their_case) {
    const Case first = keep(full_case(one.text()));
    const Case second = keep(full_case("NLWD-2026-000002"));
    EXPECT_EQ(first.clocks.at(0).id, 1);
    EXPECT_EQ(first.clocks.at(1).id, 2);
    EXPECT_EQ(second.clocks.at(1).id, 2);
}

struct CaseEdit {
    const char* what;
    void (*make)(Case&);
};

class CaseChange : public StoreTest, public ::testing::WithParamInterface<CaseEdit> {};

TEST_P(CaseChange, is_loaded_after_it_was_saved) {
    const Case before = keep(full_case(one.text()));
    Case after = before;
    GetParam().make(after);
    ASSERT_NE(after, before);
    store_->transaction([&] { store_->save(before, after); });
    EXPECT_EQ(after.version, before.version + 1);
    EXPECT_EQ(store_->load(one), after);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, CaseChange,
    ::testing::Values(
        CaseEdit{"state", [](Case& c) { c.state = State::closed; }},
        CaseEdit{"owner", [](Case& c) { c.owner = MemberKey("bram"); }},
        CaseEdit{"not taken up", [](Case& c) { c.taken_up_at.reset(); }},
        CaseEdit{"route", [](Case& c) { c.route.regions.clear(); }},
        CaseEdit{"referral closed", [](Case& c) { c.referrals[1].state = ReferralState::closed; }},
        CaseEdit{
            "referral added",
            [](Case& c) { c.referrals.push_back(a_referral(3, "x", "2026-11-24T09:00:00Z")); }},
        CaseEdit{"referral removed", [](Case& c) { c.referrals.erase(c.referrals.begin()); }},
        CaseEdit{"WSP answered",
                 [](Case& c) { c.referrals[0].asks[1].responded_at = c.registered_at; }},
        CaseEdit{"WSP added",
                 [](Case& c) {
                     c.referrals[1].asks.push_back({WspKey("w"), c.registered_at, {}, {}});
                 }},
        CaseEdit{"WSP removed", [](Case& c) { c.referrals[0].asks.pop_back(); }},
        CaseEdit{"clock met", [](Case& c) { c.clocks[0].state = ClockState::met; }},
        CaseEdit{"clock moved", [](Case& c) { c.clocks[0].due += std::chrono::hours(1); }},
        CaseEdit{"clock removed", [](Case& c) { c.clocks.erase(c.clocks.begin()); }},
        CaseEdit{"introduction ended", [](Case& c) { c.introductions[0].outcome = "failed"; }},
        CaseEdit{"introduction removed", [](Case& c) { c.introductions.clear(); }},
        CaseEdit{"happened", [](Case& c) { c.happened.add(EventName::request_note); }}),
    [](const auto& row) {
        std::string name = row.param.what;
        std::ranges::replace(name, ' ', '_');
        return name;
    });

TEST_F(StoredCases, an_amended_document_is_read_into_the_data) {
    Case after = keep(full_case(one.text()));
    const Case other = new_case(one.text());
    after.data = other.data;
    EXPECT_EQ(keep(after).data, other.data);
}

TEST_F(StoredCases, saving_what_did_not_change_writes_nothing) {
    const Case before = keep(full_case(one.text()));
    Case after = before;
    store_->transaction([&] { store_->save(before, after); });
    EXPECT_EQ(store_->load(one)->version, before.version);
}

TEST_F(StoredCases, a_case_that_another_saved_meanwhile_is_not_overwritten) {
    const Case before = keep(full_case(one.text()));
    Case theirs = before;
    theirs.owner = MemberKey("bram");
    keep(theirs);
    Case ours = before;
    ours.owner = MemberKey("chris");
    EXPECT_THROW(store_->transaction([&] { store_->save(before, ours); }), std::logic_error);
    EXPECT_EQ(store_->load(one)->owner, MemberKey("bram"));
}

TEST_F(StoredCases, only_rows_that_differ_are_written) {
    const Case before = keep(full_case(one.text()));
    SQLite::Database raw(path(), SQLite::OPEN_READWRITE);
    raw.exec(
        "CREATE TABLE written(what TEXT);"
        "CREATE TRIGGER t1 AFTER UPDATE ON clocks BEGIN"
        "  INSERT INTO written VALUES('clock ' || NEW.id); END;"
        "CREATE TRIGGER t2 AFTER UPDATE ON referrals BEGIN"
        "  INSERT INTO written VALUES('referral ' || NEW.ordinal); END;"
        "CREATE TRIGGER t3 AFTER UPDATE ON documents BEGIN"
        "  INSERT INTO written VALUES('document'); END;"
        "CREATE TRIGGER t4 AFTER UPDATE ON wsp_asks BEGIN"
        "  INSERT INTO written VALUES('ask ' || NEW.position); END;");
    Case after = before;
    after.clocks[1].alerts += 1;
    after.referrals[0].asks[0].withdrawn_at = after.registered_at;
    store_->transaction([&] { store_->save(before, after); });
    SQLite::Statement rows(raw, "SELECT what FROM written ORDER BY what");
    std::vector<std::string> written;
    while (rows.executeStep()) written.push_back(rows.getColumn(0).getString());
    EXPECT_THAT(written, ::testing::ElementsAre("ask 1", "clock 2"));
}

TEST_F(StoredCases, a_forgotten_request_keeps_what_is_not_personal) {
    Case after = keep(full_case(one.text()));
    const RequestData was = after.data;
    after.data = RequestData{};
    after.data.kind = was.kind;
    after.data.headcount = was.headcount;
    after.data.sector = was.sector;
    EXPECT_EQ(keep(after).data, after.data);
}

// The bits of `happened` are on disk: their meaning may not move.
TEST_F(StoredCases, the_bits_of_events_on_disk_mean_what_they_meant) {
    EXPECT_EQ(static_cast<int>(EventName::request_registered), 0);
    EXPECT_EQ(static_cast<int>(EventName::request_referred), 8);
    EXPECT_EQ(static_cast<int>(EventName::request_deciding), 13);
    EXPECT_EQ(static_cast<int>(EventName::referral_sent), 16);
    EXPECT_EQ(static_cast<int>(EventName::referral_reported_back), 22);
    EXPECT_EQ(static_cast<int>(EventName::clock_started), 23);
    EXPECT_EQ(static_cast<int>(EventName::daemon_stopped), 38);
}

}  // namespace
}  // namespace werktdoord
