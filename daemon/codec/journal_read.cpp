#include "codec/journal_read.hpp"

#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <utility>

#include "codec/journal_values.hpp"
#include "core/catalogue.hpp"

namespace werktdoord {

namespace {

namespace json = boost::json;

constexpr std::array<std::pair<Member, std::string Event::*>, 13> plain_texts{{
    {Member::by, &Event::by},
    {Member::link, &Event::link},
    {Member::owner, &Event::owner},
    {Member::to, &Event::to},
    {Member::source, &Event::source},
    {Member::sector, &Event::sector},
    {Member::outcome, &Event::outcome},
    {Member::form, &Event::form},
    {Member::reason, &Event::reason},
    {Member::step, &Event::step},
    {Member::template_name, &Event::template_name},
    {Member::rules_hash, &Event::rules_hash},
    {Member::version, &Event::version},
}};

constexpr std::array<std::pair<Member, std::string Event::*>, 5> personal_texts{{
    {Member::reason_text, &Event::reason},
    {Member::note, &Event::note},
    {Member::story, &Event::story},
    {Member::data, &Event::data},
    {Member::problems, &Event::problems},
}};

constexpr std::array<std::pair<Member, std::optional<Instant> Event::*>, 7> instants{{
    {Member::happened_at, &Event::happened_at},
    {Member::start, &Event::start},
    {Member::warn, &Event::warn},
    {Member::due, &Event::due},
    {Member::old_warn, &Event::old_warn},
    {Member::old_due, &Event::old_due},
    {Member::not_before, &Event::not_before},
}};

constexpr std::array<std::pair<Member, std::optional<int> Event::*>, 4> number_members{{
    {Member::headcount, &Event::headcount},
    {Member::filled, &Event::filled},
    {Member::send, &Event::send},
    {Member::skipped, &Event::skipped},
}};

template <class Table>
auto find_in(const Table& table, Member member) -> typename Table::value_type::second_type {
    for (const auto& [known, place] : table)
        if (known == member) return place;
    return nullptr;
}

class LineReader {
public:
    explicit LineReader(const json::object* personal) : personal_(personal) {}

    // False when the value is not as the journal writes it.
    bool read(const json::value& value, Member member) {
        if (is_personal(member)) return read_personal(value, member);
        if (const auto text = find_in(plain_texts, member)) return put(value, event.*text);
        if (const auto instant = find_in(instants, member)) return put(value, event.*instant);
        if (const auto number = find_in(number_members, member)) return put(value, event.*number);
        return read_route(value, member);
    }

    void finish() {
        if (event.name == EventName::request_routed || event.name == EventName::request_unroutable)
            take_route();
        const bool letter = event.name == EventName::mail_queued ||
                            event.name == EventName::mail_joined ||
                            event.name == EventName::digest_queued;
        if (!letter || event.recipients.empty()) return;
        Mail mail;
        mail.to = event.recipients.front();
        mail.not_before = std::exchange(event.not_before, std::nullopt);
        event.letter = std::make_shared<const Mail>(std::move(mail));
    }

    Event event;
    bool erased = false;

private:
    // The line has the digest, the text stands beside it.
    bool read_personal(const json::value& digest, Member member) {
        if (!digest.is_string()) return false;
        const auto* kept = personal_ ? personal_->if_contains(json_name(member)) : nullptr;
        if (kept == nullptr) {
            erased = true;
            return true;
        }
        const auto* object = kept->if_object();
        const auto* text = object ? object->if_contains("text") : nullptr;
        return text != nullptr && put(*text, event.*find_in(personal_texts, member));
    }

    bool read_route(const json::value& value, Member member) {
        switch (member) {
            case Member::rules:
                return put(value, route_.rules);
            case Member::mode:
                return put(value, mode_);
            case Member::policy:
                return put(value, route_.policy);
            case Member::lead:
                return put(value, route_.lead);
            case Member::unplaced:
                return put(value, route_.unplaced);
            case Member::signposts:
                return put(value, route_.signposts);
            case Member::why:
                return put(value, route_.why);
            default:
                return read_other(value, member);
        }
    }

    bool read_other(const json::value& value, Member member) {
        switch (member) {
            case Member::region:
                return put(value, event.region);
            case Member::wsp:
                return put(value, event.wsp);
            case Member::wsps:
                return put(value, event.wsps);
            case Member::inform:
                return put(value, event.inform);
            case Member::themes:
                return put(value, event.themes);
            case Member::regions:
                return put(value, event.regions);
            case Member::suggests:
                return put(value, event.suggests);
            case Member::with:
                return put(value, event.with);
            case Member::of:
                return put(value, event.of);
            case Member::recipients:
                return put(value, event.recipients);
            case Member::recipient:
                return put(value, event.recipients.emplace_back());
            case Member::kind:
                return put(value, event.kind);
            case Member::clock:
                return put(value, event.clock);
            case Member::late:
                event.late = value.is_bool() && value.get_bool();
                return value.is_bool();
            case Member::heard:
                if (value.is_bool()) event.heard = value.get_bool();
                return value.is_bool();
            case Member::mail:
                return put(value, event.mail);
            case Member::together:
                return put(value, event.together);
            case Member::rejected:
                return put(value, event.rejected);
            default:
                return false;
        }
    }

    void take_route() {
        for (const RegionKey& region : std::exchange(event.regions, {}))
            route_.regions.push_back({region, mode_, {}, {}, {}});
        event.route = std::make_shared<const Route>(std::move(route_));
    }

    const json::object* personal_;
    Route route_;
    Mode mode_ = Mode::after_assessment;
};

// One text of this program's own making: read quickly, not strictly.
Parsed<json::value> parse_line(std::string_view text, json::storage_ptr storage) {
    json::error_code error;
    json::value value = json::parse(text, error, std::move(storage));
    if (error || !value.is_object()) return Problems{{"", "is no JSON object"}};
    return value;
}

// The members that every line begins with.
void read_head(const json::object& line, LineReader& reader, Problems& problems) {
    const auto need = [&](const char* name, auto& place) {
        const auto* value = line.if_contains(name);
        if (value == nullptr || !put(*value, place))
            problems.push_back({name, "is not as the journal writes it"});
    };
    need("at", reader.event.at);
    need("event", reader.event.name);
    if (line.contains("request")) need("request", reader.event.request);
    if (line.contains("region")) need("region", reader.event.region);
}

}  // namespace

Parsed<JournalEvent> read_journal_line(std::string_view line, std::string_view personal) {
    std::array<unsigned char, 8192> buffer;
    json::monotonic_resource memory(buffer.data(), buffer.size());
    const auto told = parse_line(line, &memory);
    if (!told) return told.error();
    json::value kept;
    if (!personal.empty()) {
        auto read = parse_line(personal, {});
        if (!read) return Problems{{"personal", "is no JSON object"}};
        kept = std::move(*read);
    }
    LineReader reader(kept.if_object());
    Problems problems;
    const json::object& object = told->get_object();
    read_head(object, reader, problems);
    if (!problems.empty()) return problems;
    for (const Member member : entry_of(reader.event.name).members) {
        const auto* value = object.if_contains(json_name(member));
        if (value != nullptr && !reader.read(*value, member))
            problems.push_back({std::string(json_name(member)), "is not as the journal writes it"});
    }
    if (!problems.empty()) return problems;
    reader.finish();
    return JournalEvent{std::move(reader.event), reader.erased};
}

}  // namespace werktdoord
