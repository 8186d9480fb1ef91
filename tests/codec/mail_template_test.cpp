// Templates: read whole or not at all, escaped where HTML needs it (contract section 9).
#include "codec/mail_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "codec/mail_scope.hpp"
#include "temp_folder.hpp"

namespace werktdoord {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class MailTemplate : public testing::Test {
protected:
    MailTemplate() {
        for (const MailTraits& mail : mail_traits)
            for (const char* part : {"subject", "text", "html"})
                write(std::string(mail.name), part, "{{number}}");
    }
    void write(const std::string& kind, const std::string& part, const std::string& text) {
        folder_.write(kind + "." + part + ".mustache", text);
    }
    Templates read() {
        const auto templates = read_templates(folder_.path());
        EXPECT_TRUE(templates) << templates.error().front().where << templates.error().front().text;
        return templates.value();
    }
    std::string text_of(const std::string& source, const Facts& facts) {
        write("update", "text", source);
        return read().render(MailKind::update, facts).text;
    }
    // The problems of one template, without the folder: "update.text.mustache:1:1 text".
    std::vector<std::string> problems() {
        std::vector<std::string> lines;
        const auto templates = read_templates(folder_.path());
        if (templates) return lines;
        for (const Problem& problem : templates.error())
            lines.push_back(problem.where.substr(folder_.path().string().size() + 1) + " " +
                            problem.text);
        return lines;
    }
    TempFolder folder_;
};

TEST_F(MailTemplate, every_kind_is_read_and_rendered) {
    const Templates templates = read();
    for (const auto& [kind, name] : Names<MailKind>::table)
        EXPECT_EQ(templates.render(kind, {{{"number", "7"}}, {}}), (RenderedMail{"7", "7\n", "7"}))
            << name;
}

TEST_F(MailTemplate, values_are_escaped_in_html_and_only_there) {
    const std::string value = "<b>\"Jansen\" & 'Zn'</b> {{number}}";
    for (const char* part : {"subject", "text", "html"}) write("update", part, "{{employer_name}}");
    const RenderedMail mail = read().render(MailKind::update, {{{"employer_name", value}}, {}});
    EXPECT_EQ(mail.subject, value);
    EXPECT_EQ(mail.text, value + "\n");
    EXPECT_EQ(mail.html, "&lt;b&gt;&quot;Jansen&quot; &amp; &#39;Zn&#39;&lt;/b&gt; {{number}}");
}

TEST_F(MailTemplate, a_value_of_many_lines_keeps_them_but_not_in_the_subject) {
    for (const char* part : {"subject", "text", "html"}) write("update", part, "{{note}}");
    const RenderedMail mail =
        read().render(MailKind::update, {{{"note", "een\r\ntwee\x1E\x01\xE2\x80\xAE!"}}, {}});
    EXPECT_EQ(mail.subject, "een twee !");
    EXPECT_EQ(mail.text, "een\ntwee  !\n");
    EXPECT_EQ(mail.html, "een\ntwee  !");
}

TEST_F(MailTemplate, an_empty_or_missing_value_is_a_false_section) {
    const std::string source = "{{#due}}vóór {{due}}{{/due}}{{^due}}geen{{/due}}";
    EXPECT_EQ(text_of(source, {{{"due", "maandag"}}, {}}), "vóór maandag\n");
    EXPECT_EQ(text_of(source, {{{"due", ""}}, {}}), "geen\n");
    EXPECT_EQ(text_of(source, {}), "geen\n");
}

TEST_F(MailTemplate, a_list_repeats_its_section_and_sees_the_outer_values) {
    const std::string source = "{{#wsps}}{{number}} {{name}};{{/wsps}}{{^wsps}}geen{{/wsps}}";
    const Facts facts{{{"number", "7"}},
                      {{"wsps", {{{{"name", "a"}}, {}}, {{{"name", "b"}}, {}}}}}};
    EXPECT_EQ(text_of(source, facts), "7 a;7 b;\n");
    EXPECT_EQ(text_of(source, {{}, {{"wsps", {}}}}), "geen\n");
    EXPECT_EQ(text_of(source, {}), "geen\n");
}

TEST_F(MailTemplate, what_an_item_lacks_is_not_taken_from_outside) {
    const Facts facts{{{"link", "https://outer.example"}},
                      {{"signposts", {{{{"title", "t"}}, {}}}}}};
    EXPECT_EQ(text_of("{{#signposts}}{{title}}{{#link}} {{link}}{{/link}}{{/signposts}}", facts),
              "t\n");
}

TEST_F(MailTemplate, an_item_value_hides_a_list_of_the_same_name) {
    const Facts facts{{},
                      {{"sites", {{{{"place", "Tilburg"}}, {}}}},
                       {"regions", {{{{"name", "r"}, {"sites", "Tilburg en Goirle"}}, {}}}}}};
    EXPECT_EQ(text_of("{{#sites}}{{place}} {{/sites}}{{#regions}}{{#sites}}{{sites}}{{/sites}}"
                      "{{/regions}}",
                      facts),
              "Tilburg Tilburg en Goirle\n");
}

TEST_F(MailTemplate, a_line_of_tags_leaves_no_empty_line_and_empty_lines_become_one) {
    const std::string source =
        "\nA\n{{#due}}\nB {{due}}\n{{/due}}\nC\n\n{{! why "
        "}}\n\n{{#note}}\n{{note}}\n{{/note}}\nD\n\n";
    EXPECT_EQ(text_of(source, {}), "A\nC\n\nD\n");
    EXPECT_EQ(text_of(source, {{{"due", "b"}, {"note", "n"}}, {}}), "A\nB b\nC\n\nn\nD\n");
}

TEST_F(MailTemplate, every_problem_is_told_with_its_place) {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"é {{nmber}}", "1:3 no mail has a value \"nmber\"; did you mean \"number\"?"},
        {"{{#site}}x{{/site}}", "1:1 no mail has a value \"site\"; did you mean \"sites\"?"},
        {"{{#sites}}{{plcae}}{{/sites}}",
         "1:11 no mail has a value \"plcae\"; did you mean \"place\"?"},
        {"{{plcae}}", "1:1 no mail has a value \"plcae\""},
        {"a\n  {{{number}}}", "2:3 values must be escaped: write {{name}}"},
        {"{{&number}}", "1:1 values must be escaped: write {{name}}"},
        {"{{ & number }}", "1:1 values must be escaped: write {{name}}"},
        {"{{>header}}", "1:1 a template cannot include another one"},
        {"{{=<% %>=}}", "1:1 the delimiters cannot be changed"},
        {"{{number", "1:1 the tag is not closed: }} is missing"},
        {"x {{", "1:3 the tag is not closed: }} is missing"},
        {"{{}}", "1:1 the tag is empty"},
        {"{{#due}}x", "1:1 {{#due}} or {{^due}} is not closed: {{/due}} is missing"},
        {"x{{/due}}", "1:2 {{/due}} closes nothing"},
        {"{{#due}}{{/day}}", "1:9 {{/day}} closes {{#due}}"},
        {"{{place}}", "1:1 \"place\" is known only inside {{#other_sites}} or {{#sites}}"},
        {"{{^sites}}{{place}}{{/sites}}",
         "1:11 \"place\" is known only inside {{#other_sites}} or {{#sites}}"},
        {"{{sites}}", "1:1 \"sites\" is a list: write {{#sites}} … {{/sites}}"},
        {"{{.}}", "1:1 no mail has a value \".\""},
        {"", "1:1 this template is empty; write what the mail says"},
        {" \t\r\n\n", "1:1 this template is empty; write what the mail says"},
        {"{{! later }}\n{{#due}}\n{{/due}}\n",
         "1:1 this template is empty; write what the mail says"},
        {"\xEF\xBB\xBFx", "1:1 a byte order mark; save the file as UTF-8 without one"},
        {std::string("x\0y", 3), "1:2 a control character (0x00)"},
        {"x\u200By", "1:2 a character that nobody sees (U+200B); take it out"},
        {"een\ncaf\xE9", "2:4 not UTF-8: byte 0xE9 (\"é\" in Latin-1); save the file as UTF-8"}};
    for (const auto& [source, wanted] : rows) {
        write("update", "text", source);
        EXPECT_THAT(problems(), ElementsAre("update.text.mustache:" + wanted)) << source;
    }
}

TEST_F(MailTemplate, all_problems_are_told_at_once) {
    write("update", "text", "{{a}}\n{{b}}");
    write("alert", "html", "{{c}}");
    std::filesystem::remove(folder_.path() / "status.subject.mustache");
    write("birthday", "text", "");
    write("update", "txt", "");
    folder_.write("README.md", "not a template");
    EXPECT_THAT(problems(), ElementsAre("alert.html.mustache:1:1 no mail has a value \"c\"",
                                        "status.subject.mustache:1:1 this template is missing or "
                                        "cannot be read: there is no such file",
                                        "update.text.mustache:1:1 no mail has a value \"a\"",
                                        "update.text.mustache:2:1 no mail has a value \"b\"",
                                        "birthday.text.mustache:1:1 no mail uses this template",
                                        "update.txt.mustache:1:1 no mail uses this template"));
}

TEST_F(MailTemplate, a_folder_that_is_not_there_lacks_every_template) {
    EXPECT_EQ(read_templates(folder_.path() / "nowhere").error().size(), mail_traits.size() * 3);
}

TEST_F(MailTemplate, css_braces_are_no_tags) {
    write("update", "html", "<style>a { b: c; } @media x { d { e: f; } }</style>");
    EXPECT_THAT(read().render(MailKind::update, {}).html, HasSubstr("{ d { e: f; } }"));
}

}  // namespace
}  // namespace werktdoord
