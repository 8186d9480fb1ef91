#include "codec/mail_sample.hpp"

namespace werktdoord {

namespace {

using Values = std::map<std::string, std::string>;

std::vector<Facts> items(std::initializer_list<Values> all) {
    std::vector<Facts> list;
    for (const Values& values : all) list.push_back({values, {}});
    return list;
}

Values request_values() {
    return {{"number", "NLWD-2026-000123"},
            {"kind_nl", "vraag naar personeel"},
            {"kind_new_nl", "Nieuwe vraag naar personeel"},
            {"kind_the_nl", "De vraag naar personeel"},
            {"recipient_name", "Marga van Iersel"},
            {"employer_name", "Zorghuis De Linde"},
            {"contact_name", "Marga van Iersel"},
            {"contact_email", "personeel@delinde.example"},
            {"contact_phone", "+31 10 000 0101"},
            {"sector", "86.10"},
            {"occupation", "verpleegkundige"},
            {"headcount", "4"},
            {"hours_per_week", "32"},
            {"period", "vanaf dinsdag 1 december 2026 tot en met zondag 28 februari 2027"},
            {"urgency_nl", "met spoed"},
            {"description", "Vier verpleegkundigen voor de nieuwe afdeling."},
            {"region_name", "Midden-Brabant"},
            {"region_nl", "regio Midden-Brabant"},
            {"wsp_name", "Werkgeversservicepunt Midden-Brabant"},
            {"lead_region_name", "Midden-Brabant"},
            {"owner_name", "Anna de Wit"},
            {"owner_email", "anna@nlwerktdoor.example"},
            {"region_contact_name", "Regiocontact Midden-Brabant"},
            {"region_contact_email", "contact@midden-brabant.example"},
            {"link_nl", "Nu iets doen of melden"},
            {"link", "https://werkt.nlwerktdoor.example/voorbeeld"}};
}

Values happening_values() {
    return {{"note", "Gebeld met de planner. Er is haast bij."},
            {"what_nl", "De regio heeft laten weten hoe het ervoor staat."},
            {"reason_nl", "er is nu geen plaats in deze regio"},
            {"outcome_nl", "deels ingevuld"},
            {"filled", "2"},
            {"form_nl", "collegiale in- en uitleen"},
            {"clock_nl", "antwoord van het WSP"},
            {"wsp_within", "2 werkdagen"},
            {"step_nl", "bijna verlopen"},
            {"due", "dinsdag 24 november 2026, 10:12 uur"},
            {"day", "maandag 23 november 2026"},
            {"too_late_count", "1"},
            {"due_soon_count", "1"},
            {"new_count", "1"},
            {"open_count", "1"},
            {"closed_count", "1"},
            {"take_up_count", "1"},
            {"unplaced_count", "1"},
            {"rejected_count", "1"},
            {"parked_count", "2"},
            {"received_count", "19"},
            {"all_open_count", "4"},
            {"all_closed_count", "14"},
            {"unreadable_count", "1"},
            {"balance_wrong", "Midden-Brabant"},
            {"promises_count", "120"},
            {"promises_share", "87,5%"},
            {"quiet_regions", "Achterhoek, Drenthe"},
            {"alerts_count", "2"}};
}

Values row(const char* number, const char* what, const char* where) {
    return {{"number", number},
            {"what", what},
            {"where", where},
            {"since", "maandag 16 november 2026 (7 dagen)"},
            {"due", "dinsdag 24 november 2026, 10:12 uur"},
            {"clock_nl", "de terugmelding"},
            {"who", "Zorghuis De Linde"},
            {"link", "https://werkt.nlwerktdoor.example/voorbeeld"}};
}

void add_request_lists(Facts& facts) {
    auto& lists = facts.lists;
    lists["sites"] = items({{{"place", "Tilburg"},
                             {"region_name", "Midden-Brabant"},
                             {"region_nl", "regio Midden-Brabant"},
                             {"status_nl", "het WSP zoekt mensen"},
                             {"filled", "2"}},
                            {{"place", "Waalwijk"},
                             {"region_name", "Midden-Brabant"},
                             {"region_nl", "regio Midden-Brabant"},
                             {"status_nl", "in behandeling"},
                             {"filled", ""}}});
    lists["other_sites"] =
        items({{{"place", "Enschede"}, {"region_name", "Twente"}, {"region_nl", "regio Twente"}}});
    lists["regions"] = items({{{"name", "Midden-Brabant"},
                               {"region_nl", "regio Midden-Brabant"},
                               {"contact_name", "Regiocontact Midden-Brabant"},
                               {"contact_email", "contact@midden-brabant.example"},
                               {"sites", "Tilburg en Waalwijk"},
                               {"status_nl", "in behandeling"},
                               {"filled", "2"},
                               {"open", "5"},
                               {"too_late", "1"}},
                              {{"name", "Twente"},
                               {"region_nl", "regio Twente"},
                               {"contact_name", "Regiocontact Twente"},
                               {"contact_email", "contact@twente.example"},
                               {"sites", "Enschede"},
                               {"status_nl", "teruggemeld"},
                               {"filled", ""},
                               {"open", "2"},
                               {"too_late", ""}}});
    lists["wsps"] =
        items({{{"name", "Werkgeversservicepunt Midden-Brabant"}, {"sites", "Tilburg"}}});
    lists["notes"] = items({{{"region_name", "Midden-Brabant"},
                             {"region_nl", "regio Midden-Brabant"},
                             {"text", "Twee mensen beginnen volgende week."}}});
    lists["asked"] = items({{{"wsp_name", "Werkgeversservicepunt Midden-Brabant"},
                             {"region_name", "Midden-Brabant"},
                             {"region_nl", "regio Midden-Brabant"},
                             {"link", "https://werkt.nlwerktdoor.example/voorbeeld"}}});
    lists["next_steps"] = items({{{"text", "Stuur de melding door naar het WSP."}},
                                 {{"text", "Geef de stand van zaken door aan de werkgever."}}});
    lists["signposts"] = items({{{"title", "Praktijkleren in de zorg"},
                                 {"text", "Subsidie voor leerplekken."},
                                 {"link", "https://wegwijzer.example/praktijkleren"},
                                 {"amount", "€ 3.000"}}});
    lists["matches"] = items({{{"number", "NLWD-2026-000118"},
                               {"what", "3 x verpleegkundige, aanbod"},
                               {"where", "Breda"},
                               {"employer_name", "Kliniek De Singel"},
                               {"text", "zelfde beroep, 22 km, 3 van de 4 plaatsen"},
                               {"link", "https://werkt.nlwerktdoor.example/voorbeeld"}}});
    lists["similar_cases"] = items(
        {{{"number", "NLWD-2026-000041"},
          {"what", "3 x verpleegkundige, vraag"},
          {"text", "zelfde beroep, zelfde regio (Midden-Brabant), 3 van de 3 plaatsen in 12 dagen"},
          {"story", "Drie verpleegkundigen van een kliniek zonder operaties vielen in."}}});
    lists["possible_duplicates"] = items({{{"number", "NLWD-2026-000119"}}});
}

void add_digest_lists(Facts& facts) {
    auto& lists = facts.lists;
    const Values linde = row("NLWD-2026-000123", "4 × verpleegkundige", "Tilburg");
    const Values haven = row("NLWD-2026-000124", "3 × logistiek medewerker", "Waalwijk");
    lists["too_late"] = items({linde});
    lists["due_soon"] = items({haven});
    lists["new"] = items({haven});
    lists["open"] = items({linde, haven});
    lists["closed"] = items({linde});
    lists["unplaced"] = items({{{"number", "NLWD-2026-000125"},
                                {"what", "2 × kok"},
                                {"where", "1234 AB"},
                                {"link", "https://werkt.nlwerktdoor.example/voorbeeld"}}});
    lists["parked"] = items({{{"id", "1207"},
                              {"number", "NLWD-2026-000123"},
                              {"to", "de werkgever"},
                              {"what", "bevestiging"},
                              {"why", "de mailbox is niet gevonden (code 550 5.1.1)"}},
                             {{"id", "1215"},
                              {"number", ""},
                              {"to", "het regiocontact twente"},
                              {"what", "dagoverzicht"},
                              {"why", "te lang uitgesteld: de mailbox is vol (code 452 4.2.2)"}}});
    lists["alerts"] = items({{{"number", "NLWD-2026-000123"},
                              {"clock_nl", "antwoord van het WSP"},
                              {"step_nl", "verlopen"},
                              {"due", "maandag 23 november 2026, 10:12 uur"},
                              {"employer_name", "Zorghuis De Linde"},
                              {"occupation", "verpleegkundige"},
                              {"headcount", "4"},
                              {"region_name", "Midden-Brabant"},
                              {"wsp_name", "Werkgeversservicepunt Midden-Brabant"},
                              {"text", "Laat de werkgever weten hoe het ervoor staat."},
                              {"link_nl", "Nu iets doen of melden"},
                              {"link", "https://werkt.nlwerktdoor.example/voorbeeld"}},
                             {{"number", "NLWD-2026-000124"},
                              {"clock_nl", "de terugmelding"},
                              {"step_nl", "bijna verlopen"},
                              {"due", "dinsdag 24 november 2026, 17:00 uur"},
                              {"employer_name", "Havenwerk Noord"},
                              {"occupation", "logistiek medewerker"},
                              {"headcount", "3"},
                              {"region_name", "Twente"},
                              {"wsp_name", ""},
                              {"text", "Meld de uitkomst terug aan het team."},
                              {"link", "https://werkt.nlwerktdoor.example/voorbeeld"}}});
    const Values times{{"count", "24"},   {"share", "87,5%"},           {"half", "5 uur"},
                       {"most", "1 dag"}, {"longest", "3 dagen 4 uur"}, {"open", "4"},
                       {"late", "1"}};
    const auto named = [&](const char* name) {
        Values values = times;
        values["name"] = name;
        return values;
    };
    lists["report_clocks"] =
        items({named("contact met de werkgever"), named("antwoord van het WSP")});
    lists["report_regions"] = items({named("Midden-Brabant")});
    lists["report_outcomes"] = items({{{"name", "ingevuld"},
                                       {"kind_nl", "vraag naar personeel"},
                                       {"requests", "14"},
                                       {"placed", "31"}}});
    lists["balance"] =
        items({{{"name", "Midden-Brabant"}, {"received", "18"}, {"open", "4"}, {"closed", "14"}}});
    lists["rejected"] = items({{{"id", "msg_4f1c"},
                                {"entry", "12"},
                                {"when", "maandag 23 november 2026, 09:40 uur"},
                                {"problems", "/data/kind: dit is verplicht"}}});
}

}  // namespace

const Facts& sample_facts() {
    static const Facts facts = [] {
        Facts all;
        all.values = request_values();
        all.values.merge(happening_values());
        add_request_lists(all);
        add_digest_lists(all);
        all.lists["new_matches"] =
            items({{{"number", "NLWD-2026-000123"},
                    {"what", "4 x verpleegkundige, vraag"},
                    {"with_number", "NLWD-2026-000118"},
                    {"with_what", "3 x verpleegkundige, aanbod"},
                    {"where", "Breda"},
                    {"employer_name", "Kliniek De Singel"},
                    {"text", "zelfde beroep, 22 km, 3 van de 4 plaatsen"},
                    {"link", "https://werkt.nlwerktdoor.example/voorbeeld"}}});
        return all;
    }();
    return facts;
}

Facts sample_of(MailKind kind) {
    Facts facts = sample_facts();
    if (kind == MailKind::report) facts.values["period"] = "november 2026";
    for (Facts& over : facts.lists["closed"]) {
        over.values["clock_nl"] = over.values["due"] = "";
        if (kind == MailKind::digest_team) over.values["who"] = "";
    }
    return facts;
}

}  // namespace werktdoord
