#include "codec/facts_json.hpp"

#include <boost/json/value.hpp>

#include "codec/json.hpp"
#include "codec/json_text.hpp"

namespace werktdoord {

namespace {

void write_facts(JsonText& out, const Facts& facts) {
    out.open('{');
    if (!facts.values.empty()) {
        out.name("values");
        out.open('{');
        for (const auto& [name, text] : facts.values) out.member(name, text);
        out.close('}');
    }
    if (!facts.lists.empty()) {
        out.name("lists");
        out.open('{');
        for (const auto& [name, items] : facts.lists)
            out.list(name, items, [&](const Facts& item) { write_facts(out, item); });
        out.close('}');
    }
    out.close('}');
}

void read_facts(const boost::json::value& value, const std::string& pointer, Facts& facts,
                Problems& problems);

void read_values(const boost::json::object& values, const std::string& pointer, Facts& facts,
                 Problems& problems) {
    for (const auto& member : values) {
        if (const auto* text = member.value().if_string())
            facts.values.emplace(member.key(), *text);
        else
            problems.push_back({pointer_to(pointer, member.key()), "must be text"});
    }
}

void read_lists(const boost::json::object& lists, const std::string& pointer, Facts& facts,
                Problems& problems) {
    for (const auto& member : lists) {
        const std::string where = pointer_to(pointer, member.key());
        const auto* items = member.value().if_array();
        if (items == nullptr) {
            problems.push_back({where, "must be a list"});
            continue;
        }
        auto& list = facts.lists[std::string(member.key())];
        for (std::size_t at = 0; at < items->size(); ++at)
            read_facts((*items)[at], pointer_to(where, at), list.emplace_back(), problems);
    }
}

void read_facts(const boost::json::value& value, const std::string& pointer, Facts& facts,
                Problems& problems) {
    const auto* object = value.if_object();
    if (object == nullptr) {
        problems.push_back({pointer, "must be an object"});
        return;
    }
    for (const auto& member : *object) {
        const std::string where = pointer_to(pointer, member.key());
        const auto* part = member.value().if_object();
        if (part != nullptr && member.key() == "values")
            read_values(*part, where, facts, problems);
        else if (part != nullptr && member.key() == "lists")
            read_lists(*part, where, facts, problems);
        else
            problems.push_back({where, "is not of the facts of a mail"});
    }
}

}  // namespace

std::string facts_to_json(const Facts& facts) {
    JsonText out;
    write_facts(out, facts);
    return out.take();
}

Parsed<Facts> facts_from_json(std::string_view text) {
    const auto value = parse_json(text);
    if (!value) return value.error();
    Facts facts;
    Problems problems;
    read_facts(*value, {}, facts, problems);
    if (!problems.empty()) return problems;
    return facts;
}

}  // namespace werktdoord
