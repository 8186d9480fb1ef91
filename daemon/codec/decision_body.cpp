#include "codec/decision_body.hpp"

#include <algorithm>
#include <boost/json/object.hpp>

#include "base/items.hpp"
#include "codec/json.hpp"
#include "codec/json_fields.hpp"
#include "codec/nearest.hpp"
#include "codec/text_check.hpp"

namespace werktdoord {

namespace {

constexpr std::size_t key_max = 100;

}  // namespace

Parsed<DeskDecision> read_decision_body(std::string_view body, DeskDecision::Kind kind,
                                        std::int64_t id) {
    const auto value = parse_json(body);
    if (!value) return value.error();
    const auto* object = value->if_object();
    if (object == nullptr) return Problems{{"", "must be an object with by"}};
    Problems problems;
    JsonFields fields(*object, {}, problems);
    DeskDecision decision;
    decision.kind = kind;
    decision.id = id;
    decision.by = fields.line("by", key_max, Need::required);
    std::vector<std::string> known{"by"};
    if (kind != DeskDecision::Kind::resend) {
        decision.reason = fields.text("reason", decision_reason_max, Need::required);
        known.emplace_back("reason");
        if (!decision.reason.empty() && is_blank(decision.reason))
            fields.problem("reason", "is empty");
    }
    for (const auto& member : *object)
        if (!has(known, std::string(member.key())))
            fields.problem(member.key(), "is not known here" + did_you_mean(member.key(), known));
    if (!problems.empty()) return problems;
    return decision;
}

}  // namespace werktdoord
