// Links in mails, and fresh ones for those that expired.
#include "engine/link_work.hpp"

#include "engine/answer_links.hpp"
#include "engine/world.hpp"

namespace werktdoord {
namespace {

using namespace std::chrono_literals;
using build::brabant;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Reply renew(World& world, const RenewLink& command) {
    Reply reply;
    world.store.transaction([&] { reply = world.engine->renew(command, world.now()); });
    return reply;
}

TEST(FreshLink, goes_to_the_address_of_the_old_mail_at_once) {
    World world;
    const RequestNumber number = referred(world);
    world.at("2026-11-23 20:00").forget();
    const OutboxMail old = mail_of(world, MailKind::referral);
    EXPECT_EQ(renew(world, {old.id, number, brabant}).outcome, Reply::Outcome::stored);
    EXPECT_THAT(world.told("mail."), ElementsAre("#1 mail.queued new_link midden-brabant -> "
                                                 "regional_contact:midden-brabant"));
    const OutboxMail fresh = mail_of(world, MailKind::new_link);
    EXPECT_EQ(fresh.to, old.to);
    EXPECT_EQ(fresh.region, brabant);
    EXPECT_EQ(fresh.next_attempt, world.now());
}

TEST(FreshLink, comes_once_an_hour_for_a_mail) {
    World world;
    const RequestNumber number = referred(world);
    const RenewLink command{mail_of(world, MailKind::referral).id, number, brabant};
    const auto at = [&](const std::string& local) {
        world.at(local);
        return renew(world, command).outcome;
    };
    EXPECT_EQ(at("2026-11-23 15:50"), Reply::Outcome::stored);
    EXPECT_EQ(at("2026-11-23 15:51"), Reply::Outcome::repeated);
    EXPECT_EQ(at("2026-11-23 16:49"), Reply::Outcome::repeated) << "another hour of the clock";
    EXPECT_EQ(at("2026-11-23 16:50"), Reply::Outcome::stored);
    EXPECT_EQ(at("2026-11-23 17:30"), Reply::Outcome::repeated);
    EXPECT_EQ(at("2026-11-24 09:00"), Reply::Outcome::stored);
    const RenewLink another{mail_of(world, MailKind::new_request).id, number, RegionKey()};
    EXPECT_EQ(renew(world, another).outcome, Reply::Outcome::stored);
}

TEST(FreshLink, comes_for_each_request_that_a_digest_lists) {
    RuleSet rules = build::a_ruleset();
    rules.digests.regional_contact = DigestRule{std::chrono::minutes(8 * 60 + 30), true};
    World world(rules);
    const RequestNumber number = referred(world);
    const RequestNumber other = referred(world);
    world.at("2026-11-24 08:30");
    const std::int64_t digest = mail_of(world, MailKind::digest_contact).id;
    EXPECT_EQ(renew(world, {digest, number, brabant}).outcome, Reply::Outcome::stored);
    EXPECT_EQ(renew(world, {digest, other, brabant}).outcome, Reply::Outcome::stored);
    EXPECT_EQ(renew(world, {digest, number, brabant}).outcome, Reply::Outcome::repeated);
}

TEST(FreshLink, never_goes_where_the_old_one_has_no_business_now) {
    World world;
    const RequestNumber number = referred(world);
    const RequestNumber other = world.submits();
    const std::int64_t mail = mail_of(world, MailKind::referral).id;
    world.forget();
    const RenewLink strange[]{{mail + 1000, number, brabant},
                              {mail, RequestNumber("NLWD-2026-000099"), brabant},
                              {mail, other, brabant},
                              {mail, number, RegionKey("twente")},
                              {mail_of(world, MailKind::confirmation).id, number, brabant}};
    for (const RenewLink& command : strange)
        EXPECT_EQ(renew(world, command).outcome, Reply::Outcome::refused) << command.mail;

    RuleSet rules = build::a_ruleset();
    rules.regions.at(brabant).contact.email = "nieuw@midden-brabant.example";
    world.reload(rules);
    EXPECT_EQ(renew(world, {mail, number, brabant}).outcome, Reply::Outcome::refused);
    world.reload(build::a_ruleset());
    world.does(number, R"("event":"request.closed","by":"anna","outcome":"withdrawn")");
    EXPECT_EQ(renew(world, {mail, number, brabant}).outcome, Reply::Outcome::refused);
    EXPECT_THAT(world.told("mail.queued new_link"), IsEmpty());
}

class Links : public testing::Test {
protected:
    Links() {
        mail_.id = 12;
        mail_.queued_at = at("2026-11-23 09:12");
        mail_.request = RequestNumber("NLWD-2026-000001");
        mail_.region = brabant;
        mail_.to = {Role::regional_contact, "midden-brabant", "", ""};
    }
    std::string link(const LinkSubject& subject) const { return make_(mail_, subject); }
    std::optional<AnswerLink> read(const LinkSubject& subject) const {
        const std::string begin = "https://a.example/antwoord/";
        const std::string text = link(subject);
        EXPECT_TRUE(text.starts_with(begin)) << text;
        return read_token(text.substr(begin.size()), keys_);
    }

    const AnswerKeys keys_{std::string(40, 'k')};
    OutboxMail mail_;
    decltype(MailSettings::link) make_ = answer_links("https://a.example", keys_, 24h);
};

TEST_F(Links, are_for_the_reader_of_the_mail_and_its_subject) {
    const auto own = read({mail_.request, mail_.region});
    ASSERT_TRUE(own);
    EXPECT_EQ(*own, (AnswerLink{12, *mail_.request, brabant, Role::regional_contact,
                                "midden-brabant", at("2026-11-24 09:12")}));
    const auto row = read({RequestNumber("NLWD-2026-000002"), RegionKey("twente")});
    ASSERT_TRUE(row);
    EXPECT_EQ(row->request, RequestNumber("NLWD-2026-000002"));
    EXPECT_EQ(row->region, RegionKey("twente"));
}

TEST_F(Links, run_from_when_a_held_mail_leaves) {
    mail_.next_attempt = at("2026-11-24 09:00");
    EXPECT_EQ(read({mail_.request, brabant})->expires, at("2026-11-25 09:00"));
}

TEST_F(Links, are_not_for_employers_readers_for_information_and_lines_without_a_request) {
    EXPECT_EQ(link({std::nullopt, brabant}), "");
    EXPECT_EQ(link({RequestNumber("Verder"), brabant}), "");
    for (const Role role :
         {Role::employer, Role::wsp_manager, Role::employers_association, Role::pow_director}) {
        mail_.to.role = role;
        EXPECT_EQ(link({mail_.request, brabant}), "") << name_of(role);
    }
    EXPECT_FALSE(answer_links("https://a.example", {}, 24h));
}

}  // namespace
}  // namespace werktdoord
