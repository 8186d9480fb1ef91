#include "codec/journal_read.hpp"

#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <utility>

#include "codec/event_fields.hpp"
#include "codec/journal_values.hpp"
#include "core/catalogue.hpp"

namespace werktdoord {

namespace {

namespace json = boost::json;

class LineReader {
public:
    explicit LineReader(const json::object* personal) : personal_(personal) {}

    // False when the value is not as the journal writes it.
    bool read(const json::value& value, Member member) {
        return is_personal(member) ? read_personal(value, member) : read_plain(value, member);
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
        return text != nullptr && read_plain(*text, member);
    }

    bool read_plain(const json::value& value, Member member) {
        const auto into = [&value](auto& field) { return put(value, field); };
        if (is_of_route(member)) return at_field(route_fields, member, route_, into);
        if (member == Member::mode) return put(value, mode_);
        if (member == Member::recipient) return put(value, event.recipients.emplace_back());
        return at_field(event_fields, member, event, into);
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
