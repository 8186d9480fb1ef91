#include "codec/answer_form.hpp"

#include <algorithm>
#include <charconv>

#include "base/items.hpp"
#include "base/trimmed.hpp"
#include "codec/clean_text.hpp"
#include "codec/event_shapes.hpp"
#include "codec/quantities.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

using enum EventName;

std::string without_blanks(const std::string& text) {
    return std::string(trimmed(text, " \t\n"));
}

class AnswerReader {
public:
    AnswerReader(const WebForm& form, const AnswerLink& link, const Zone& zone)
        : form_(form), link_(link), zone_(zone) {}

    Parsed<RecordEvent> read(const std::string& link_id) {
        const Asker asker = asker_of(link_);
        const auto event = find_name<EventName>(form_.first("event"));
        const auto known = answers_of(asker);
        if (!event || !has(known, *event))
            return Problems{{"", "Dit formulier past niet bij uw link."}};
        draft_.name = *event;
        draft_.request = link_.request;
        draft_.by = by_of(asker);
        draft_.link = link_id;
        if (is_referral_event(*event)) draft_.region = link_.region;
        // An employer's page has no room for free text, so none is taken.
        if (asker.role != Role::employer)
            draft_.note = without_blanks(clean_text(form_.first("note")));
        read_members();
        if (!problems_.empty()) return std::move(problems_);
        return RecordEvent{link_.request, std::move(draft_)};
    }

private:
    void problem(const char* field, const char* text) { problems_.push_back({field, text}); }

    void read_members() {
        switch (draft_.name) {
            case referral_forwarded:
                draft_.wsps = keys<WspKey>("wsps", "Kies minstens één WSP.");
                return read_inform();
            case referral_wsp_responded:
                read_wsp();
                return read_moment();
            case request_taken_up:
                return read_moment();
            case referral_wsp_withdrawn:
                read_wsp();
                draft_.reason = without_blanks(clean_text(form_.first("reason")));
                if (draft_.reason.empty())
                    problem("reason", "Schrijf hier waarom de melding niet voor dit WSP is.");
                return;
            case referral_feedback:
                return read_filled(true);
            case referral_reported_back:
                return read_outcome();
            case referral_declined:
                return read_decline();
            case request_referred:
                draft_.regions = keys<RegionKey>("regions", "Kies minstens één regio.");
                return;
            case referral_heard_back:
                draft_.wsp = WspKey(link_.key);
                return read_heard();
            case request_note:
                if (draft_.note.empty()) problem("note", "Schrijf hier uw opmerking.");
                return;
            default:
                return;
        }
    }

    template <class Key>
    std::vector<Key> keys(const char* field, const char* none) {
        std::vector<Key> found;
        for (std::string& text : form_.all(field)) {
            if (!is_key(text)) {
                problem(field, none);
                return {};
            }
            if (!has(found, Key(text))) found.emplace_back(std::move(text));
        }
        if (found.empty()) problem(field, none);
        return found;
    }

    void read_inform() {
        for (const std::string& text : form_.all("inform")) {
            const auto role = find_name<Role>(text);
            if (!role || !has(informed_roles, *role))
                problem("inform", "Kies uit de mensen die hier staan.");
            else if (!has(draft_.inform, *role))
                draft_.inform.push_back(*role);
        }
    }

    void read_wsp() {
        const std::string text = link_.role == Role::wsp ? link_.key : form_.first("wsp");
        if (is_key(text))
            draft_.wsp = WspKey(text);
        else
            problem("wsp", "Kies een WSP.");
    }

    void read_heard() {
        const std::string text = form_.first("heard");
        if (is_one_of(text, {"yes", "no"}))
            draft_.heard = text == "yes";
        else
            problem("heard", "Kies ja of nee.");
    }

    // As a browser sends it, "2026-11-23T09:30", or as people type it, with a space.
    void read_moment() {
        std::string text = without_blanks(form_.first("happenedAt"));
        if (text.empty()) return;
        std::replace(text.begin(), text.end(), ' ', 'T');
        const std::size_t day_length = std::string_view("2026-11-23").size();
        const Result<LocalDay> day = parse_day(text.substr(0, day_length));
        const bool parted = text.size() > day_length && text[day_length] == 'T';
        const Result<Minutes> time = parse_time_of_day(parted ? text.substr(day_length + 1) : "");
        if (day && time)
            draft_.happened_at = zone_.to_instant(LocalTime(*day) + *time);
        else
            problem("happenedAt", "Vul een dag en een tijd in, bijvoorbeeld 2026-11-23 09:30.");
    }

    void read_filled(bool needed) {
        const std::string text = without_blanks(form_.first("filled"));
        if (text.empty() && !needed) return;
        int number = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool whole = failure == std::errc() && end == text.data() + text.size();
        if (whole && number >= 0 && number <= people_most)
            draft_.filled = number;
        else
            problem("filled", "Vul een heel getal in, bijvoorbeeld 0 of 3.");
    }

    void read_outcome() {
        draft_.outcome = form_.first("outcome");
        if (!has(shape_of(draft_.name)->outcomes, draft_.outcome))
            problem("outcome", "Kies hoe het is afgelopen.");
        read_filled(draft_.outcome == "partly_filled");
    }

    void read_decline() {
        draft_.reason = form_.first("reason");
        if (!has(shape_of(draft_.name)->reasons, draft_.reason))
            problem("reason", "Kies waarom u de melding teruggeeft.");
        if (draft_.reason == "other" && draft_.note.empty())
            problem("note", "Schrijf hier waarom u de melding teruggeeft.");
        const std::string region = form_.first("suggests");
        if (region.empty()) return;
        if (is_key(region))
            draft_.suggests.emplace_back(region);
        else
            problem("suggests", "Kies een regio uit de lijst.");
    }

    const WebForm& form_;
    const AnswerLink& link_;
    const Zone& zone_;
    Event draft_;
    Problems problems_;
};

}  // namespace

WebForm chosen_in_mail(const std::vector<std::pair<std::string, std::string>>& query) {
    for (const auto& [name, value] : query)
        if (name == "antwoord" && (value == "ja" || value == "nee"))
            return WebForm({{"event", std::string(name_of(referral_heard_back))},
                            {"heard", value == "ja" ? "yes" : "no"}});
    return {};
}

Asker asker_of(const AnswerLink& link) {
    return {link.role, link.key, link.region};
}

Parsed<RecordEvent> read_answer(const WebForm& form, const AnswerLink& link,
                                const std::string& link_id, const Zone& zone) {
    return AnswerReader(form, link, zone).read(link_id);
}

}  // namespace werktdoord
