#include "codec/page.hpp"

#include <kainjow/mustache.hpp>

#include "codec/html_text.hpp"
#include "codec/page_source.hpp"

namespace werktdoord {

namespace {

using kainjow::mustache::data;

// An empty text is false, so that {{#name}} skips it.
data text(const std::string& value) {
    return value.empty() ? data(false) : data(value);
}

template <class Items, class Make>
data list(const Items& items, Make make) {
    data all(data::type::list);
    for (const auto& item : items) all << make(item);
    return all;
}

data choice_data(const PageChoice& choice, const std::string& id) {
    data out;
    out.set("choice_id", text(id));
    out.set("choice_value", text(choice.value));
    out.set("choice_label", text(choice.label));
    out.set("chosen", data(choice.chosen));
    return out;
}

// The first choice of boxes and radios has the id of its field, so that the summary leads there.
data choices_data(const PageField& field, const std::string& id) {
    data all(data::type::list);
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

data field_data(const PageForm& form, const PageField& field) {
    using Kind = PageField::Kind;
    const std::string id = id_of(form, field);
    data out;
    out.set("id", text(id));
    out.set("name", text(field.name));
    out.set("label", text(field.label));
    out.set("hint", text(field.hint));
    out.set("problem", text(field.problem));
    out.set("value", text(field.value));
    out.set("described", text(described_by(field, id)));
    out.set("is_number", data(field.kind == Kind::number));
    out.set("is_text", data(field.kind == Kind::text));
    out.set("is_moment", data(field.kind == Kind::moment));
    out.set("is_select", data(field.kind == Kind::select));
    out.set("is_group", data(field.kind == Kind::boxes || field.kind == Kind::radios));
    out.set("type", text(field.kind == Kind::boxes ? "checkbox" : "radio"));
    out.set("choices", choices_data(field, id));
    return out;
}

data form_data(const PageForm& form) {
    data out;
    out.set("form_id", text(form.id));
    out.set("form_heading", text(form.heading));
    out.set("explanation", text(form.explanation));
    out.set("button", text(form.button));
    out.set("hidden", list(form.hidden, [](const auto& field) {
                data hidden;
                hidden.set("hidden_name", text(field.first));
                hidden.set("hidden_value", text(field.second));
                return hidden;
            }));
    out.set("fields", list(form.fields, [&](const PageField& f) { return field_data(form, f); }));
    return out;
}

data row_data(const PageRow& row) {
    data out;
    out.set("row_name", text(row.name));
    out.set("row_value", text(row.value));
    out.set("row_link", text(row.link));
    return out;
}

// Every problem with a link to its field.
data problems_data(const Page& page) {
    data all(data::type::list);
    for (const PageForm& form : page.forms)
        for (const PageField& field : form.fields) {
            if (field.problem.empty()) continue;
            data one;
            one.set("problem_id", text(id_of(form, field)));
            one.set("problem_text", text(field.problem));
            all << one;
        }
    return all;
}

}  // namespace

std::string to_html(const Page& page) {
    const data problems = problems_data(page);
    data out;
    out.set("heading", text(page.heading));
    out.set("notice", text(page.notice));
    out.set("tone", text(page.tone == Page::Tone::done ? "done" : "caution"));
    out.set("wrong", data(!problems.is_empty_list()));
    out.set("problems", problems);
    out.set("paragraphs", list(page.paragraphs, [](const std::string& paragraph) {
                data one;
                one.set("paragraph", text(paragraph));
                return one;
            }));
    out.set("has_choice", data(page.forms.size() > 1));
    out.set("has_rows", data(!page.rows.empty()));
    out.set("rows", list(page.rows, row_data));
    out.set("description", text(page.description));
    out.set("forms", list(page.forms, form_data));
    kainjow::mustache::mustache parsed{std::string(page_template())};
    parsed.set_custom_escape(escape_html);
    return parsed.render(out);
}

}  // namespace werktdoord
