// The templates that are shipped: all of them good, and every value they may use told in docs/.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "codec/mail_sample.hpp"
#include "codec/mail_scope.hpp"
#include "codec/mail_template.hpp"
#include "core/mail_facts.hpp"

namespace werktdoord {
namespace {

const std::filesystem::path source_folder = WERKTDOOR_SOURCE_DIR;

Templates shipped() {
    const auto templates = read_templates(source_folder / "config" / "templates");
    for (const Problem& problem : templates ? Problems() : templates.error())
        ADD_FAILURE() << problem.where << ": " << problem.text;
    return templates.value();
}

// Facts in which every name has a value that shows where it stands.
Facts full_facts() {
    Facts facts;
    for (const std::string& name : mail_scope().values) facts.values[name] = "<" + name + ">";
    for (const auto& [list, names] : mail_scope().lists) {
        Facts item;
        for (const std::string& name : names) item.values[name] = "<" + list + "." + name + ">";
        facts.lists[list] = {item, item};
    }
    return facts;
}

// The names between backquotes of the docs' tables, "`a`, `b`", in the first column.
std::string first_column(const std::string& line) {
    if (!line.starts_with("| `")) return "";
    return line.substr(1, line.find('|', 1) - 1);
}

TEST(ShippedTemplates, are_all_there_and_without_a_problem) {
    EXPECT_TRUE(read_templates(source_folder / "config" / "templates"));
}

TEST(ShippedTemplates, say_something_with_every_value_and_with_none) {
    const Templates templates = shipped();
    for (const auto& [kind, name] : Names<MailKind>::table)
        for (const Facts& facts : {full_facts(), Facts()}) {
            const RenderedMail mail = templates.render(kind, facts);
            EXPECT_NE(mail.subject, "") << name;
            EXPECT_EQ(mail.text.find("\n\n\n"), std::string::npos) << name << "\n" << mail.text;
            EXPECT_EQ(mail.text.find("{{"), std::string::npos) << name;
            EXPECT_TRUE(mail.html.starts_with("<!DOCTYPE html>")) << name;
            EXPECT_NE(mail.html.find("lang=\"nl\""), std::string::npos) << name;
        }
}

TEST(ShippedTemplates, have_a_sample_for_every_value_and_every_list) {
    const Facts& sample = sample_facts();
    for (const std::string& name : mail_scope().values)
        EXPECT_TRUE(sample.values.contains(name) && !sample.values.at(name).empty()) << name;
    EXPECT_EQ(sample.values.size(), mail_scope().values.size());
    EXPECT_EQ(sample.lists.size(), mail_scope().lists.size());
    for (const auto& [list, names] : mail_scope().lists) {
        ASSERT_TRUE(sample.lists.contains(list) && !sample.lists.at(list).empty()) << list;
        for (const std::string& name : names)
            EXPECT_FALSE(sample.lists.at(list).front().values.at(name).empty())
                << list << " " << name;
    }
}

TEST(ShippedTemplates, show_a_sample_as_a_real_mail_would_be) {
    const RenderedMail report = shipped().render(MailKind::report, sample_of(MailKind::report));
    EXPECT_NE(report.text.find("rapport over november 2026."), std::string::npos) << report.text;
    const std::string text =
        shipped().render(MailKind::digest_team, sample_of(MailKind::digest_team)).text;
    const std::size_t closed = text.find("AFGESLOTEN SINDS");
    const std::string list = text.substr(closed, text.find("NIET TE PLAATSEN") - closed);
    EXPECT_NE(list.find("NLWD-2026-000123"), std::string::npos) << list;
    EXPECT_EQ(list.find("Wacht op"), std::string::npos) << list;
    EXPECT_EQ(list.find("Aan zet"), std::string::npos) << list;
}

TEST(ShippedTemplates, escape_every_value_in_html) {
    const Templates templates = shipped();
    for (const auto& [kind, name] : Names<MailKind>::table) {
        const RenderedMail mail = templates.render(kind, full_facts());
        for (const auto& [key, value] : full_facts().values)
            EXPECT_EQ(mail.html.find(value), std::string::npos) << name << " " << value;
    }
}

TEST(ShippedTemplates, keep_personal_data_out_of_the_subject) {
    const Templates templates = shipped();
    for (const auto& [kind, name] : Names<MailKind>::table) {
        const std::string subject = templates.render(kind, full_facts()).subject;
        for (const char* personal :
             {"<employer_name>", "<contact_name>", "<contact_email>", "<contact_phone>",
              "<recipient_name>", "<owner_name>", "<note>", "<description>"})
            EXPECT_EQ(subject.find(personal), std::string::npos) << name << " " << subject;
    }
}

// Whether the text, and the HTML, of a mail has these words; both or neither.
bool says(const RenderedMail& mail, const std::string& words) {
    const bool in_text = mail.text.find(words) != std::string::npos;
    EXPECT_EQ(in_text, mail.html.find(words) != std::string::npos) << words;
    return in_text;
}

TEST(ShippedTemplates, ask_an_employer_later_on_in_one_sentence) {
    const std::string later = "Wij vragen u later hoe het is gegaan.";
    Facts facts;
    EXPECT_TRUE(says(shipped().render(MailKind::introduction, facts), later))
        << "no date, no promise";
    facts.lists["next_steps"] = {{{{"text", "Wij vragen u daarna hoe het gaat."}}, {}}};
    const RenderedMail mail = shipped().render(MailKind::introduction, facts);
    EXPECT_TRUE(says(mail, "Wij vragen u daarna hoe het gaat."));
    EXPECT_FALSE(says(mail, later));
}

TEST(ShippedTemplates, speak_to_the_reader_and_of_what_is_over_as_over) {
    const Facts facts = full_facts();
    EXPECT_TRUE(says(shipped().render(MailKind::confirmation, facts), "Uw toelichting"));
    EXPECT_FALSE(
        says(shipped().render(MailKind::confirmation, facts), "Wat de werkgever schrijft"));
    for (const MailKind kind : {MailKind::closing, MailKind::closing_partner}) {
        EXPECT_TRUE(says(shipped().render(kind, facts), "(de melding liep in meer regio's)"));
        EXPECT_FALSE(says(shipped().render(kind, facts), "loopt in meer regio's"));
    }
}

TEST(ShippedTemplates, know_that_it_is_het_aanbod_and_de_vraag) {
    RequestData data;
    data.kind = Kind::offer;
    const Facts offer = request_facts(data);
    EXPECT_TRUE(shipped()
                    .render(MailKind::referral, offer)
                    .subject.starts_with("Nieuw aanbod van personeel "));
    EXPECT_NE(
        shipped().render(MailKind::referral, offer).html.find("<h1>Nieuw aanbod van personeel "),
        std::string::npos);
    EXPECT_TRUE(
        says(shipped().render(MailKind::closing_partner, offer), "Het aanbod van personeel met"));
    data.kind = Kind::demand;
    const Facts demand = request_facts(data);
    EXPECT_TRUE(shipped()
                    .render(MailKind::referral, demand)
                    .subject.starts_with("Nieuwe vraag naar personeel "));
    EXPECT_TRUE(
        says(shipped().render(MailKind::closing_partner, demand), "De vraag naar personeel met"));
}

TEST(ShippedTemplates, tell_of_one_as_of_many) {
    Facts facts;
    facts.values = {{"received_count", "1"}, {"promises_count", "1"}, {"promises_share", "100%"}};
    const std::string text = shipped().render(MailKind::report, facts).text;
    EXPECT_NE(text.find("Meldingen die in deze maand binnenkwamen: 1.\n"), std::string::npos);
    EXPECT_NE(text.find("Van alle beloften (1) is 100% op tijd nagekomen."), std::string::npos);
}

TEST(ShippedTemplates, tell_the_number_that_the_command_takes) {
    Facts facts;
    facts.lists["rejected"] = {{{{"id", "msg_1"}, {"entry", "12"}}, {}}};
    EXPECT_TRUE(
        shipped().render(MailKind::rejected, facts).text.find("Nummer in het overzicht: 12\n") !=
        std::string::npos);
    EXPECT_TRUE(
        says(shipped().render(MailKind::digest_team, facts), "msg_1, nummer 12 in het overzicht"));
    facts.lists["rejected"] = {{{{"id", "Verder"}, {"entry", ""}}, {}}};
    EXPECT_FALSE(says(shipped().render(MailKind::rejected, facts), "Nummer in het overzicht"));
    EXPECT_FALSE(says(shipped().render(MailKind::digest_team, facts), "in het overzicht ("));
}

TEST(ShippedTemplates, have_every_kind_and_name_in_the_docs) {
    std::ifstream in(source_folder / "docs" / "mail-templates.md");
    MailNames told;
    const std::regex quoted("`([a-z_]+)`");
    for (std::string line; std::getline(in, line);) {
        const std::string names = first_column(line);
        for (std::sregex_iterator name(names.begin(), names.end(), quoted), end; name != end;
             ++name)
            told.insert((*name)[1]);
    }
    MailNames known;
    for (const MailTraits& traits : mail_traits) known.emplace(traits.name);
    known.insert(mail_scope().values.begin(), mail_scope().values.end());
    for (const auto& [list, names] : mail_scope().lists) known.insert(list);
    told.insert("digest_team");  // stands beside lists too
    EXPECT_EQ(told, known);
}

}  // namespace
}  // namespace werktdoord
