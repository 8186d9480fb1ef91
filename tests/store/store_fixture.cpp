#include "store_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "codec/request_json.hpp"

namespace werktdoord {
namespace {

constexpr const char* full_document = R"({
    "kind": "offer",
    "employer": { "name": "Zorggroep De Linde", "kvkNumber": "01234567", "size": 120,
      "contact": { "name": "Sanne Voorbeeld", "email": "sanne@delinde.example",
                   "phone": "0135550100" } },
    "sites": [ { "postcode": "5038 AB", "municipality": "Tilburg" }, { "postcode": "5611 AA" } ],
    "sector": "86.10", "occupation": "verpleegkundige", "headcount": 4, "hoursPerWeek": 32,
    "period": { "from": "2026-12-01", "until": "2027-02-28" },
    "themes": ["collegiale-in-en-uitleen"], "urgency": "urgent",
    "description": "Avonddienst", "consentToIntroduce": true, "unknownMember": [1, 2] })";

constexpr const char* small_document = R"({
    "kind": "demand",
    "employer": { "name": "Bakkerij Meel", "kvkNumber": "87654321",
      "contact": { "name": "Bo", "email": "bo@meel.example" } },
    "sites": [ { "municipality": "Breda" } ], "occupation": "bakker", "headcount": 1 })";

RequestData data_of(const char* document) {
    auto data = read_request_text(document);
    EXPECT_TRUE(data) << "a document of this fixture is no request";
    return std::move(data.value());
}

}  // namespace

int StoreTest::rows(const std::string& table) const {
    return SQLite::Database(path()).execAndGet("SELECT count(*) FROM " + table).getInt();
}

Case StoreTest::keep(const Case& after) {
    store_->transaction([&] {
        Case saved = after;
        store_->save(store_->load(after.number), saved);
    });
    return store_->load(after.number).value();
}

JournalLine StoreTest::append(const Event& event) {
    JournalLine line;
    store_->transaction([&] { line = store_->append(event); });
    return line;
}

Clock a_clock(ClockName name, std::string_view due) {
    Clock clock;
    clock.name = name;
    clock.start = at("2026-11-23T08:00:00Z");
    clock.due = at(due);
    return clock;
}

Referral a_referral(int ordinal, const std::string& region, std::string_view sent_at) {
    Referral referral;
    referral.ordinal = ordinal;
    referral.region = RegionKey(region);
    referral.sent_at = at(sent_at);
    return referral;
}

Case new_case(const std::string& number) {
    Case made;
    made.number = RequestNumber(number);
    made.data = data_of(small_document);
    made.registered_at = at("2026-11-23T08:00:00Z");
    made.owner = MemberKey("anna");
    made.clocks = {a_clock(ClockName::take_up, "2026-11-24T08:00:00Z")};
    return made;
}

namespace {

Referral full_referral() {
    Referral referral = a_referral(1, "midden-brabant", "2026-11-23T09:00:00Z");
    referral.state = ReferralState::reported_back;
    referral.forwarded_at = at("2026-11-23T10:00:00Z");
    referral.feedback_at = at("2026-11-24T10:00:00.125Z");
    referral.ended_at = at("2026-11-25T10:00:00Z");
    referral.sites = {1, 0};
    referral.proposed = {WspKey("wsp-midden-brabant"), WspKey("wsp-tilburg")};
    referral.asks = {{WspKey("wsp-midden-brabant"), at("2026-11-23T10:00:00Z"),
                      at("2026-11-23T11:00:00Z"), std::nullopt},
                     {WspKey("wsp-tilburg"), at("2026-11-23T10:00:00Z"), std::nullopt,
                      at("2026-11-23T12:00:00Z")}};
    referral.outcome = "partly_filled";
    referral.filled = 2;
    referral.mailed = {{"contact@a.example", at("2026-11-24T09:00:00Z")}};
    referral.happened.add(EventName::referral_sent);
    return referral;
}

Clock full_clock() {
    Clock clock = a_clock(ClockName::wsp_response, "2026-11-25T10:00:00Z");
    clock.referral = 1;
    clock.region = RegionKey("midden-brabant");
    clock.wsp = WspKey("wsp-midden-brabant");
    clock.until.add(EventName::referral_wsp_responded);
    clock.within = {2, Unit::working_days};
    clock.warning = Warning{{4, Unit::working_hours}, false};
    clock.warn = at("2026-11-24T10:00:00Z");
    clock.state = ClockState::missed;
    clock.warned = true;
    clock.alerts = 3;
    clock.next_alert = at("2026-11-26T10:00:00Z");
    clock.ended_at = at("2026-11-27T10:00:00Z");
    clock.late = true;
    return clock;
}

Route full_route() {
    Route route;
    route.rules = {"care", "default"};
    route.regions = {{RegionKey("midden-brabant"),
                      Mode::immediately,
                      {0, 1},
                      {WspKey("wsp-tilburg")},
                      {Role::wsp_manager}}};
    route.policy = "crisis";
    route.lead = RegionKey("midden-brabant");
    route.unplaced = {{1, "postcode onbekend"}};
    route.signposts = {"voucher"};
    route.why = {"5038 AB ligt in Tilburg"};
    return route;
}

}  // namespace

Case full_case(const std::string& number) {
    Case made = new_case(number);
    made.data = data_of(full_document);
    made.state = State::introduced;
    made.taken_up_at = at("2026-11-23T08:30:00Z");
    made.closed_at = at("2026-12-23T08:30:00Z");
    made.route = full_route();
    made.referrals = {full_referral(), a_referral(2, "zuidoost-brabant", "2026-11-23T09:00:00Z")};
    made.clocks.push_back(full_clock());
    made.clocks.back().id = 0;
    made.introductions = {{RequestNumber("NLWD-2026-000009"), at("2026-11-28T10:00:00Z"), false,
                           "werk-naar-werk", "works", 1}};
    made.placed = 3;
    made.outcome = "filled";
    made.duplicate_of = RequestNumber("NLWD-2026-000007");
    made.possible_duplicates = {RequestNumber("NLWD-2026-000007"),
                                RequestNumber("NLWD-2026-1000000")};
    made.status_leaves_at = at("2026-11-28T16:00:00Z");
    made.forgotten = true;
    made.happened.add(EventName::request_registered);
    made.happened.add(EventName::daemon_stopped);
    return made;
}

Event an_event(EventName name, const std::string& request, std::string_view when) {
    Event event;
    event.at = at(when);
    event.name = name;
    if (!request.empty()) event.request = RequestNumber(request);
    event.by = "rules";
    return event;
}

Event a_mail(const std::string& request, std::string_view when) {
    Event event = an_event(EventName::mail_queued, request, when);
    event.mail_kind = MailKind::confirmation;
    Mail letter;
    letter.to = {Role::employer, request, "Sanne Voorbeeld", "sanne@delinde.example"};
    letter.facts.values["number"] = request;
    event.recipients = {letter.to};
    event.letter = std::make_shared<const Mail>(letter);
    return event;
}

std::vector<std::string> lines_of(StoreReader& reader) {
    std::vector<std::string> lines;
    for (JournalLine& line : reader.journal(0, 1000, std::nullopt))
        lines.push_back(std::move(line.line));
    return lines;
}

}  // namespace werktdoord
