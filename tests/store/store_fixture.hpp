// What the tests of the store share: a store in a folder of its own, cases, events.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/build.hpp"
#include "store/sqlite_store.hpp"
#include "temp_folder.hpp"

namespace werktdoord {

using build::at;

// The first requests of a store.
inline const RequestNumber one("NLWD-2026-000001");
inline const RequestNumber two("NLWD-2026-000002");
inline const RequestNumber three("NLWD-2026-000003");

class StoreTest : public ::testing::Test {
protected:
    std::string path() const { return (folder_.path() / "store.db").string(); }

    // How many rows a table has, as another process sees it.
    int rows(const std::string& table) const;

    // Saves a case, new or changed, in a transaction of its own; gives it back as loaded.
    Case keep(const Case& after);
    JournalLine append(const Event& event);

    TempFolder folder_;
    SeqSalts salts_;
    std::unique_ptr<Store> store_ = open_store(path(), salts_);
};

// A request as it comes in: no referrals, one clock.
Case new_case(const std::string& number);

// A case in which every field differs from its default.
Case full_case(const std::string& number);

Clock a_clock(ClockName name, std::string_view due);
Referral a_referral(int ordinal, const std::string& region, std::string_view sent_at);

Event an_event(EventName name, const std::string& request, std::string_view when);
Event a_mail(const std::string& request, std::string_view when);

std::vector<std::string> lines_of(StoreReader& reader);

}  // namespace werktdoord
