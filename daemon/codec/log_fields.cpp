#include "codec/log_fields.hpp"

#include "base/listed.hpp"
#include "codec/event_values.hpp"

namespace werktdoord {

namespace {

struct FlatText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::string_view text) const { return std::string(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(Instant instant) const { return to_rfc3339(instant); }
    std::string operator()(const std::vector<std::string_view>& texts) const { return join(texts); }
    std::string operator()(std::span<const Recipient> all) const { return join(all); }
    std::string operator()(std::span<const UnplacedSite> sites) const { return join(sites); }
    std::string operator()(const Recipient* recipient) const { return (*this)(*recipient); }
    std::string operator()(const UnplacedSite& site) const { return std::to_string(site.site); }

    std::string operator()(const Recipient& recipient) const {
        return std::string(name_of(recipient.role)) + ":" + recipient.key;
    }

    template <class Items>
    std::string join(const Items& items) const {
        return joined(items, ",", *this);
    }
};

}  // namespace

LogFields log_fields(const Event& event) {
    LogFields fields{{"event", std::string(name_of(event.name))}};
    if (event.request) fields.emplace_back("request", event.request->text());
    if (event.region) fields.emplace_back("region", event.region->text());
    for (const Member member : entry_of(event.name).members) {
        if (is_personal(member) || member == Member::why) continue;
        const MemberValue value = value_of(event, member);
        if (std::holds_alternative<std::monostate>(value)) continue;
        fields.emplace_back(json_name(member), std::visit(FlatText{}, value));
    }
    return fields;
}

}  // namespace werktdoord
