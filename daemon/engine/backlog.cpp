#include "engine/backlog.hpp"

#include <sstream>
#include <stdexcept>
#include <string>

#include "store/setting_names.hpp"

namespace werktdoord {

namespace {

// One walk a line, its words separated by spaces; "-" is nothing.
std::string word(const std::optional<Instant>& instant) {
    return instant ? to_rfc3339(*instant) : "-";
}
std::string word(const std::optional<RequestNumber>& number) {
    return number ? number->text() : "-";
}

class Words {
public:
    explicit Words(const std::string& line) : words_(line) {}

    std::string next() {
        std::string one;
        if (!(words_ >> one)) throw StoreFault("store: the backlog cannot be read", false);
        return one;
    }
    std::optional<Instant> instant() {
        const std::string text = next();
        if (text == "-") return std::nullopt;
        const Result<Instant> read = parse_rfc3339(text);
        if (!read) throw StoreFault("store: the backlog cannot be read", false);
        return *read;
    }
    std::optional<RequestNumber> number() {
        const std::string text = next();
        if (text == "-") return std::nullopt;
        return RequestNumber(text);
    }

private:
    std::istringstream words_;
};

void read_walk(Backlog& backlog, const std::string& line) {
    Words words(line);
    const std::string kind = words.next();
    if (kind == "rules") {
        RulesWalk walk;
        walk.change.loaded_at = words.instant().value_or(Instant());
        walk.change.calendar_since = words.instant();
        walk.after = words.number();
        backlog.rules = walk;
    } else if (kind == "absence") {
        AbsenceWalk walk;
        walk.member = MemberKey(words.next());
        walk.after = words.number();
        backlog.absences.push_back(walk);
    } else {
        StandInWalk walk;
        walk.region = RegionKey(words.next());
        walk.since = words.instant().value_or(Instant());
        walk.after = words.number();
        backlog.stand_ins.push_back(walk);
    }
}

}  // namespace

Backlog read_backlog(Store& store) {
    return backlog_of(store.get(setting::backlog).value_or(""));
}

Backlog backlog_of(const std::string& text) {
    Backlog backlog;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) read_walk(backlog, line);
    return backlog;
}

void write_backlog(Store& store, const Backlog& backlog) {
    std::string text;
    if (backlog.rules)
        text += "rules " + word(backlog.rules->change.loaded_at) + " " +
                word(backlog.rules->change.calendar_since) + " " + word(backlog.rules->after) +
                "\n";
    for (const AbsenceWalk& walk : backlog.absences)
        text += "absence " + walk.member.text() + " " + word(walk.after) + "\n";
    for (const StandInWalk& walk : backlog.stand_ins)
        text += "stand_in " + walk.region.text() + " " + word(walk.since) + " " + word(walk.after) +
                "\n";
    store.set(setting::backlog, text);
}

}  // namespace werktdoord
