#include "codec/event_body.hpp"

#include <algorithm>
#include <set>

#include "base/items.hpp"
#include "base/listed.hpp"
#include "base/request_number.hpp"
#include "codec/event_shapes.hpp"
#include "codec/json.hpp"
#include "codec/json_fields.hpp"
#include "codec/json_write.hpp"
#include "codec/nearest.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {
namespace {

constexpr std::size_t max_note = 20'000;
constexpr std::size_t max_reason = 2'000;
constexpr std::size_t max_keys = 100;
constexpr std::size_t max_key = 100;

// How a request is named in `with` and `of`.
enum class RequestNames { numbers, aliases };

// Reads the members of one event into a draft.
class DraftReader {
public:
    DraftReader(const boost::json::object& object, RequestNames names)
        : fields_(object, {}, problems_), object_(object), names_(names) {}

    // Fails where it cannot be told which event it is.
    Parsed<RecordEvent> read(const std::vector<std::string>& beside) {
        const EventShape* shape = read_shape();
        draft_.by = key("by", Need::required);
        draft_.happened_at = fields_.instant("happenedAt");
        if (shape == nullptr) return std::move(problems_);
        draft_.name = shape->name;
        for (const Member member : shape->required) read_member(member, *shape, Need::required);
        for (const Member member : shape->optional) read_member(member, *shape, Need::optional);
        if (shape->name != EventName::request_note) draft_.note = fields_.text("note", max_note);
        check_duplicate_of();
        check_unknown(*shape, beside);
        return RecordEvent{{}, std::move(draft_), std::move(problems_)};
    }

private:
    const EventShape* read_shape();
    void read_member(Member member, const EventShape& shape, Need need);
    void read_list(Member member);
    void check_duplicate_of();
    void check_unknown(const EventShape& shape, const std::vector<std::string>& beside);
    std::string key(std::string_view name, Need need);
    std::vector<std::string> keys(std::string_view name);
    std::vector<Role> roles();
    std::optional<RequestNumber> request(std::string_view name, Need need);
    std::string patch();

    Problems problems_;
    JsonFields fields_;
    const boost::json::object& object_;
    RequestNames names_;
    Event draft_;
};

const EventShape* DraftReader::read_shape() {
    const std::string name = fields_.line("event", max_key, Need::required);
    if (name.empty()) return nullptr;
    const auto known = find_name<EventName>(name);
    const EventShape* shape = known ? shape_of(*known) : nullptr;
    if (shape != nullptr) return shape;
    std::vector<std::string> names;
    for (const EventName recordable : recordable_events()) names.emplace_back(name_of(recordable));
    fields_.problem("event", (known ? "is recorded by the daemon only"
                                    : "is no event that is recorded" + did_you_mean(name, names)) +
                                 "; there are: " + listed(names));
    return nullptr;
}

void DraftReader::read_member(Member member, const EventShape& shape, Need need) {
    switch (member) {
        case Member::region:
            draft_.region = RegionKey(key("region", need));
            return;
        case Member::to:
            draft_.to = key("to", need);
            return;
        case Member::note:
            draft_.note = fields_.text("note", max_note, need);
            return;
        case Member::story:
            draft_.story = fields_.text("case", max_note, need);
            return;
        case Member::data:
            draft_.data = patch();
            return;
        case Member::heard:
            draft_.heard = fields_.truth("heard");
            if (fields_.find("heard") == nullptr) fields_.problem("heard", "is required");
            return;
        case Member::filled:
            draft_.filled = fields_.integer("filled", 0, people_most, need);
            return;
        case Member::form:
            draft_.form = fields_.one_of("form", introduction_forms(), need);
            return;
        case Member::outcome:
            draft_.outcome = fields_.one_of("outcome", shape.outcomes, need);
            return;
        case Member::reason:
            draft_.reason = fields_.one_of("reason", shape.reasons, need);
            return;
        case Member::reason_text:
            draft_.reason = fields_.text("reason", max_reason, need);
            return;
        case Member::with:
            draft_.with = request("with", need);
            return;
        case Member::of:
            draft_.of = request("of", need);
            return;
        case Member::wsp:
            if (auto wsp = key("wsp", need); !wsp.empty()) draft_.wsp = WspKey(std::move(wsp));
            return;
        default:
            read_list(member);
    }
}

void DraftReader::read_list(Member member) {
    if (member == Member::inform) draft_.inform = roles();
    if (member == Member::wsps)
        for (auto& wsp : keys("wsps")) draft_.wsps.emplace_back(std::move(wsp));
    if (member == Member::regions)
        for (auto& region : keys("regions")) draft_.regions.emplace_back(std::move(region));
    if (member == Member::suggests)
        for (auto& region : keys("suggests")) draft_.suggests.emplace_back(std::move(region));
}

// `of` says whose duplicate this is: with that outcome always, with another never.
void DraftReader::check_duplicate_of() {
    if (draft_.name != EventName::request_closed) return;
    const bool given = fields_.given("of");
    if (draft_.outcome == "duplicate" && !given)
        fields_.problem("of", "is required with outcome duplicate");
    if (!draft_.outcome.empty() && draft_.outcome != "duplicate" && given)
        fields_.problem("of", "goes only with outcome duplicate");
}

void DraftReader::check_unknown(const EventShape& shape, const std::vector<std::string>& beside) {
    std::vector<std::string> known{"event", "by", "happenedAt", "note"};
    for (const Member member : shape.required) known.emplace_back(json_name(member));
    for (const Member member : shape.optional) known.emplace_back(json_name(member));
    known.insert(known.end(), beside.begin(), beside.end());
    for (const auto& member : object_) {
        const std::string name(member.key());
        if (!has(known, name))
            fields_.problem(name, std::string(name_of(shape.name)) + " has no such member" +
                                      did_you_mean(name, known));
    }
}

std::string DraftReader::key(std::string_view name, Need need) {
    std::string text = fields_.line(name, max_key, need);
    if (text.empty() || is_key(text)) return text;
    fields_.problem(name, "must be a key: letters, digits, dots, hyphens and underscores");
    return {};
}

std::vector<std::string> DraftReader::keys(std::string_view name) {
    const std::size_t before = problems_.size();
    auto texts = fields_.lines(name, max_keys, max_key);
    const auto* given = fields_.find(name);
    if (given == nullptr || problems_.size() > before) return {};
    if (texts.empty()) fields_.problem(name, "is empty; leave it out for the proposed ones");
    std::set<std::string> seen;
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const std::string where = pointer_to(fields_.pointer(name), at);
        if (!is_key(texts[at]))
            problems_.push_back({where, "must be a key"});
        else if (!seen.insert(texts[at]).second)
            problems_.push_back({where, "is named twice"});
    }
    return texts;
}

std::vector<Role> DraftReader::roles() {
    std::vector<Role> roles;
    const auto texts = fields_.lines("inform", max_keys, max_key);
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const auto role = find_name<Role>(texts[at]);
        const std::string where = pointer_to("/inform", at);
        if (!role || !has(informed_roles, *role))
            problems_.push_back(
                {where, "must be one of " + listed(informed_roles, "", name_of<Role>)});
        else if (has(roles, *role))
            problems_.push_back({where, "is named twice"});
        else
            roles.push_back(*role);
    }
    return roles;
}

std::optional<RequestNumber> DraftReader::request(std::string_view name, Need need) {
    std::string text = fields_.line(name, max_key, need);
    if (text.empty()) return std::nullopt;
    if (names_ == RequestNames::aliases || is_request_number(text))
        return RequestNumber(std::move(text));
    fields_.problem(name, "must be the number of a request, as in NLWD-2026-000001");
    return std::nullopt;
}

std::string DraftReader::patch() {
    const auto* object = fields_.object("data", Need::required);
    return object ? to_json(*object) : "";
}

}  // namespace

Parsed<RecordEvent> read_event_body(std::string_view body, const RequestNumber& request) {
    const auto value = parse_json(body);
    if (!value) return value.error();
    if (!value->is_object()) return Problems{{"", "must be an object with event and by"}};
    auto record = DraftReader(value->get_object(), RequestNames::numbers).read({});
    if (!record) return record.error();
    record->request = request;
    record->draft.request = request;
    return record;
}

Parsed<Event> read_event_stimulus(const boost::json::object& line) {
    auto record = DraftReader(line, RequestNames::aliases).read({"at", "request"});
    if (!record) return record.error();
    if (!record->problems.empty()) return std::move(record->problems);
    return std::move(record->draft);
}

std::vector<EventName> recordable_events() {
    std::vector<EventName> names;
    std::ranges::transform(event_shapes(), std::back_inserter(names), &EventShape::name);
    return names;
}

}  // namespace werktdoord
