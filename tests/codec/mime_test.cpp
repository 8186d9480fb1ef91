// Mail as bytes: headers that hold, parts that read back (contract section 9).
#include "codec/mime.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "base/utf8.hpp"
#include "codec/base64.hpp"
#include "codec/clean_text.hpp"
#include "codec/encoded_words.hpp"
#include "core/build.hpp"

namespace werktdoord {
namespace {

using build::amsterdam;
using build::at;

MailMessage a_message() {
    return {{"NLWerktDoor", "noreply@nlwerktdoor.example"},
            {"Anna de Vries", "anna@nlwerktdoor.example"},
            "Nieuwe melding (NLWD-2026-000001)",
            at("2026-11-23T08:12:00Z"),
            amsterdam(),
            "outbox-7.NLWD-2026-000001@nlwerktdoor.example",
            "NLWD-2026-000001@nlwerktdoor.example",
            "Beste Anna,\n\nEen vraag.\n",
            "<p>Beste Anna</p>\n"};
}

// The headers of the message itself, one an entry, unfolded.
std::vector<std::string> headers_of(const std::string& mime) {
    std::vector<std::string> headers;
    std::istringstream lines(mime.substr(0, mime.find("\r\n\r\n")));
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty() && (line[0] == ' ' || line[0] == '\t') && !headers.empty())
            headers.back() += " " + line.substr(line.find_first_not_of(" \t"));
        else
            headers.push_back(line);
    }
    return headers;
}

std::string header(const std::string& mime, const std::string& name) {
    std::string found;
    for (const std::string& line : headers_of(mime))
        if (line.starts_with(name + ": ")) found += line.substr(name.size() + 2);
    return found;
}

TEST(Mime, carries_the_headers_of_the_contract) {
    const std::string mime = to_mime(a_message());
    const std::vector<std::pair<std::string, std::string>> wanted{
        {"From", "NLWerktDoor <noreply@nlwerktdoor.example>"},
        {"To", "Anna de Vries <anna@nlwerktdoor.example>"},
        {"Subject", "Nieuwe melding (NLWD-2026-000001)"},
        {"Date", "Mon, 23 Nov 2026 09:12:00 +0100"},
        {"Message-ID", "<outbox-7.NLWD-2026-000001@nlwerktdoor.example>"},
        {"In-Reply-To", "<NLWD-2026-000001@nlwerktdoor.example>"},
        {"References", "<NLWD-2026-000001@nlwerktdoor.example>"},
        {"Auto-Submitted", "auto-generated"},
        {"X-Auto-Response-Suppress", "All"},
        {"MIME-Version", "1.0"}};
    for (const auto& [name, value] : wanted) EXPECT_EQ(header(mime, name), value) << name;
    EXPECT_TRUE(header(mime, "Content-Type").starts_with("multipart/alternative; boundary="));
    EXPECT_EQ(headers_of(mime).size(), wanted.size() + 1) << mime;
}

TEST(Mime, has_plain_text_first_then_html_both_utf8_quoted_printable) {
    const std::string mime = to_mime(a_message());
    const std::size_t plain = mime.find("Content-Type: text/plain; charset=utf-8");
    const std::size_t html = mime.find("Content-Type: text/html; charset=utf-8");
    ASSERT_NE(plain, std::string::npos) << mime;
    ASSERT_NE(html, std::string::npos) << mime;
    EXPECT_LT(plain, html);
    const std::string encoding = "Content-Transfer-Encoding: quoted-printable";
    ASSERT_NE(mime.find(encoding, plain), std::string::npos);
    EXPECT_LT(mime.find(encoding, plain), html);
    EXPECT_NE(mime.find(encoding, html), std::string::npos);
}

TEST(Mime, every_header_is_utf8_whatever_smaller_charset_would_do) {
    MailMessage message = a_message();
    for (std::string* text : {&message.from.name, &message.to.name, &message.subject})
        *text = "Jos\u00e9 M\u00fcller";
    const std::string mime = to_mime(message);
    for (const char* name : {"From", "To", "Subject"}) {
        const std::string value = header(mime, name);
        EXPECT_TRUE(value.starts_with("=?utf-8?") || value.starts_with("=?UTF-8?"))
            << name << ": " << value;
    }
}

TEST(Mime, an_address_has_its_domain_in_ascii) {
    MailMessage message = a_message();
    message.to = {"Jan", "jan@Bücher.example"};
    const auto headers = headers_of(to_mime(message));
    EXPECT_EQ(std::count(headers.begin(), headers.end(), "To: Jan <jan@xn--bcher-kva.example>"), 1);
}

// What the encoded words of a header say.
std::string decoded(const std::string& value) {
    std::string text;
    for (std::size_t at = value.find("=?utf-8?B?"); at != std::string::npos;
         at = value.find("=?utf-8?B?", at + 1)) {
        const std::size_t begin = at + 10;
        const std::size_t end = value.find("?=", begin);
        EXPECT_LE(end + 2 - at, 75U) << value;
        const std::string word = from_base64(value.substr(begin, end - begin)).value_or("");
        EXPECT_TRUE(!word.empty() && begins_character(word[0])) << value;
        text += word;
    }
    return text;
}

TEST(Mime, encoded_words_are_as_short_as_they_must_be) {
    for (const std::string letter : {"abc", "(", "\u00e9", "\u20ac", "\U0001F989", "e\u0301 "})
        for (const std::size_t count : {1U, 30U, 31U, 100U}) {
            MailMessage message = a_message();
            std::string words = "Jos ";
            for (std::size_t i = 0; i < count; ++i) words += letter;
            words += "x";
            message.from.name = message.to.name = message.subject = words;
            const std::string mime = to_mime(message);
            if (needs_encoded_words(words)) {
                for (const char* name : {"From", "To", "Subject"})
                    EXPECT_EQ(decoded(header(mime, name)), words) << name;
            }
            EXPECT_TRUE(header(mime, "To").ends_with(" <anna@nlwerktdoor.example>"));
            std::istringstream lines(mime.substr(0, mime.find("\r\n\r\n")));
            for (std::string line; std::getline(lines, line);)
                EXPECT_LE(line.size(), 77U) << "with its carriage return: " << line;
        }
}

TEST(Mime, a_mail_outside_a_request_has_no_thread) {
    MailMessage message = a_message();
    message.thread_id.clear();
    const std::string mime = to_mime(message);
    EXPECT_EQ(header(mime, "In-Reply-To"), "");
    EXPECT_EQ(header(mime, "References"), "");
}

TEST(Mime, the_same_mail_gives_the_same_bytes) {
    EXPECT_EQ(to_mime(a_message()), to_mime(a_message()));
    MailMessage other = a_message();
    other.message_id = "outbox-8@nlwerktdoor.example";
    EXPECT_NE(header(to_mime(other), "Content-Type"), header(to_mime(a_message()), "Content-Type"));
}

TEST(Mime, every_line_ends_in_crlf_and_is_short) {
    MailMessage message = a_message();
    for (int i = 0; i < 50; ++i) message.text += "Een lange regel met é en 🦉 zonder einde. ";
    message.subject = std::string(500, 'x');
    message.to.name = "Zoë " + std::string(200, 'y');
    const std::string mime = to_mime(message);
    std::size_t start = 0;
    while (start < mime.size()) {
        const std::size_t end = mime.find('\n', start);
        ASSERT_NE(end, std::string::npos);
        ASSERT_GT(end, start);
        ASSERT_EQ(mime[end - 1], '\r') << mime.substr(start, end - start);
        EXPECT_LE(end - 1 - start, 998U);  // RFC 5322 2.1.1
        start = end + 1;
    }
    for (const char c : mime) EXPECT_LT(static_cast<unsigned char>(c), 0x80);
}

TEST(Mime, no_value_breaks_out_of_its_header) {
    const std::string attack = "x\r\nBcc: all@world.example\r\n\r\n<p>body\nBcc: b@world.example";
    for (int field = 0; field < 7; ++field) {
        MailMessage message = a_message();
        std::string* const fields[] = {
            &message.from.name, &message.from.address, &message.to.name,  &message.to.address,
            &message.subject,   &message.message_id,   &message.thread_id};
        *fields[field] = attack;
        const std::string mime = to_mime(message);
        EXPECT_EQ(headers_of(mime).size(), 11U) << "field " << field << "\n" << mime;
        EXPECT_EQ(header(mime, "Bcc"), "") << "field " << field;
    }
}

TEST(Mime, no_body_breaks_out_of_its_part) {
    MailMessage message = a_message();
    const std::string type = header(to_mime(message), "Content-Type");
    const std::size_t quote = type.find('"');
    const std::string boundary = type.substr(quote + 1, type.rfind('"') - quote - 1);
    message.text = "a\r\n--" + boundary + "--\r\nb\n";
    const std::string mime = to_mime(message);
    std::size_t count = 0;
    for (std::size_t i = mime.find("--" + boundary); i != std::string::npos;
         i = mime.find("--" + boundary, i + 1))
        ++count;
    EXPECT_EQ(count, 3U) << mime;  // before the text, before the HTML, the end
}

TEST(Mime, what_is_not_ascii_is_encoded) {
    MailMessage message = a_message();
    message.subject = "Vóór morgen 🦉";
    message.to.name = "Zoë Åkesson";
    const std::string mime = to_mime(message);
    EXPECT_TRUE(header(mime, "Subject").starts_with("=?")) << header(mime, "Subject");
    EXPECT_TRUE(header(mime, "To").starts_with("=?")) << header(mime, "To");
    EXPECT_TRUE(header(mime, "To").ends_with(" <anna@nlwerktdoor.example>"));
}

TEST(Mime, an_encoded_word_of_a_stranger_stays_text) {
    MailMessage message = a_message();
    message.subject = message.to.name = "=?utf-8?q?a=0D=0ABcc:_x@y.example?= =?=?";
    const std::string mime = to_mime(message);
    EXPECT_EQ(header(mime, "Subject").find("=?utf-8"), std::string::npos) << mime;
    EXPECT_EQ(header(mime, "To").find("=?utf-8"), std::string::npos) << mime;
}

TEST(CleanLine, makes_one_harmless_line) {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"Anna", "Anna"},
        {"An\r\nna", "An na"},
        {std::string("a\0b", 3), "a b"},
        {"a\tb\x7F c", "a b c"},
        {"  a   b  ", "a b"},
        {"\xE2\x80\xAE"
         "gpj.exe",
         "gpj.exe"},  // right-to-left override
        {"a\xE2\x81\xA6"
         "b\xE2\x80\x8F"
         "c\xD8\x9C"
         "d",
         "abcd"},  // isolate, mark, Arabic mark
        {"a\xE2\x80\xA8"
         "b\xC2\x85"
         "c",
         "a b c"},  // line separator, next line
        {"a\xFF"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"👩\xE2\x80\x8D🔧 Zoë", "👩\xE2\x80\x8D🔧 Zoë"},  // joined emoji stay whole
        {"", ""}};
    for (const auto& [text, wanted] : rows) EXPECT_EQ(clean_line(text), wanted) << text;
}

TEST(CleanText, keeps_lines_and_only_lines) {
    EXPECT_EQ(clean_text("a\r\nb\rc\n\n  d\te\x01"), "a\nb\nc\n\n  d\te ");
    EXPECT_EQ(clean_text("a\xE2\x80\xAE"
                         "b"),
              "ab");
}

TEST(MailDate, is_local_with_its_offset) {
    const Zone zone = amsterdam();
    EXPECT_EQ(to_mail_date(at("2026-07-01T22:30:05Z"), zone), "Thu, 02 Jul 2026 00:30:05 +0200");
    EXPECT_EQ(to_mail_date(at("2026-12-31T23:00:00Z"), zone), "Fri, 01 Jan 2027 00:00:00 +0100");
    const Zone west = Zone::find("America/St_Johns").value();
    EXPECT_EQ(to_mail_date(at("2026-01-05T12:00:00Z"), west), "Mon, 05 Jan 2026 08:30:00 -0330");
}

}  // namespace
}  // namespace werktdoord
