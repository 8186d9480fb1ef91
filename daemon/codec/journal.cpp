#include "codec/journal.hpp"

#include <algorithm>
#include <charconv>

#include "codec/event_values.hpp"
#include "codec/json_write.hpp"
#include "codec/sha256.hpp"

namespace werktdoord {

namespace {

// Names and instants need no escaping.
void write_plain(std::string& out, std::string_view text) {
    out += '"';
    out += text;
    out += '"';
}

void write_name(std::string& out, std::string_view name) {
    out += out.size() > 1 ? "," : "";
    write_plain(out, name);
    out += ':';
}

// Writes one value; a list item by item.
struct ValueWriter {
    std::string& out;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(std::string_view text) const { write_json_string(out, text); }
    void operator()(std::int64_t number) const { write_number(out, number); }
    void operator()(bool truth) const { out += truth ? "true" : "false"; }
    void operator()(Instant instant) const { write_plain(out, to_rfc3339(instant)); }
    void operator()(const std::vector<std::string_view>& texts) const { items(texts); }
    void operator()(std::span<const Recipient> recipients) const { items(recipients); }
    void operator()(std::span<const UnplacedSite> sites) const { items(sites); }
    void operator()(const Recipient* recipient) const { (*this)(*recipient); }

    void operator()(const Recipient& recipient) const {
        out += "{\"role\":";
        write_plain(out, name_of(recipient.role));
        out += ",\"key\":";
        write_json_string(out, recipient.key);
        out += '}';
    }

    void operator()(const UnplacedSite& site) const {
        out += "{\"site\":";
        write_number(out, static_cast<std::int64_t>(site.site));
        out += ",\"why\":";
        write_json_string(out, site.why);
        out += '}';
    }

    template <class Items>
    void items(const Items& all) const {
        char separator = '[';
        for (const auto& item : all) {
            out += separator;
            (*this)(item);
            separator = ',';
        }
        out += ']';
    }
};

void write_personal(std::string& out, std::string_view name, const Salt& salt,
                    std::string_view text) {
    out.reserve(out.size() + text.size() + text.size() / 4);  // a document has many quotes
    if (out.empty()) out = "{";
    write_name(out, name);
    out += "{\"salt\":";
    write_plain(out, to_hex(salt));
    out += ",\"text\":";
    write_json_string(out, text);
    out += '}';
}

}  // namespace

std::string personal_digest(const Salt& salt, std::string_view text) {
    const std::string_view salted(reinterpret_cast<const char*>(salt.data()), salt.size());
    return "sha256:" + to_hex(sha256({salted, text}));
}

Salt SeqSalts::salt(std::int64_t seq, Member member) {
    const Sha256 digest =
        sha256("seq:" + std::to_string(seq) + ":" + std::string(json_name(member)));
    Salt salt;
    std::copy_n(digest.begin(), salt.size(), salt.begin());
    return salt;
}

JournalText journal_line(std::int64_t seq, const Event& event, SaltSource& salts) {
    JournalText text;
    std::string& line = text.line;
    line.reserve(512);
    line = "{\"seq\":";
    write_number(line, seq);
    line += ",\"at\":";
    write_plain(line, to_rfc3339(event.at));
    line += ",\"event\":";
    write_plain(line, name_of(event.name));
    const ValueWriter writer{line};
    if (event.request) {
        write_name(line, "request");
        writer(std::string_view(event.request->text()));
    }
    if (event.region) {
        write_name(line, "region");
        writer(std::string_view(event.region->text()));
    }
    for (const Member member : entry_of(event.name).members) {
        const MemberValue value = value_of(event, member);
        if (std::holds_alternative<std::monostate>(value)) continue;
        write_name(line, json_name(member));
        if (!is_personal(member)) {
            std::visit(writer, value);
            continue;
        }
        const Salt salt = salts.salt(seq, member);
        const auto personal = std::get<std::string_view>(value);
        write_plain(line, personal_digest(salt, personal));
        write_personal(text.personal, json_name(member), salt, personal);
    }
    line += '}';
    if (!text.personal.empty()) text.personal += '}';
    return text;
}

}  // namespace werktdoord
