// The status mail: the news of one day over all sites in one mail to the employer (section 9).
#include "core/status_mail.hpp"

#include "core/mail_facts.hpp"
#include "core/story.hpp"

namespace werktdoord {
namespace {

using namespace build;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string status = "mail.queued status|mail.joined status";

const Event& last_status(const Story& story) {
    const auto& events = story.events();
    for (auto one = events.rbegin(); one != events.rend(); ++one)
        if (one->mail_kind == MailKind::status) return *one;
    throw std::logic_error("no status mail");
}

std::vector<std::string> item_texts(const Facts& facts, const std::string& list,
                                    const std::vector<std::string>& names) {
    std::vector<std::string> texts;
    const auto found = facts.lists.find(list);
    if (found == facts.lists.end()) return texts;
    for (const Facts& item : found->second) {
        std::string text;
        for (const std::string& name : names)
            text += (text.empty() ? "" : " | ") + item.values.at(name);
        texts.push_back(text);
    }
    return texts;
}

void tells_feedback(Story& story, const std::string& region, int filled) {
    story.does("referral.feedback").region(region).filled(filled).by("regional_contact");
}

// Tilburg and Hilvarenbeek in one region, Hengelo in another, referred on Monday 14:00.
void several_sites(Story& story) {
    story.submit(a_request_at({{"5038 AB", "", {}}, {"7551 AA", "", {}}, {"5081 AA", "", {}}}));
    story.at("2026-11-23 11:00").does("request.taken_up").by("anna");
    story.at("2026-11-23 14:00").does("request.referred").by("anna");
}

TEST(StatusMail, WaitsForTheClosingOfItsDayAndFurtherNewsJoinsIt) {
    Story story;
    several_sites(story);
    EXPECT_EQ(last_status(story).letter->not_before, at("2026-11-23 17:00"));
    story.at("2026-11-23 16:00");
    tells_feedback(story, "midden-brabant", 1);
    story.at("2026-11-23 16:59");
    tells_feedback(story, "twente", 1);
    EXPECT_THAT(story.dated(status), ElementsAre("11-23 14:00 mail.queued status to employer",
                                                 "11-23 16:00 mail.joined status to employer",
                                                 "11-23 16:59 mail.joined status to employer"));
    EXPECT_EQ(last_status(story).letter->not_before, at("2026-11-23 17:00"));
}

TEST(StatusMail, ListsEverySiteWithItsRegionHowItStandsAndWhoIsFound) {
    Story story;
    several_sites(story);
    story.does("referral.forwarded").region("twente").by("backup");
    tells_feedback(story, "midden-brabant", 2);
    const Facts& facts = last_status(story).letter->facts;
    EXPECT_THAT(
        item_texts(facts, "sites", {"place", "region_name", "status_nl", "filled"}),
        ElementsAre(
            "5038 AB | Midden-Brabant | bij het regionale contact | 2 (samen met 5081 AA)",
            "7551 AA | Twente | bij het WSP | ",
            "5081 AA | Midden-Brabant | bij het regionale contact | 2 (samen met 5038 AB)"));
    EXPECT_EQ(facts.values.at("lead_region_name"), "Midden-Brabant");
}

TEST(StatusMail, ListsASiteThatIsNotPlacedToo) {
    Story story;
    story.submit(a_request_at({{"5038 AB", "", {}}, {"", "Bergen", {}}}));
    story.does("request.taken_up").by("anna");
    story.does("request.referred").by("anna");
    EXPECT_THAT(item_texts(last_status(story).letter->facts, "sites", {"place", "status_nl"}),
                ElementsAre("5038 AB | bij het regionale contact",
                            "Bergen | wij zoeken nog uit bij welke regio dit hoort"));
}

TEST(StatusMail, OnADayOffOrAfterClosingGoesAtOnceButOnlyOnceADay) {
    Story story;
    several_sites(story);
    story.at("2026-11-23 18:00");
    tells_feedback(story, "twente", 1);
    EXPECT_EQ(last_status(story).letter->not_before, at("2026-11-24 17:00")) << "Monday's has left";
    story.at("2026-11-24 09:30");
    tells_feedback(story, "midden-brabant", 1);
    EXPECT_EQ(line_of(last_status(story)), "mail.joined status to employer");
    story.at("2026-11-28 10:00");  // Saturday
    tells_feedback(story, "twente", 1);
    EXPECT_EQ(line_of(last_status(story)), "mail.queued status to employer");
    EXPECT_EQ(last_status(story).letter->not_before, std::nullopt);
    story.at("2026-11-28 11:00");
    tells_feedback(story, "twente", 2);
    EXPECT_EQ(line_of(last_status(story)), "mail.queued status to employer");
    EXPECT_EQ(last_status(story).letter->not_before, at("2026-11-30 17:00"));
    story.at("2026-11-29 11:00");
    tells_feedback(story, "twente", 3);
    EXPECT_EQ(line_of(last_status(story)), "mail.joined status to employer");
}

TEST(StatusMail, DoesNotWaitWhereNoMailDoes) {
    RuleSet rules = a_ruleset();
    CalendarRules calendar = rules.calendar.rules();
    calendar.notify = Notify::always;
    rules.calendar = WorkCalendar(calendar, amsterdam());
    Story story(rules);
    several_sites(story);
    EXPECT_EQ(last_status(story).letter->not_before, std::nullopt);
    story.at("2026-11-23 15:00");
    tells_feedback(story, "twente", 1);
    EXPECT_EQ(line_of(last_status(story)), "mail.queued status to employer");
    EXPECT_EQ(last_status(story).letter->not_before, std::nullopt);
}

TEST(StatusMail, AtTheClosingItselfTheDaysMailHasLeft) {
    Story story;
    several_sites(story);
    story.at("2026-11-23 17:00");
    tells_feedback(story, "twente", 1);
    EXPECT_EQ(line_of(last_status(story)), "mail.queued status to employer");
    EXPECT_EQ(last_status(story).letter->not_before, at("2026-11-24 17:00"));
}

TEST(StatusMail, TellsAllNotesOfTheDayWithTheirRegion) {
    Facts first;
    first.values["filled"] = "1";
    first.lists["notes"] = {{{{"text", "een"}}, {}}};
    Facts second;
    second.values["filled"] = "3";
    EXPECT_EQ(joined_facts(first, second).lists, first.lists);
    second.lists["notes"] = {{{{"text", "twee"}}, {}}, {{{"text", "drie"}}, {}}};
    const Facts both = joined_facts(first, second);
    EXPECT_THAT(item_texts(both, "notes", {"text"}), ElementsAre("een", "twee", "drie"));
    EXPECT_EQ(both.values.at("filled"), "3") << "the newer state";
}

TEST(StatusMail, ThatWaitsIsKeptUpToDate) {
    Story story;
    several_sites(story);
    story.forget_lines();
    story.at("2026-11-23 15:00");
    story.does("referral.declined").region("twente").reason("no_capacity").by("anna");
    EXPECT_THAT(story.all(status), ElementsAre("mail.joined status to employer"));
    EXPECT_THAT(item_texts(last_status(story).letter->facts, "sites", {"status_nl"}),
                testing::Contains("teruggegeven aan het team"));
    EXPECT_EQ(last_status(story).letter->not_before, at("2026-11-23 17:00"));

    RequestData data = story.request().data;
    data.employer.contact.email = "nieuw@delinde.example";
    story.does("request.amended").data(data).by("anna");
    EXPECT_EQ(last_status(story).letter->to.address, "nieuw@delinde.example");

    story.forget_lines();
    story.does("request.note").by("anna");
    EXPECT_THAT(story.all(status), IsEmpty()) << "nothing that the employer reads changed";
    story.at("2026-11-23 17:00");
    story.does("referral.declined").region("midden-brabant").reason("no_capacity").by("anna");
    EXPECT_THAT(story.all(status), IsEmpty()) << "what left is not told anew";
}

TEST(StatusMail, GoesAheadOfTheClosing) {
    Story story;
    several_sites(story);
    story.forget_lines();
    story.at("2026-11-23 15:00").does("request.closed").outcome("withdrawn").by("anna");
    const Lines mails = story.all("mail.queued closing to|mail.queued closing ro|" + status);
    EXPECT_THAT(mails,
                ElementsAre("mail.joined status to employer", "mail.queued closing to employer"));
    EXPECT_EQ(last_status(story).letter->not_before, std::nullopt);
    EXPECT_THAT(item_texts(last_status(story).letter->facts, "sites", {"status_nl"}),
                testing::Contains("bij het regionale contact"));
}

TEST(StatusMail, ARefusedCloseReleasesNothing) {
    Story story;
    several_sites(story);
    story.forget_lines();
    story.does("request.closed").outcome("filled").by("employer");
    EXPECT_THAT(story.all(status), IsEmpty());
}

TEST(StatusMail, TellsThatARegionStaysSilent) {
    Story story;
    several_sites(story);
    story.at("2026-12-07 14:00");
    EXPECT_THAT(story.dated("mail.queued status"),
                testing::Contains("12-07 14:00 mail.queued status to employer"));
    EXPECT_THAT(item_texts(last_status(story).letter->facts, "sites", {"status_nl"}).front(),
                HasSubstr("wij vragen de regio hoe het gaat"));
    EXPECT_EQ(last_status(story).letter->not_before, at("2026-12-07 17:00"));
}

TEST(StatusMail, TellsOfEveryRegionThatStaysSilentAtOneInstant) {
    for (const Notify notify : {Notify::working_hours, Notify::always}) {
        CalendarRules calendar = monday_to_friday();
        calendar.notify = notify;
        RuleSet rules = a_ruleset();
        rules.calendar = WorkCalendar(calendar, amsterdam());
        Story story(rules);
        several_sites(story);
        story.forget_lines();
        story.at("2026-12-07 14:00");
        EXPECT_THAT(story.dated(status), ElementsAre("12-07 14:00 mail.queued status to employer",
                                                     "12-07 14:00 mail.joined status to employer"));
        EXPECT_THAT(item_texts(last_status(story).letter->facts, "sites", {"status_nl"}),
                    testing::Each(HasSubstr("wij vragen de regio hoe het gaat")));
    }
}

TEST(StatusMail, OfARequestReferredAtRegistrationWaitsToo) {
    RuleSet rules = a_ruleset({a_rule("now", everything(), to_region_of_site(Mode::immediately))});
    Story story(rules);
    story.submit();
    EXPECT_EQ(last_status(story).letter->not_before, at("2026-11-23 17:00"));
    EXPECT_THAT(story.all("mail.queued confirmation"),
                ElementsAre("mail.queued confirmation to employer"));
}

}  // namespace
}  // namespace werktdoord
