#include "codec/request_json.hpp"

#include <algorithm>

#include "base/digits.hpp"
#include "codec/email_syntax.hpp"
#include "codec/json.hpp"
#include "codec/json_fields.hpp"
#include "codec/json_write.hpp"
#include "codec/text_check.hpp"
#include "core/match_keys.hpp"
#include "core/places.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t max_sites = 100;
constexpr std::size_t max_themes = 50;
constexpr std::size_t max_employer_name = 500;
constexpr std::size_t max_name = 200;
constexpr std::size_t max_email = 254;
constexpr std::size_t max_phone = 50;
constexpr std::size_t max_postcode = 20;
constexpr std::size_t max_theme = 100;
constexpr std::size_t max_sector_digits = 6;
constexpr std::size_t max_description = 20'000;

bool is_kvk_number(std::string_view text) {
    return text.size() == 8 && std::all_of(text.begin(), text.end(), is_digit);
}

// The people at one site. Section 4 does not name it, so what is no number of people is left aside.
std::optional<int> people_of(const boost::json::object& site) {
    Problems ignored;
    return JsonFields(site, {}, ignored).integer("headcount", 1, people_most);
}

// "86.10", "8610", "86 10", or a section "Q". Spaces and dots are how people group digits.
bool is_sector(std::string text) {
    if (section_of(text)) return true;
    std::erase(text, ' ');
    if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return false;
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    return text.find("..") == text.npos && static_cast<std::size_t>(digits) <= max_sector_digits &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
}

Contact read_contact(JsonFields fields) {
    Contact contact;
    contact.name = fields.line("name", max_name, Need::required);
    contact.email = fields.line("email", max_email, Need::required);
    if (!contact.email.empty())
        if (auto fault = email_fault(contact.email)) {
            fields.problem("email", std::move(*fault));
            contact.email.clear();
        }
    contact.phone = fields.line("phone", max_phone);
    return contact;
}

Employer read_employer(const boost::json::object& object, const std::string& pointer,
                       Problems& problems) {
    JsonFields fields(object, pointer, problems);
    Employer employer;
    employer.name = fields.line("name", max_employer_name, Need::required);
    employer.kvk_number = fields.line("kvkNumber", max_name);
    if (!employer.kvk_number.empty() && !is_kvk_number(employer.kvk_number)) {
        fields.problem("kvkNumber", "must be 8 digits");
        employer.kvk_number.clear();
    }
    employer.size = fields.integer("size", 0, 1'000'000);
    if (const auto* contact = fields.object("contact", Need::required))
        employer.contact = read_contact({*contact, fields.pointer("contact"), problems});
    return employer;
}

Site read_site(const boost::json::value& value, const std::string& pointer, Problems& problems) {
    Site site;
    const auto* object = value.if_object();
    if (object == nullptr) {
        problems.push_back({pointer, "must be an object"});
        return site;
    }
    JsonFields fields(*object, pointer, problems);
    const std::size_t before = problems.size();
    site.postcode = fields.line("postcode", max_postcode);
    site.municipality = fields.line("municipality", max_name);
    site.headcount = people_of(*object);
    // Only its form: one that does not exist makes the request unroutable, not invalid.
    if (!site.postcode.empty() && !pc4_of(site.postcode)) {
        fields.problem("postcode", "no Dutch postcode (expected as in \"5038 AB\" or \"5038\")");
        site.postcode.clear();
    }
    const bool any = !site.postcode.empty() || !is_blank(site.municipality);
    if (!any && problems.size() == before)
        problems.push_back({pointer, "postcode or municipality is required"});
    return site;
}

std::vector<Site> read_sites(JsonFields& fields, Problems& problems) {
    std::vector<Site> sites;
    const auto* items = fields.array("sites", Need::required);
    if (items == nullptr) return sites;
    if (items->empty() || items->size() > max_sites)
        fields.problem("sites", "must be a list of 1 to 100 sites");
    for (std::size_t at = 0; at < items->size() && at < max_sites; ++at)
        sites.push_back(read_site((*items)[at], pointer_to(fields.pointer("sites"), at), problems));
    return sites;
}

Period read_period(JsonFields fields) {
    Period period{fields.day("from"), fields.day("until")};
    if (period.from && period.until && *period.until < *period.from)
        fields.problem("until", "must not be before from");
    return period;
}

std::string read_sector(JsonFields& fields) {
    std::string sector = fields.line("sector", max_name);
    if (sector.empty() || is_sector(sector)) return sector;
    fields.problem("sector", "must be an SBI code, as in \"86.10\", or a section, as in \"Q\"");
    return {};
}

// All but the document.
RequestData read_members(const boost::json::object& object, std::string_view pointer,
                         Problems& problems) {
    JsonFields fields(object, std::string(pointer), problems);
    RequestData data;
    if (const auto kind = fields.word<Kind>("kind", Need::required)) data.kind = *kind;
    if (const auto* employer = fields.object("employer", Need::required))
        data.employer = read_employer(*employer, fields.pointer("employer"), problems);
    data.sites = read_sites(fields, problems);
    data.sector = read_sector(fields);
    data.occupation = fields.line("occupation", max_name);
    data.headcount = fields.integer("headcount", 1, people_most, Need::required).value_or(0);
    data.hours_per_week = fields.integer("hoursPerWeek", 0, 168);
    if (const auto* period = fields.object("period"))
        data.period = read_period({*period, fields.pointer("period"), problems});
    data.themes = fields.lines("themes", max_themes, max_theme);
    data.urgency = fields.word<Urgency>("urgency");
    data.description = fields.text("description", max_description);
    data.consent_to_introduce = fields.truth("consentToIntroduce");
    return data;
}

Parsed<boost::json::object> parse_object(std::string_view text, std::string_view pointer) {
    auto value = parse_json(text, pointer);
    if (!value) return value.error();
    if (!value->is_object()) return Problems{{std::string(pointer), "must be an object"}};
    return std::move(value->as_object());
}

}  // namespace

Parsed<RequestData> read_request_data(const boost::json::value& data, std::string_view pointer) {
    const auto* object = data.if_object();
    if (object == nullptr) return Problems{{std::string(pointer), "must be an object"}};
    Problems problems;
    RequestData read = read_members(*object, pointer, problems);
    if (!problems.empty()) return problems;
    read.document = to_json(*object);
    return read;
}

Parsed<RequestData> read_request_text(std::string_view text, std::string_view pointer) {
    auto value = parse_json(text, pointer);
    if (!value) return value.error();
    return read_request_data(*value, pointer);
}

Parsed<RequestData> read_stored_document(const std::string& document) {
    const auto object = parse_object(document, "/data");
    if (!object) return object.error();
    Problems ignored;
    RequestData data = read_members(*object, "/data", ignored);
    data.document = document;
    return data;
}

Parsed<std::string> amend_document(std::string_view document, std::string_view patch) {
    auto before = parse_object(document, "/data");
    if (!before) return before.error();
    const auto changes = parse_object(patch, "/data");
    if (!changes) return changes.error();
    if (changes->empty()) return Problems{{"/data", "names no member to change"}};
    Problems problems;
    for (const auto& change : *changes) {
        if (change.key() == "kind")
            problems.push_back({"/data/kind", "the kind of a request does not change"});
        else if (change.value().is_null())
            before->stable_erase(change.key());
        else
            (*before)[change.key()] = change.value();
    }
    read_members(*before, "/data", problems);
    if (!problems.empty()) return problems;
    return to_json(*before);
}

}  // namespace werktdoord
