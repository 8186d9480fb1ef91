// A store with a short story in it, told by the core itself, for what looks at whole stores.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

#include "core/build.hpp"
#include "core/decide.hpp"
#include "store_fixture.hpp"

namespace werktdoord {

class SoundStore : public StoreTest {
protected:
    // Two requests of the same employer, the first one referred, forwarded and closed.
    SoundStore();

    RequestNumber submits();
    void does(
        const RequestNumber& number, EventName name,
        const std::function<void(Event&)>& fill = [](Event&) {});
    void mail_became(std::int64_t id, EventName name);

    // What verify() tells of the file, one text a problem.
    static std::vector<std::string> problems(const std::string& path);
    std::vector<std::string> problems() const { return problems(path()); }

    void tamper(const std::string& sql) {
        SQLite::Database(path(), SQLite::OPEN_READWRITE, 5000).exec(sql);
    }

    RuleSet rules_ = build::a_ruleset();
    Instant now_ = build::monday_morning();
    RequestNumber one_;
    RequestNumber two_;
};

}  // namespace werktdoord
