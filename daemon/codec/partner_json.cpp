#include "codec/partner_json.hpp"

#include <boost/json/value_from.hpp>

#include "base/listed.hpp"
#include "codec/clean_text.hpp"
#include "core/dutch.hpp"
#include "core/place_words.hpp"

namespace werktdoord {
namespace {

namespace json = boost::json;

json::object partner_object(const Partner& partner) {
    json::object object{{"request", partner.number.text()},
                        {"kind", name_of(partner.kind)},
                        {"state", name_of(partner.state)},
                        {"owner", partner.owner.text()},
                        {"employer", partner.employer}};
    if (!partner.occupation.empty()) object["occupation"] = partner.occupation;
    if (!partner.place.empty()) object["place"] = partner.place;
    object["headcount"] = partner.headcount;
    object["left"] = partner.left;
    if (partner.km) object["km"] = *partner.km;
    object["score"] = partner.score;
    object["good"] = partner.good;
    object["why"] = json::value_from(partner.why);
    object["against"] = json::value_from(partner.against);
    return object;
}

std::string cleaned(const std::vector<std::string>& parts) {
    return listed(parts, "", clean_line);
}

}  // namespace

json::array partners_json(const std::vector<Partner>& partners) {
    json::array array;
    for (const Partner& partner : partners) array.push_back(partner_object(partner));
    return array;
}

std::string partners_text(const std::vector<Partner>& partners) {
    if (partners.empty()) return "Geen open melding past hierbij.\n";
    std::string text;
    int place = 0;
    for (const Partner& partner : partners) {
        text += std::to_string(++place) + ". " + partner.number.text() + "  " +
                std::to_string(partner.score) + (partner.good ? " punten, goed" : " punten") +
                "\n   " + dutch_short(partner.kind) + ": " + std::to_string(partner.left) + " x " +
                clean_line(partner.occupation.empty() ? "(geen beroep)" : partner.occupation) +
                ", " + clean_line(partner.employer) +
                (partner.place.empty() ? "" : ", " + clean_line(readable_place(partner.place))) +
                "\n";
        text += "   " + cleaned(partner.why) + "\n";
        if (!partner.against.empty()) text += "   let op: " + cleaned(partner.against) + "\n";
    }
    return text;
}

}  // namespace werktdoord
