#include "codec/answer_page.hpp"

#include <algorithm>

#include "codec/answer_form.hpp"
#include "core/dutch.hpp"
#include "core/mail_facts.hpp"
#include "core/place_words.hpp"
#include "core/recipients.hpp"

namespace werktdoord {

namespace {

// What the page is made from.
struct View {
    const Case& c;
    const RuleSet& rules;
    const Asker asker;
    const Referral* referral;  // null: the request as a whole
    Facts facts;
};

// Percent-encodes what could end an address or add headers to a new mail (RFC 6068).
std::string mailto(const std::string& address) {
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@.-_+";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "mailto:";
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos)
            out += c;
        else
            out.append(1, '%').append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
    }
    return out;
}

std::string tel(const std::string& phone) {
    std::string out;
    for (const char c : phone)
        if ((c >= '0' && c <= '9') || c == '+') out += c;
    return out.empty() ? out : "tel:" + out;
}

class Rows {
public:
    void add(const std::string& name, const std::string& value, const std::string& link = {}) {
        if (!value.empty()) rows_.push_back({name, value, link});
    }
    std::vector<PageRow> take() { return std::move(rows_); }

private:
    std::vector<PageRow> rows_;
};

void add_places(Rows& rows, const Facts& facts, const char* list, const char* name) {
    for (const Facts& site : facts.list(list)) {
        const std::string& region = site.value("region_name");
        rows.add(name,
                 site.value("place") + (region.empty() ? "" : " (" + dutch_region(region) + ")"));
    }
}

void add_asks(Rows& rows, const View& view) {
    if (view.referral == nullptr || view.asker.role == Role::wsp) return;
    for (const WspAsk& ask : view.referral->asks) {
        const auto wsp = wsp_recipient(view.referral->region, ask.wsp, view.rules);
        const std::string name = wsp ? wsp->name : ask.wsp.text();
        const char* state = ask.withdrawn_at   ? "van de melding afgehaald"
                            : ask.responded_at ? "heeft de werkgever geantwoord"
                                               : "het antwoord loopt";
        rows.add("Doorgestuurd naar", name + " (" + state + ")");
    }
    rows.add("Uitkomst", dutch_outcome(view.referral->outcome));
    if (view.referral->filled > 0)
        rows.add("Ingevuld tot nu toe", std::to_string(view.referral->filled));
}

bool concerns(const View& view, const Clock& clock) {
    if (!clock.open()) return false;
    if (clock.referral == 0) return is_team_role(view.asker.role);
    if (view.referral == nullptr || clock.referral != view.referral->ordinal) return false;
    return view.asker.role != Role::wsp || (clock.wsp && clock.wsp->text() == view.asker.key);
}

// What is due first stands first.
void add_clocks(Rows& rows, const View& view) {
    std::vector<const Clock*> clocks;
    for (const Clock& clock : view.c.clocks)
        if (concerns(view, clock)) clocks.push_back(&clock);
    std::stable_sort(clocks.begin(), clocks.end(),
                     [](const Clock* one, const Clock* two) { return one->due < two->due; });
    for (const Clock* clock : clocks)
        rows.add("Uiterlijk: " + dutch(clock->name),
                 dutch_time(view.rules.calendar.zone(), clock->due) +
                     (clock->state == ClockState::missed ? " (te laat)" : ""));
}

std::vector<PageRow> rows_of(const View& view) {
    const auto value = [&](const char* name) { return view.facts.value(name); };
    Rows rows;
    rows.add("Soort", value("kind_nl"));
    add_clocks(rows, view);
    add_asks(rows, view);
    rows.add("Werkgever", value("employer_name"));
    rows.add("Contactpersoon", value("contact_name"));
    rows.add("E-mail", value("contact_email"), mailto(value("contact_email")));
    rows.add("Telefoon", value("contact_phone"), tel(value("contact_phone")));
    rows.add("Sector", value("sector"));
    rows.add("Beroep", value("occupation"));
    rows.add("Aantal mensen", value("headcount"));
    rows.add("Uren per week", value("hours_per_week"));
    rows.add("Periode", value("period"));
    rows.add("Hoe dringend", value("urgency_nl"));
    add_places(rows, view.facts, "sites", "Plaats");
    add_places(rows, view.facts, "other_sites", "Ook in de melding");
    rows.add("Hoofdregio", value("lead_region_name"));
    rows.add("Bij Team NLWerktDoor", value("owner_name"));
    return rows.take();
}

std::string who_you_are(const View& view) {
    const std::string region = region_name(view.asker.region, view.rules);
    switch (view.asker.role) {
        case Role::wsp:
            return "U antwoordt hier namens het WSP.";
        case Role::regional_contact:
            return "U antwoordt hier als regiocontact van " + region + ".";
        case Role::backup:
            return "U antwoordt hier als achtervang van " + region + ".";
        default:
            return "U antwoordt hier als lid van Team NLWerktDoor.";
    }
}

std::string why_nothing(const View& view, Standing standing) {
    switch (standing) {
        case Standing::closed:
            return "Deze melding is afgesloten (" + dutch_outcome(view.c.outcome) +
                   "). U hoeft niets meer te doen.";
        case Standing::forgotten:
            return "De gegevens van deze melding zijn gewist. U hoeft niets meer te doen.";
        case Standing::withdrawn:
            return "Uw WSP is van deze melding afgehaald. U hoeft niets meer te doen.";
        case Standing::ended:
            return "Deze melding is klaar voor uw regio (" + dutch(view.referral->state) +
                   "). U hoeft niets meer te doen.";
        case Standing::none:
            return "Deze melding is niet bij u. U hoeft niets te doen.";
        case Standing::open:
            break;
    }
    return "Uw antwoord is vastgelegd. U hoeft nu niets meer te doen.";
}

Letter letter_of(const View& view) {
    Letter letter;
    letter.to.role = view.asker.role;
    letter.referral = view.referral == nullptr ? 0 : view.referral->ordinal;
    if (view.asker.role == Role::wsp) letter.wsp = WspKey(view.asker.key);
    return letter;
}

// An employer is asked one thing, and shown nothing that a mail which was passed on would give
// away.
void ask_employer(Page& page, const View& view) {
    const auto desk = wsp_recipient(view.asker.region, WspKey(view.asker.key), view.rules);
    page.paragraphs = {
        (desk ? desk->name : view.asker.key) + " (" +
        dutch_region(region_name(view.asker.region, view.rules)) +
        ") heeft laten weten dat het contact met u heeft gehad over deze melding. Wij horen graag "
        "van u of dat klopt."};
}

constexpr const char* whom_to_ask = "Vragen? Neem contact op met Team NLWerktDoor.";

}  // namespace

Page plain_page(std::string heading, std::vector<std::string> paragraphs) {
    Page page;
    page.heading = std::move(heading);
    page.paragraphs = std::move(paragraphs);
    return page;
}

Page answer_page(const Case& c, const RuleSet& rules, const AnswerLink& link, Instant now,
                 const Notice& notice, const Typed& typed) {
    View view{c, rules, asker_of(link), c.last_referral(link.region), {}};
    Page page = plain_page("Melding " + c.number.text(), {});
    page.tone = notice.tone;
    page.notice = notice.text;
    const Standing standing = standing_of(c, view.asker);
    const AnswerOffers offers = answer_offers(c, rules, view.asker);
    if (offers.events.empty())
        page.paragraphs = {why_nothing(view, standing), whom_to_ask};
    else
        page.paragraphs = {who_you_are(view) +
                           " U hebt geen account nodig. Deze link is alleen voor u: stuur hem "
                           "niet door."};
    if (view.asker.role == Role::employer && standing == Standing::open) {
        ask_employer(page, view);
        page.forms = answer_forms(offers, view.asker, c.version, typed);
        return page;
    }
    if (standing != Standing::open) return page;

    view.facts = mail_facts(c, rules, letter_of(view), now);
    page.rows = rows_of(view);
    page.description = view.facts.value("description");
    page.forms = answer_forms(offers, view.asker, c.version, typed);
    return page;
}

Page expired_page(const AnswerLink& link) {
    if (link.role == Role::employer)
        return plain_page("Deze link is verlopen",
                          {"Een link in een mail werkt een beperkte tijd. Er is niets vastgelegd.",
                           "Wilt u nog antwoorden? Neem contact op met Team NLWerktDoor."});
    Page page =
        plain_page("Deze link is verlopen",
                   {"Een link in een mail werkt een beperkte tijd. Er is niets vastgelegd."});
    PageForm form;
    form.id = "nieuwe-link";
    form.heading = "Een nieuwe link voor melding " + link.request.text();
    form.explanation =
        "Wij mailen een nieuwe link naar het adres waar de oude naartoe ging. Dat kan één keer per "
        "uur.";
    form.hidden = {{"event", "new_link"}};
    form.button = "Mail mij een nieuwe link";
    page.forms.push_back(std::move(form));
    return page;
}

}  // namespace werktdoord
