#include "core/partner_score.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/dutch.hpp"
#include "core/fold.hpp"
#include "core/match_keys.hpp"
#include "core/occupation.hpp"

namespace werktdoord {
namespace {

// Nobody travels far for work that is not their own.
constexpr int related_km = 50;

std::string number(int value) {
    return std::to_string(value);
}

class Scoring {
public:
    Scoring(const Compared& demand, const Compared& offer, LocalDay today)
        : demand_(demand),
          offer_(offer),
          wanted_(demand.request->data),
          offered_(offer.request->data),
          today_(today) {}

    PartnerScore run() {
        work();
        if (!score_.fits) return score_;
        distance();
        if (!score_.fits) return score_;
        headcount();
        period();
        hours();
        themes();
        consent();
        score_.points = std::clamp(score_.points, 0, 100);
        return score_;
    }

private:
    void good(int points, std::string why) {
        score_.points += points;
        score_.why.push_back(std::move(why));
    }
    void bad(int points, std::string why) {
        score_.points += points;
        score_.against.push_back(std::move(why));
    }
    void very_bad(int points, std::string why) {
        bad(points, std::move(why));
        score_.weighty = true;
    }

    // Occupations decide; where one is not given the sector stands in for it.
    void work() {
        const auto wanted = occupation_words(wanted_.occupation);
        const auto offered = occupation_words(offered_.occupation);
        const std::string both = wanted_.occupation + " en " + offered_.occupation;
        switch (likeness(wanted, offered)) {
            case Likeness::same:
                score_.fits = true;
                good(40, "zelfde beroep");
                break;
            case Likeness::close:
                score_.fits = true;
                good(34, "beroep past: " + both);
                break;
            case Likeness::related:
                score_.fits = only_nearby_ = true;
                good(20, "verwant werk: " + both);
                break;
            case Likeness::none:
                score_.fits = wanted.empty() || offered.empty();
                break;
        }
        sector(wanted.empty() || offered.empty());
    }

    void sector(bool stands_in) {
        const std::string wanted = sector_key(wanted_.sector);
        const bool same = !wanted.empty() && wanted == sector_key(offered_.sector);
        if (!stands_in) {
            if (same) good(5, "zelfde sector (" + wanted.substr(1) + ")");
            return;
        }
        score_.fits = same;
        if (!same) return;
        const bool exactly = sector_digits(wanted_.sector) == sector_digits(offered_.sector);
        good(exactly ? 20 : 14, "zelfde sector (" + wanted.substr(1) + ")");
        bad(0, "het beroep is niet bij allebei bekend");
    }

    void distance() {
        const auto km = km_between(demand_.places, offer_.places);
        if (!km) return bad(4, "afstand niet bekend");
        const int rounded = static_cast<int>(std::lround(*km));
        score_.km = rounded;
        if (only_nearby_ && rounded > related_km) score_.fits = false;
        const std::string words = number(rounded) + " km";
        if (rounded == 0)
            good(25, "zelfde postcodegebied");
        else if (rounded <= 15)
            good(25, words);
        else if (rounded <= 30)
            good(20, words);
        else if (rounded <= 50)
            good(12, words);
        else if (rounded <= 75)
            bad(4, "ver: " + words);
        else
            very_bad(0, "te ver: " + words);
    }

    void headcount() {
        const int wanted = demand_.request->left();
        const int served = std::min(wanted, offer_.request->left());
        const int points = served * 10 / wanted;
        good(std::max(points, 2), number(served) + " van de " + number(wanted) +
                                      (wanted == 1 ? " plaats" : " plaatsen"));
    }

    // Days that are over count for nobody. Without an end a period goes on.
    void period() {
        const Period& a = wanted_.period;
        const Period& b = offered_.period;
        const LocalDay from = std::max({a.from.value_or(today_), b.from.value_or(today_), today_});
        if (!a.until && !b.until)
            return good(6, a.from || b.from ? "de periode is open" : "geen periode genoemd");
        const LocalDay until =
            std::min(a.until.value_or(LocalDay::max()), b.until.value_or(LocalDay::max()));
        if (until < today_) return very_bad(-30, "de periode is voorbij");
        if (until < from) return very_bad(-30, "de perioden overlappen niet");
        const auto count = static_cast<int>((until - from).count()) + 1;
        const std::string words = "periode overlapt " + length(count);
        if (!a.until) return good(10, words);
        const LocalDay start = std::max(a.from.value_or(today_), today_);
        const auto wanted = std::max(1, static_cast<int>((*a.until - start).count()) + 1);
        if (count * 4 < wanted)
            bad(3, words + " van de " + length(wanted));
        else
            good(count * 4 >= wanted * 3 ? 12 : 8, words);
    }

    static std::string length(int count) {
        if (count < 14) return number(count) + (count == 1 ? " dag" : " dagen");
        return number(count / 7) + " weken";
    }

    void hours() {
        const auto& wanted = wanted_.hours_per_week;
        const auto& offered = offered_.hours_per_week;
        if (!wanted || !offered) return;
        const std::string both = number(*wanted) + " en " + number(*offered) + " uur per week";
        const int apart = std::abs(*wanted - *offered);
        if (apart == 0)
            good(4, number(*wanted) + " uur per week");
        else if (apart <= 8)
            good(2, both);
        else
            bad(0, "uren lopen uiteen: " + both);
    }

    void themes() {
        std::vector<std::string> shared;
        for (const std::string& theme : wanted_.themes)
            for (const std::string& other : offered_.themes)
                if (fold(theme) == fold(other)) shared.push_back(theme);
        if (!shared.empty()) return good(4, "allebei " + shared.front());
        if (!wanted_.themes.empty() && !offered_.themes.empty())
            bad(-3, "ander thema: " + wanted_.themes.front() + " en " + offered_.themes.front());
    }

    // Asking for it may help where nothing was said; a no is a no.
    void consent() {
        for (const auto* side : {demand_.request, offer_.request}) {
            const auto& given = side->data.consent_to_introduce;
            if (given == true) continue;
            const std::string who = side == demand_.request ? "de vrager" : "de aanbieder";
            if (given == false)
                very_bad(0, "geen toestemming om in contact te brengen: " + who);
            else
                bad(0, "vraag toestemming om in contact te brengen: " + who);
        }
    }

    const Compared& demand_;
    const Compared& offer_;
    const RequestData& wanted_;
    const RequestData& offered_;
    LocalDay today_;
    bool only_nearby_ = false;
    PartnerScore score_;
};

}  // namespace

PartnerScore score_partner(const Compared& demand, const Compared& offer, LocalDay today) {
    return Scoring(demand, offer, today).run();
}

}  // namespace werktdoord
