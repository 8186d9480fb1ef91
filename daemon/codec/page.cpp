#include "codec/page.hpp"

#include <kainjow/mustache.hpp>

#include "codec/html_text.hpp"
#include "codec/page_source.hpp"

namespace werktdoord {

namespace {

using Data = kainjow::mustache::data;

// An empty text is false, so that {{#name}} skips it.
Data text_data(const std::string& value) {
    return value.empty() ? Data(false) : Data(value);
}

template <class Items, class Make>
Data list_data(const Items& items, Make make) {
    Data all(Data::type::list);
    for (const auto& item : items) all << make(item);
    return all;
}

Data choice_data(const PageChoice& choice, const std::string& id) {
    Data out;
    out.set("choice_id", text_data(id));
    out.set("choice_value", text_data(choice.value));
    out.set("choice_label", text_data(choice.label));
    out.set("chosen", Data(choice.chosen));
    return out;
}

// The first choice of boxes and radios has the id of its field, so that the summary leads there.
Data choices_data(const PageField& field, const std::string& id) {
    Data all(Data::type::list);
    for (std::size_t i = 0; i < field.choices.size(); ++i)
        all << choice_data(field.choices[i], i == 0 ? id : id + "-" + std::to_string(i + 1));
    return all;
}

std::string described_by(const PageField& field, const std::string& id) {
    std::string ids = field.hint.empty() ? "" : id + "-hint";
    if (!field.problem.empty()) ids += (ids.empty() ? "" : " ") + id + "-problem";
    return ids;
}

std::string id_of(const PageForm& form, const PageField& field) {
    return form.id + "-" + field.name;
}

Data field_data(const PageForm& form, const PageField& field) {
    using enum PageField::Kind;
    const std::string id = id_of(form, field);
    Data out;
    out.set("id", text_data(id));
    out.set("name", text_data(field.name));
    out.set("label", text_data(field.label));
    out.set("hint", text_data(field.hint));
    out.set("problem", text_data(field.problem));
    out.set("value", text_data(field.value));
    out.set("described", text_data(described_by(field, id)));
    out.set("is_number", Data(field.kind == number));
    out.set("is_text", Data(field.kind == text));
    out.set("is_moment", Data(field.kind == moment));
    out.set("is_select", Data(field.kind == select));
    out.set("is_group", Data(field.kind == boxes || field.kind == radios));
    out.set("type", text_data(field.kind == boxes ? "checkbox" : "radio"));
    out.set("choices", choices_data(field, id));
    return out;
}

Data form_data(const PageForm& form) {
    Data out;
    out.set("form_id", text_data(form.id));
    out.set("form_heading", text_data(form.heading));
    out.set("explanation", text_data(form.explanation));
    out.set("button", text_data(form.button));
    out.set("hidden", list_data(form.hidden, [](const auto& field) {
                Data hidden;
                hidden.set("hidden_name", text_data(field.first));
                hidden.set("hidden_value", text_data(field.second));
                return hidden;
            }));
    out.set("fields",
            list_data(form.fields, [&](const PageField& f) { return field_data(form, f); }));
    return out;
}

Data row_data(const PageRow& row) {
    Data out;
    out.set("row_name", text_data(row.name));
    out.set("row_value", text_data(row.value));
    out.set("row_link", text_data(row.link));
    return out;
}

// Every problem with a link to its field.
Data problems_data(const Page& page) {
    Data all(Data::type::list);
    for (const PageForm& form : page.forms)
        for (const PageField& field : form.fields) {
            if (field.problem.empty()) continue;
            Data one;
            one.set("problem_id", text_data(id_of(form, field)));
            one.set("problem_text", text_data(field.problem));
            all << one;
        }
    return all;
}

}  // namespace

std::string to_html(const Page& page) {
    const Data problems = problems_data(page);
    Data out;
    out.set("heading", text_data(page.heading));
    out.set("notice", text_data(page.notice));
    out.set("tone", text_data(page.tone == Page::Tone::done ? "done" : "caution"));
    out.set("wrong", Data(!problems.is_empty_list()));
    out.set("problems", problems);
    out.set("paragraphs", list_data(page.paragraphs, [](const std::string& paragraph) {
                Data one;
                one.set("paragraph", text_data(paragraph));
                return one;
            }));
    out.set("has_choice", Data(page.forms.size() > 1));
    out.set("has_rows", Data(!page.rows.empty()));
    out.set("rows", list_data(page.rows, row_data));
    out.set("description", text_data(page.description));
    out.set("forms", list_data(page.forms, form_data));
    kainjow::mustache::mustache parsed{std::string(page_template())};
    parsed.set_custom_escape(escape_html);
    return parsed.render(out);
}

}  // namespace werktdoord
