#include "codec/config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "codec/rules_fixture.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// No variable is set but those of the map.
EnvLookup environment(std::map<std::string, std::string> set) {
    return [set = std::move(set)](const std::string& name) -> std::optional<std::string> {
        const auto found = set.find(name);
        if (found == set.end()) return std::nullopt;
        return found->second;
    };
}

std::vector<std::string> problems_of(const RulesFolder& folder,
                                     const EnvLookup& env = environment({})) {
    const auto config = read_config(folder.path() / "c.yaml", env);
    std::vector<std::string> lines;
    if (config) return lines;
    const std::string prefix = (folder.path() / "c.yaml").string();
    for (const auto& problem : config.error()) {
        EXPECT_THAT(problem.where, testing::StartsWith(prefix));
        lines.push_back(problem.where.substr(prefix.size() + 1) + " " + problem.text);
    }
    return lines;
}

TEST(Config, AnEmptyFileHasTheDefaultsOfTheContract) {
    const RulesFolder folder({{"c.yaml", ""}}, "config");
    const auto config = read_config(folder.path() / "c.yaml", environment({}));
    ASSERT_TRUE(config);
    EXPECT_EQ(config->zone.name(), "Europe/Amsterdam");
    EXPECT_EQ(config->listen.address, "127.0.0.1");
    EXPECT_EQ(config->listen.port, 8080);
    EXPECT_FALSE(config->listen.tls);
    EXPECT_EQ(config->public_url, "http://127.0.0.1:8080");
    EXPECT_EQ(config->store, folder.path() / "var/werktdoord.db");
    EXPECT_EQ(config->rules, folder.path().parent_path() / "rules");
    EXPECT_EQ(config->intake.tolerance, std::chrono::minutes(5));
    EXPECT_EQ(config->intake.max_body, 262144U);
    EXPECT_EQ(config->mail.from.address, "noreply@nlwerktdoor.example");
    EXPECT_EQ(config->mail.transport, Config::Transport::directory);
    EXPECT_EQ(config->mail.directory, folder.path() / "var/mail");
    EXPECT_EQ(config->mail.smtp.port, 25);
    EXPECT_EQ(config->mail.retry.give_up, std::chrono::hours(48));
    EXPECT_TRUE(config->answers.keys.empty());
    EXPECT_EQ(config->answers.valid, std::chrono::days(28));
    EXPECT_EQ(config->log.level, LogLevel::info);
    EXPECT_EQ(config->log.format, LogFormat::logfmt);
}

TEST(Config, NamesTheKeysOfLinksInTheirOrder) {
    const std::string first(32, 'a');
    const std::string second(32, 'b');
    const RulesFolder folder(
        {{"c.yaml", "answers: { keys: [ " + first + ", { env: K } ], valid: 2d }"}}, "config");
    const auto config = read_config(folder.path() / "c.yaml", environment({{"K", second}}));
    ASSERT_TRUE(config);
    ASSERT_EQ(config->answers.keys.size(), 2U);
    EXPECT_EQ(config->answers.keys.front().reveal(), first);
    EXPECT_EQ(config->answers.keys.back().reveal(), second);
    EXPECT_EQ(config->answers.valid, std::chrono::hours(48));
}

TEST(Config, TellsWhatIsWrongWithTheKeysOfLinks) {
    const RulesFolder folder({{"c.yaml", "answers: { keys: [ \"too short a key\" ], valid: 1w }"}},
                             "config");
    EXPECT_THAT(problems_of(folder),
                ElementsAre("1:20 a key of links needs at least 32 characters",
                            "1:48 expected a duration such as 90s, 5m, 2h or 28d, found \"1w\""));
}

constexpr std::string_view full_config = R"(time_zone: Europe/Brussels
listen: { address: "::1", port: 443, tls: { certificate: tls/chain.pem, key: /etc/key.pem } }
public_url: https://werk.example/
store: { path: /var/lib/w.db }
rules: r
intake:
  tolerance: 90s
  max_body: 1MiB
  sources:
    - { name: platform, secrets: [ { file: s1 }, { env: S2 }, { credential: s3 }, plain ] }
api:
  tokens:
    - { name: a, role: team, token: { env: S2 } }
    - { name: b, role: read, token: t }
mail:
  from: desk@werk.example
  transport: smtp
  smtp:
    { host: mx.example, port: 587, security: starttls, ca_file: ca.pem,
      username: u, password: { file: s1 } }
  retry: { first: 10s, most: 5m, give_up: 2h }
log: { level: debug, format: json }
)";

TEST(Config, ReadsEverythingOfTheContractAndResolvesSecrets) {
    const RulesFolder folder({{"c.yaml", std::string(full_config)},
                              {"s1", "from file\n"},
                              {"cred/s3", "from systemd"},
                              {"ca.pem", "# ours\n-----BEGIN CERTIFICATE-----\n"}},
                             "config");
    const auto config =
        read_config(folder.path() / "c.yaml",
                    environment({{"S2", "from variable"},
                                 {"CREDENTIALS_DIRECTORY", (folder.path() / "cred").string()}}));
    ASSERT_TRUE(config);
    EXPECT_EQ(config->zone.name(), "Europe/Brussels");
    EXPECT_EQ(config->listen.address, "::1");
    EXPECT_EQ(config->listen.tls->certificate, folder.path() / "tls/chain.pem");
    EXPECT_EQ(config->listen.tls->key, "/etc/key.pem");
    EXPECT_EQ(config->public_url, "https://werk.example");
    EXPECT_EQ(config->store, "/var/lib/w.db");
    EXPECT_EQ(config->rules, folder.path() / "r");
    EXPECT_EQ(config->intake.tolerance, std::chrono::seconds(90));
    EXPECT_EQ(config->intake.max_body, 1048576U);
    std::vector<std::string> secrets;
    for (const auto& secret : config->intake.sources.at(0).secrets)
        secrets.push_back(secret.reveal());
    EXPECT_THAT(secrets, ElementsAre("from file", "from variable", "from systemd", "plain"));
    EXPECT_EQ(config->intake.sources[0].secrets[1].where(),
              (folder.path() / "c.yaml").string() + ":10:50");
    EXPECT_EQ(config->tokens.at(0).role, ApiRole::team);
    EXPECT_EQ(config->tokens.at(1).role, ApiRole::read);
    EXPECT_EQ(config->tokens.at(1).token.reveal(), "t");
    EXPECT_EQ(config->mail.from, (Mailbox{"", "desk@werk.example"}));
    EXPECT_EQ(config->mail.transport, Config::Transport::smtp);
    EXPECT_EQ(config->mail.smtp.host, "mx.example");
    EXPECT_EQ(config->mail.smtp.port, 587);
    EXPECT_EQ(config->mail.smtp.security, SmtpSecurity::starttls);
    EXPECT_EQ(config->mail.smtp.ca_file, folder.path() / "ca.pem");
    EXPECT_EQ(config->mail.smtp.username, "u");
    EXPECT_EQ(config->mail.smtp.password.reveal(), "from file");
    EXPECT_EQ(config->mail.retry.first, std::chrono::seconds(10));
    EXPECT_EQ(config->log.level, LogLevel::debug);
    EXPECT_EQ(config->log.format, LogFormat::json);
}

TEST(Config, SaysWhatIsWrongAndWhere) {
    struct Row {
        std::string text;
        std::string problem;
    };
    const std::vector<Row> rows{
        {"[]", "1:1 expected a mapping, found a list"},
        {"listn: {}", "1:1 unknown key \"listn\"; did you mean \"listen\"?"},
        {"log: { levl: info }", "1:8 unknown key \"levl\"; did you mean \"level\"?"},
        {"log: { level: warn }",
         "1:15 \"warn\" is none of: debug, info, warning, error; did you mean \"warning\"?"},
        {"time_zone: Europe/Amsterdm",
         "1:12 unknown time zone \"Europe/Amsterdm\"; expected one such as Europe/Amsterdam"},
        {"listen: { port: 65536 }",
         "1:17 expected a whole number from 0 to 65535, found \"65536\""},
        {"listen: { port: \"80\" }",
         "1:17 expected a whole number from 0 to 65535, found the text \"80\""},
        {"listen: { tls: { key: k } }", "1:16 \"certificate\" is missing here"},
        {"public_url: werk.example", "1:13 expected an address such as https://meldingen.example"},
        {"public_url: https://", "1:13 expected an address such as https://meldingen.example"},
        {"intake: { tolerance: 5 }",
         "1:22 expected a duration such as 90s, 5m, 2h or 28d, found \"5\""},
        {"intake: { tolerance: 0s }",
         "1:22 expected a duration such as 90s, 5m, 2h or 28d, found \"0s\""},
        {"intake: { max_body: 256KB }",
         "1:21 expected a size such as 512B, 256KiB or 4MiB, found \"256KB\""},
        {"intake: { max_body: 99999999999999999999B }",
         "1:21 expected a size such as 512B, 256KiB or 4MiB, found \"99999999999999999999B\""},
        {"intake:\n  sources:\n    - name: a", "3:7 \"secrets\" is missing here"},
        {"intake: { sources: [ { name: a, secrets: [] } ] }",
         "1:42 a source needs at least one secret"},
        {"intake: { sources: [ { name: a, secrets: whsec_hidden } ] }",
         "1:42 expected a list, found a single value"},
        {"intake: { sources: [ { name: a, secrets: [ { file: none } ] } ] }",
         "1:52 the file named here cannot be read; a relative path starts at FOLDER"},
        {"intake: { sources: [ { name: a, secrets: [ { file: empty } ] } ] }",
         "1:52 the file named here is empty"},
        {"intake: { sources: [ { name: a, secrets: [ { env: NONE } ] } ] }",
         "1:51 the environment variable named here is not set"},
        {"intake: { sources: [ { name: a, secrets: [ { credential: c } ] } ] }",
         "1:58 the credential named here is missing: CREDENTIALS_DIRECTORY is not set (systemd "
         "sets it)"},
        {"intake: { sources: [ { name: a, secrets: [ { credential: ../c } ] } ] }",
         "1:58 a credential is a name without folders"},
        {"intake: { sources: [ { name: a, secrets: [ { file: s, env: E } ] } ] }",
         "1:44 a secret needs exactly one of: file, env, credential"},
        {"intake: { sources: [ { name: a, secrets: [ \"\" ] } ] }", "1:44 this may not be empty"},
        {"api: { tokens: [ { name: a, role: admin, token: t } ] }",
         "1:35 \"admin\" is none of: team, read"},
        {"api: { tokens: [ { name: a, role: team, token: t }, { name: a, role: read, token: u } ] "
         "}",
         "1:61 the name \"a\" is given twice"},
        {"mail: { from: desk }",
         "1:15 expected a sender such as \"NLWerktDoor <noreply@werk.example>\""},
        {"mail: { smtp: { username: u } }",
         "1:15 \"password\" is missing here, \"username\" is not"},
        {"mail: { transport: smtp, smtp: { ca_file: empty } }",
         "1:43 no certificates (PEM) can be read from FOLDER/empty"},
        {"mail: { retry: { first: 2h } }", "1:16 \"most\" must not be shorter than \"first\""},
        {"mail: { transport: smpt }",
         "1:20 \"smpt\" is none of: directory, smtp; did you mean \"smtp\"?"},
    };
    for (const auto& row : rows) {
        const RulesFolder folder({{"c.yaml", row.text}, {"empty", "\n"}}, "config");
        std::string wanted = row.problem;
        if (const auto at = wanted.find("FOLDER"); at != std::string::npos)
            wanted.replace(at, 6, folder.path().string());
        EXPECT_THAT(problems_of(folder), ElementsAre(wanted)) << row.text;
    }
}

TEST(Config, TwoTokensWithOneSecretAreAnErrorAtTheSecond) {
    const RulesFolder folder({{"c.yaml",
                               "api: { tokens: [ { name: a, role: team, token: t }, "
                               "{ name: b, role: read, token: t } ] }\n"}},
                             "config");
    EXPECT_THAT(problems_of(folder), ElementsAre("1:83 another token has the same secret"));
}

TEST(Config, TellsEveryProblemAtOnceAndNoSecret) {
    const RulesFolder folder({{"c.yaml",
                               "time_zone: Nowhere\nlistn: 1\nlog: { format: xml }\n"
                               "api: { tokens: { token: whsec_hidden } }\n"}},
                             "config");
    const auto problems = problems_of(folder);
    EXPECT_EQ(problems.size(), 4U);
    for (const auto& problem : problems) EXPECT_THAT(problem, Not(HasSubstr("whsec_hidden")));
}

TEST(Config, ThePasswordOfSmtpIsNotAskedForWhenMailGoesToADirectory) {
    const RulesFolder folder(
        {{"c.yaml", "mail: { smtp: { username: u, password: { file: none } } }"}}, "config");
    EXPECT_THAT(problems_of(folder), ElementsAre());
}

TEST(EmailAddress, TakesWhatMailServersTake) {
    for (const std::string good : {"a@b.example", "first.last+tag@sub-domain.b.example"})
        EXPECT_TRUE(is_email_address(good)) << good;
    for (const std::string bad :
         {"", "a", "a@", "@b.example", "a@b", "a b@c.example", "a@b..example", ".a@b.example",
          "a@-b.example", "a@b.example\n", "a,b@c.example", "é@b.example", "a@b@c.example"})
        EXPECT_FALSE(is_email_address(bad)) << bad;
    EXPECT_EQ(parse_mailbox("Team <a@b.example>"), (Mailbox{"Team", "a@b.example"}));
    EXPECT_FALSE(parse_mailbox("Team <a@b.example"));
}

}  // namespace
}  // namespace werktdoord
