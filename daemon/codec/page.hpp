// Pages for people as values: what a page says and asks, and its HTML. No scripts, no cookies.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace werktdoord {

struct PageChoice {
    std::string value;
    std::string label;
    bool chosen = false;
};

struct PageField {
    enum class Kind { number, text, moment, boxes, radios, select };
    Kind kind = Kind::text;
    std::string name;
    std::string label;
    std::string hint;
    std::string value;                // of number, text and moment: as typed
    std::vector<PageChoice> choices;  // of the others
    std::string problem;              // what is wrong with what was typed
};

struct PageForm {
    std::string id;  // unique on its page: fields are named after it
    std::string heading;
    std::string explanation;
    std::vector<std::pair<std::string, std::string>> hidden;
    std::vector<PageField> fields;
    std::string button;
};

struct PageRow {
    std::string name;
    std::string value;
    std::string link;  // `mailto:` or `tel:`; empty: plain text
};

struct Page {
    enum class Tone { none, done, caution };
    std::string heading;
    Tone tone = Tone::none;
    std::string notice;  // what came of the button that was pressed; in the given tone
    std::vector<std::string> paragraphs;
    std::vector<PageRow> rows;
    std::string description;  // what the employer wrote, line by line
    std::vector<PageForm> forms;
};

// The whole document in Dutch, from daemon/codec/page.mustache: one h1, a label for every input,
// problems at their fields and in a summary that leads to them (WCAG 2.2 AA). Forms post to the
// address of the page. All values are escaped. The style is at "../antwoord.css".
std::string to_html(const Page& page);

}  // namespace werktdoord
