#include "net/fakes.hpp"

#include <algorithm>

#include "net/empty_reader.hpp"

namespace werktdoord::test {
namespace {

class FakeReader final : public EmptyReader {
public:
    explicit FakeReader(FakeStore& store) : store_(store) {}

    std::optional<Case> load(const RequestNumber& number) override {
        store_.before_read();
        const auto found = std::find_if(store_.cases.begin(), store_.cases.end(),
                                        [&](const Case& each) { return each.number == number; });
        if (found == store_.cases.end()) return std::nullopt;
        return *found;
    }
    std::vector<RequestRow> requests(const RequestFilter& filter) override {
        store_.before_read();
        store_.last_filter = filter;
        std::vector<RequestRow> rows;
        for (const RequestRow& row : store_.rows) {
            if (filter.after && row.number <= *filter.after) continue;
            if (rows.size() < static_cast<std::size_t>(filter.limit)) rows.push_back(row);
        }
        return rows;
    }
    std::vector<DeadlineRow> deadlines(const ClockCursor& after, Instant until,
                                       int limit) override {
        store_.last_until = until;
        auto rows = store_.deadlines;
        std::erase_if(rows, [&](const DeadlineRow& row) {
            return after.id != 0 && row.clock.id <= after.id;
        });
        rows.resize(std::min(rows.size(), static_cast<std::size_t>(limit)));
        return rows;
    }
    std::vector<JournalLine> journal(std::int64_t since, int limit,
                                     const std::optional<RequestNumber>&) override {
        store_.before_read();
        std::vector<JournalLine> lines;
        for (const JournalLine& line : store_.lines)
            if (line.seq > since && lines.size() < static_cast<std::size_t>(limit))
                lines.push_back(line);
        return lines;
    }
    std::optional<OutboxMail> mail(std::int64_t id) override {
        for (const auto* mails : {&store_.waiting, &store_.parked})
            for (const OutboxMail& mail : *mails)
                if (mail.id == id) return mail;
        return std::nullopt;
    }
    std::vector<RejectedSubmission> rejected(std::optional<RejectedState>, std::int64_t after,
                                             int limit) override {
        std::vector<RejectedSubmission> page;
        for (const RejectedSubmission& one : store_.rejected)
            if (one.id > after && page.size() < static_cast<std::size_t>(limit))
                page.push_back(one);
        return page;
    }
    DeskCounts desk_counts() override {
        return {static_cast<std::int64_t>(store_.parked.size()), 0};
    }
    WaitingMails waiting_mails(Instant now, int) override {
        store_.before_read();
        WaitingMails mails;
        mails.all = static_cast<std::int64_t>(store_.waiting.size());
        mails.due = std::ranges::count_if(store_.waiting, [&](const OutboxMail& mail) {
            return mail.next_attempt <= now || !mail.last_error.empty();
        });
        return mails;
    }
    std::optional<RejectedSubmission> rejected_submission(std::int64_t id) override {
        for (const RejectedSubmission& one : store_.rejected)
            if (one.id == id) return one;
        return std::nullopt;
    }
    std::vector<OutboxMail> outbox(std::optional<MailState> state, int limit,
                                   std::optional<std::int64_t> before) override {
        store_.before_read();
        std::vector<OutboxMail> mails;
        for (const OutboxMail& mail :
             state == MailState::waiting ? store_.waiting : store_.parked) {
            if (before && mail.id >= *before) continue;
            if (mails.size() < static_cast<std::size_t>(limit)) mails.push_back(mail);
        }
        return mails;
    }

private:
    FakeStore& store_;
};

std::vector<std::unique_ptr<StoreReader>> one_reader(FakeStore& store) {
    std::vector<std::unique_ptr<StoreReader>> readers;
    readers.push_back(std::make_unique<FakeReader>(store));
    return readers;
}

Region a_region(const std::string& key, const std::string& code) {
    Region region;
    region.key = RegionKey(key);
    region.code = code;
    region.name = key;
    region.contact = {"Regiocontact", "contact@" + key + ".example", {}};
    Wsp wsp;
    wsp.key = WspKey("wsp-" + key);
    wsp.name = "WSP";
    wsp.email = "wsp@" + key + ".example";
    region.wsps.push_back(wsp);
    return region;
}

Roster a_roster() {
    Roster roster;
    for (const std::string& name : {std::string("anna"), std::string("bram"), std::string("chris")})
        roster.team[MemberKey(name)] = {MemberKey(name), name, name + "@team.example"};
    roster.coordinator = MemberKey("chris");
    for (std::size_t day = 0; day < 5; ++day)
        roster.week[day] = MemberKey(day < 2 ? "anna" : "bram");
    roster.stand_in = {MemberKey("chris")};
    const auto day = [](const char* text) { return parse_day(text).value(); };
    roster.absent = {{MemberKey("anna"), {day("2026-11-24"), day("2026-11-25")}},
                     {MemberKey("bram"), {day("2026-10-01"), day("2026-10-02")}}};
    return roster;
}

Secret secret_of(const std::string& text) {
    return parse_secret(text).value();
}

}  // namespace

RulesPtr some_rules() {
    CalendarRules calendar;
    for (std::size_t day = 0; day < 5; ++day)
        calendar.hours[day] = WorkingHours{Minutes(9 * 60), Minutes(17 * 60)};
    RuleSet rules{{}, {}, {}, {}, WorkCalendar(calendar, Zone::find("Europe/Amsterdam").value()),
                  {}, {}, {}, {}, "abc"};
    rules.regions[RegionKey("gooi")] = a_region("gooi", "AM10");
    rules.regions[RegionKey("twente")] = a_region("twente", "AM04");
    rules.roster = a_roster();
    rules.deadlines.policies["blueprint"] = Policy();
    return std::make_shared<const RuleSet>(std::move(rules));
}

void FakeGateway::submit(Submit command, Done done) {
    if (throws) throw std::runtime_error("a defect");
    submitted.push_back(std::move(command));
    std::thread([answer = reply, done = std::move(done)] { done(answer); }).join();
}

void FakeGateway::reject(RejectSubmission command, Done done) {
    rejected.push_back(std::move(command));
    done(reply);
}

void FakeGateway::record(RecordEvent command, std::optional<IdempotencyKey> key, Done done) {
    recorded.push_back(std::move(command));
    keys.push_back(std::move(key));
    done(reply);
}

void FakeGateway::renew(RenewLink command, Done done) {
    renewed.push_back(std::move(command));
    done(reply);
}

void FakeGateway::decide(DeskDecision decision, Done done) {
    decided.push_back(std::move(decision));
    done(reply);
}

bool FakeGateway::ready(std::string& why_not) const {
    why_not = not_ready;
    return not_ready.empty();
}

void MemorySink::write(const LogRecord& record) noexcept {
    const std::lock_guard lock(mutex_);
    text_ += to_logfmt(record) + "\n";
}

FrontUnderTest::FrontUnderTest(RateLimit rate, HttpLimits limits)
    : log_(std::make_unique<MemorySink>(log_text), LogLevel::debug, time_),
      readers_(one_reader(store)) {
    HttpDeps deps{gateway, readers_, time_, metrics, log_, {}, {}, rate, {}, limits, {}};
    answers_.emplace(AnswerPages::Deps{gateway, readers_, time_, log_, answer_keys});
    deps.more = answers_->endpoints();
    deps.tolerance = std::chrono::seconds(300);
    deps.sources = {{"platform.example", {secret_of(first_secret)}},
                    {"other.example", {secret_of(second_secret)}}};
    deps.tokens = {{"platform", ApiRole::team, "team-token"},
                   {"board", ApiRole::read, "read-token"}};
    deps.warnings = [this] { return warnings; };
    front_.emplace(io_, std::move(deps));
    auto bound = bound_to(io_, ListenAddress{"127.0.0.1", 0, {}});
    if (!bound || !front_->start(std::move(*bound), nullptr))
        throw std::runtime_error("cannot listen");
    thread_ = std::thread([this] { io_.run(); });
}

FrontUnderTest::~FrontUnderTest() {
    boost::asio::post(io_, [this] { front_->drain(Millis(1000), [] {}); });
    thread_.join();
    readers_.stop();
}

std::string signed_post(std::string_view body, const std::string& secret, std::string_view id,
                        std::int64_t timestamp, std::string_view type) {
    const std::string at = std::to_string(timestamp);
    const std::string signature = sign(id, at, body, secret_of(secret));
    std::string headers = "Content-Type: " + std::string(type) + "\r\n";
    headers += "webhook-id: " + std::string(id) + "\r\n";
    headers += "webhook-timestamp: " + at + "\r\n";
    headers += "webhook-signature: " + signature + "\r\n";
    return post("/v1/intake", headers, body);
}

std::string good_submission() {
    return R"({"type":"request.submitted","timestamp":"2026-11-23T09:12:00Z","data":{)"
           R"("kind":"demand","employer":{"name":"Zorg","contact":{"name":"Jo","email":"jo@zorg.example"}},)"
           R"("sites":[{"postcode":"5038 AB"}],"headcount":4}})";
}

}  // namespace werktdoord::test
