// What the reader of submissions says in English the mail to the duty contact says in Dutch.
#include "core/dutch_problem.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <set>

#include "codec/intake_body.hpp"
#include "codec/json.hpp"

namespace werktdoord {
namespace {

namespace json = boost::json;
using ::testing::Contains;
using ::testing::HasSubstr;

const std::string full_data =
    R"({"kind":"demand","employer":{"name":"De Linde","kvkNumber":"12345678","size":120,)"
    R"("contact":{"name":"R. Test","email":"post@delinde.example","phone":"013"}},)"
    R"("sites":[{"postcode":"5038 AB","municipality":"Tilburg"}],"sector":"86.10",)"
    R"("occupation":"x","headcount":4,"hoursPerWeek":32,)"
    R"("period":{"from":"2026-12-01","until":"2027-02-28"},"themes":["a"],"urgency":"normal",)"
    R"("description":"x","consentToIntroduce":true})";
const std::string full_envelope =
    R"({"type":"request.submitted","timestamp":"2026-11-23T09:12:00Z","data":)" + full_data + "}";
const std::string full_cloud_event =
    R"({"specversion":"1.0","type":"nl.nlwerktdoor.request.submitted.v1","source":"s","id":"msg_1",)"
    R"("time":"2026-11-23T09:12:00Z","datacontenttype":"application/json","data":)" +
    full_data + "}";

const std::map<IntakeFormat, std::string> bodies_by_format{
    {IntakeFormat::envelope, full_envelope}, {IntakeFormat::cloud_event, full_cloud_event}};

// What may stand in the place of any value, and is wrong in most.
std::vector<json::value> wrong_values() {
    std::vector<json::value> values{nullptr, true, -1, 1e9, "", " ", "x", "a\tb", "a\nb"};
    for (const char* text : {"a@b@c.example", ".a@b.example", "a@b", "2020-01-01", "V", "0538 AB",
                             "1234567", "text/html"})
        values.emplace_back(text);
    values.emplace_back(std::string(25'000, 'x'));
    values.emplace_back(std::string(250, 'x') + "@b.example");
    values.emplace_back(std::string(70, 'x') + "@b.example");
    values.emplace_back(json::object{});
    values.emplace_back(json::array{});
    values.emplace_back(json::array(200, "x"));
    values.emplace_back(json::array{1, "", "a\tb", json::object{}});
    return values;
}

void add_pointers(const json::value& value, const std::string& at, std::vector<std::string>& all) {
    if (!at.empty()) all.push_back(at);
    if (const auto* object = value.if_object())
        for (const auto& member : *object)
            add_pointers(member.value(), pointer_to(at, member.key()), all);
    if (const auto* array = value.if_array())
        for (std::size_t i = 0; i < array->size(); ++i)
            add_pointers((*array)[i], pointer_to(at, i), all);
}

void add_texts(IntakeFormat format, const std::string& body, std::set<std::string>& texts) {
    const auto parsed = read_intake_body(format, body, "msg_1");
    if (parsed) return;
    for (const Problem& problem : parsed.error()) texts.insert(problem.text);
}

// Every text that the reader gives to bodies with one thing wrong.
std::set<std::string> texts_of_the_reader() {
    std::set<std::string> texts;
    for (const auto& [format, body] : bodies_by_format) {
        std::vector<std::string> pointers;
        const json::value whole = json::parse(body);
        add_pointers(whole, "", pointers);
        for (const std::string& pointer : pointers)
            for (const json::value& wrong : wrong_values()) {
                json::value changed = whole;
                changed.at_pointer(pointer) = wrong;
                add_texts(format, json::serialize(changed), texts);
            }
        for (std::size_t at = 0; at < body.size(); at += 3)
            for (const char* put : {"\x01", "}", "9e999", "\"", "\xff", "\\ud800"}) {
                std::string broken = body;
                add_texts(format, broken.insert(at, put), texts);
            }
        for (std::size_t at = 0; at < body.size(); ++at)
            add_texts(format, body.substr(0, at), texts);
        for (const char* more :
             {" 1", R"(,"A_b":1})", R"(,"data_base64":"eA=="})", R"(,"type":"x"})"})
            add_texts(format, body.substr(0, body.size() - (*more == ',' ? 1 : 0)) + more, texts);
        add_texts(format, std::string(40, '['), texts);
        add_texts(format, "[]", texts);
    }
    return texts;
}

TEST(DutchProblem, every_text_of_the_reader_has_its_dutch) {
    const std::set<std::string> texts = texts_of_the_reader();
    std::set<std::string> dutch;
    for (const std::string& text : texts) {
        const auto words = dutch_problem(text);
        EXPECT_TRUE(words) << "no Dutch for: " << text;
        if (words) dutch.insert(words->substr(0, words->find_first_of("0123456789\"")));
    }
    // The bodies reach what the reader can say: else this would show nothing.
    for (const char* text : {"is required",
                             "must not be empty",
                             "must be text",
                             "must be an object",
                             "must be a list",
                             "must be an object with type and data",
                             "must be a list of 1 to 100 sites",
                             "must be true or false",
                             "must be a whole number from 1 to 10000",
                             "must be one of demand, offer",
                             "must not be before from",
                             "must be 8 digits",
                             "must not hold control characters",
                             "has more than 50 items",
                             "is longer than 200 characters",
                             "is longer than 254 characters",
                             "has more than 64 bytes before the @",
                             "is no e-mail address: expected one @",
                             "is no e-mail address: the part before the @ is not right",
                             "is no e-mail address: the part after the @ is no domain name",
                             "postcode or municipality is required",
                             "this key is given twice in one object",
                             "must equal the webhook-id header",
                             "names of attributes have only a-z and 0-9",
                             "is not read here: send data as JSON",
                             "must be 1.0",
                             "must be application/json",
                             "must be request.submitted",
                             "must be nl.nlwerktdoor.request.submitted.v1"})
        EXPECT_THAT(texts, Contains(text));
    for (const char* part :
         {"Dutch postcode", "SBI code", "must be a date,", "must be a date and", "levels deep",
          "too large", "something follows", "too early", "column 1: syntax"})
        EXPECT_THAT(texts, Contains(HasSubstr(part)));
    EXPECT_GT(dutch.size(), 30U);
}

TEST(DutchProblem, says_what_is_wrong_and_where) {
    const std::vector<std::pair<std::string, std::string>> lines{
        {"/data/headcount: must be a whole number from 1 to 10000",
         "/data/headcount: dit moet een heel getal zijn, van 1 tot en met 10000"},
        {"/data/kind: must be one of demand, offer",
         "/data/kind: dit moet een van deze woorden zijn: demand, offer"},
        {"/data/employer/contact/email: is no e-mail address: expected one @",
         "/data/employer/contact/email: dit is geen e-mailadres: er moet \u00e9\u00e9n @ in staan"},
        {"/data/sites/0/postcode: no Dutch postcode (expected as in \"5038 AB\" or \"5038\")",
         "/data/sites/0/postcode: dit is geen Nederlandse postcode (zo moet het: \"5038 AB\" of "
         "\"5038\")"},
        {": not valid JSON, line 3, column 12: the text ends too early",
         "de hele melding: dit is geen geldige JSON (regel 3, kolom 12): de tekst houdt te vroeg "
         "op"},
        {": not valid JSON, line 1, column 1: syntax error",
         "de hele melding: dit is geen geldige JSON: op regel 1, kolom 1, klopt de schrijfwijze "
         "niet"},
        {"/data/a: b: this key is given twice in one object",
         "/data/a: b: deze naam staat twee keer in hetzelfde object"}};
    for (const auto& [english, dutch] : lines) EXPECT_EQ(dutch_problems(english), dutch);
}

TEST(DutchProblem, what_an_earlier_version_wrote_and_nobody_knows_stays) {
    EXPECT_EQ(dutch_problems("/data/kind: is required\n/data/x: is rather odd\nno place\n"),
              "/data/kind: dit is verplicht\n/data/x: is rather odd\nno place");
    EXPECT_EQ(dutch_problems(""), "");
    EXPECT_EQ(dutch_problem("must be gorgeous"), std::nullopt);
}

}  // namespace
}  // namespace werktdoord
