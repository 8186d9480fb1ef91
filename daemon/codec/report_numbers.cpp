// Numbers, lengths of time, shares and results of a report as people read them.

#include "codec/report_words.hpp"
#include "core/dutch.hpp"

namespace werktdoord {

std::string dutch_length(std::chrono::seconds time) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(time).count();
    const bool in_days = minutes >= 48 * 60;
    const auto hours = in_days ? (minutes + 59) / 60 : minutes / 60;
    if (hours == 0) return std::to_string(minutes) + " min";
    if (!in_days)
        return std::to_string(hours) + " uur" +
               (minutes % 60 == 0 ? "" : " " + std::to_string(minutes % 60) + " min");
    return std::to_string(hours / 24) + " dagen" +
           (hours % 24 == 0 ? "" : " " + std::to_string(hours % 24) + " uur");
}

std::string dutch_share(int permille) {
    std::string text = std::to_string(permille / 10);
    if (permille % 10 != 0) text += "," + std::to_string(permille % 10);
    return text + "%";
}

std::string dutch_figure(const Figure& figure) {
    switch (figure.shown) {
        case Figure::Shown::few:
            return "<" + std::to_string(masked_below);
        case Figure::Shown::hidden:
            return "*";
        case Figure::Shown::plain:
            break;
    }
    return std::to_string(figure.value);
}

std::string dutch_hop(Hop hop) {
    switch (hop) {
        case Hop::team:
            return "Team NLWerktDoor";
        case Hop::contact:
            return "Regiocontact";
        case Hop::wsp:
            return "WSP";
    }
    return "";
}

std::string dutch_result(const std::string& outcome) {
    return outcome == "open" ? "nog open" : dutch_outcome(outcome);
}

}  // namespace werktdoord
