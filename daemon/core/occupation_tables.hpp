// Words of occupation.cpp: which ones say nothing, which narrow, which go together. Folded.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace werktdoord {

// They say that somebody works, not what at.
inline constexpr std::array<std::string_view, 16> generic_heads{
    "medewerkster", "medewerkers", "medewerker", "krachten",   "kracht", "werkers",
    "werker",       "werkster",    "personeel",  "specialist", "mensen", "functie",
    "functies",     "collegas",    "collega",    "teamlid"};

// They stand beside the work: how much of it somebody knows, and small words.
inline constexpr std::array<std::string_view, 46> idle_words{
    "de",       "het",         "een",      "en",         "of",        "in",         "voor",
    "met",      "bij",         "op",       "aan",        "van",       "te",         "als",
    "ervaren",  "junior",      "senior",   "allround",   "leerling",  "aankomend",  "aankomende",
    "algemeen", "zelfstandig", "fulltime", "parttime",   "tijdelijk", "tijdelijke", "gediplomeerd",
    "eerste",   "tweede",      "hoofd",    "meewerkend", "vaste",     "flexibele",  "alle",
    "diverse",  "ook",         "per",      "dag",        "week",      "zonder",     "ervaring",
    "diploma",  "onze",        "eigen",    "handen"};

// What stays of a compound when that which narrows it is taken off. Only words after which it does
// not matter much: a bus driver can learn the lorry, a furniture maker is no bicycle maker.
inline constexpr std::array<std::string_view, 50> known_heads{
    "verpleegkundige", "verzorgende",  "schoonmaker", "chauffeur",    "monteur",
    "lasser",          "kok",          "beveiliger",  "timmerman",    "metselaar",
    "schilder",        "elektricien",  "loodgieter",  "installateur", "technicus",
    "operator",        "bezorger",     "koerier",     "sorteerder",   "inpakker",
    "verkoper",        "kapper",       "bakker",      "slager",       "hovenier",
    "programmeur",     "ontwikkelaar", "developer",   "engineer",     "planner",
    "administrateur",  "boekhouder",   "leraar",      "docent",       "leerkracht",
    "therapeut",       "receptionist", "telefonist",  "dakdekker",    "stukadoor",
    "tegelzetter",     "constructeur", "frezer",      "draaier",      "bankwerker",
    "barista",         "plukker",      "orderpicker", "hulpkok",      "stratenmaker"};

// Other words for the same work.
struct SameWork {
    std::string_view written;
    std::string_view meant;
};
inline constexpr std::array<SameWork, 28> same_work{{
    {"verpleger", "verpleegkundige"},
    {"verpleegster", "verpleegkundige"},
    {"timmerlieden", "timmerman"},
    {"timmerlui", "timmerman"},
    {"timmervrouw", "timmerman"},
    {"timmervrouwen", "timmerman"},
    {"tuinman", "hovenier"},
    {"tuinlieden", "hovenier"},
    {"cook", "kok"},
    {"chefkok", "kok"},
    {"kokkin", "kok"},
    {"kokkinnen", "kok"},
    {"interieurverzorger", "schoonmaker"},
    {"interieurverzorgster", "schoonmaker"},
    {"schoonmaak", "schoonmaker"},
    {"cassiere", "kassa"},
    {"caissiere", "kassa"},
    {"ober", "bediening"},
    {"serveerster", "bediening"},
    {"gastvrouw", "bediening"},
    {"gastheer", "bediening"},
    {"warehouse", "magazijn"},
    {"logistieke", "logistiek"},
    {"security", "beveiliger"},
    {"beveiliging", "beveiliger"},
    {"leraren", "leraar"},
    {"administratief", "administratie"},
    {"administratieve", "administratie"},
}};

// Work that the same people often do: each line is one such set. Heads only: a fork-lift driver
// here would bring every driver along.
inline const std::vector<std::vector<std::string_view>>& related_work() {
    static const std::vector<std::vector<std::string_view>> sets{
        {"verpleegkundige", "verzorgende", "helpende", "zorg", "thuiszorg", "zorghulp"},
        {"logistiek", "magazijn", "orderpicker", "inpakker", "sorteerder", "expeditie",
         "distributie", "productie"},
        {"kok", "keuken", "keukenhulp", "hulpkok", "catering", "bakker"},
        {"bediening", "horeca", "barman", "barvrouw", "barista", "hotel", "receptionist"},
        {"schoonmaker", "huishoudelijk", "wasserij", "kamermeisje", "housekeeping"},
        {"verkoper", "verkoop", "winkel", "kassa", "vakkenvuller"},
        {"oogst", "kwekerij", "plukker", "kas", "tuinbouw", "seizoen", "hovenier", "boomkwekerij"},
        {"lasser", "constructeur", "bankwerker", "metaal", "frezer", "draaier"},
        {"monteur", "installateur", "technicus", "elektricien", "loodgieter", "onderhoud"},
        {"timmerman", "metselaar", "meubelmaker", "opbouw", "bouw", "stukadoor"},
        {"bezorger", "koerier", "chauffeur"},
        {"klantcontact", "callcenter", "telefonist", "klantenservice", "receptionist"},
        {"programmeur", "ontwikkelaar", "developer"},
    };
    return sets;
}

}  // namespace werktdoord
