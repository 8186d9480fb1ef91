#include "core/status_mail.hpp"

#include "core/mail_facts.hpp"
#include "core/place_words.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

Letter status_of(const Case& c) {
    Letter letter;
    letter.kind = MailKind::status;
    letter.to = employer_of(c);
    return letter;
}

}  // namespace

bool is_status(const Letter& letter) {
    return letter.kind == MailKind::status && letter.to.role == Role::employer;
}

bool status_waits(const Case& c, Instant now) {
    return c.status_leaves_at && now < *c.status_leaves_at;
}

Instant status_leaves_at(const Case& c, const WorkCalendar& calendar, Instant now) {
    if (calendar.rules().notify == Notify::always) return now;
    const LocalDay today = calendar.zone().day_of(now);
    if (calendar.is_working_day(today) && now < calendar.closing(today))
        return calendar.closing(today);
    const bool told_today =
        c.status_leaves_at && calendar.zone().day_of(*c.status_leaves_at) == today;
    return told_today ? calendar.closing(calendar.next_working_day(today)) : now;
}

Facts joined_facts(const Facts& waiting, const Facts& news) {
    Facts facts = news;
    const auto earlier = waiting.lists.find("notes");
    if (earlier == waiting.lists.end()) return facts;
    auto& notes = facts.lists["notes"];
    notes.insert(notes.begin(), earlier->second.begin(), earlier->second.end());
    return facts;
}

void write_status(Progress& progress, const std::optional<RegionKey>& region,
                  const std::string& note) {
    Letter letter = status_of(progress.subject());
    if (!note.empty()) {
        Facts item;
        item.values["region_name"] = region ? region_name(*region, progress.rules()) : "";
        item.values["text"] = note;
        letter.facts.lists["notes"].push_back(std::move(item));
    }
    progress.write(std::move(letter));
}

void keep_status_fresh(Progress& progress, const Case& before) {
    const Case& after = progress.subject();
    if (progress.told_status() || !status_waits(after, progress.now())) return;
    const Letter said = status_of(before);
    const Letter says = status_of(after);
    const bool same =
        said.to == says.to && mail_facts(before, progress.rules(), said, progress.now()) ==
                                  mail_facts(after, progress.rules(), says, progress.now());
    if (!same) progress.send(says);
}

void release_status(Progress& progress, const Case& before) {
    if (status_waits(before, progress.now())) progress.release(status_of(before), before);
}

}  // namespace werktdoord
