#include "store/sqlite_case_base.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/split.hpp"
#include "codec/journal_read.hpp"
#include "codec/request_json.hpp"
#include "core/fold.hpp"
#include "core/match_keys.hpp"
#include "store/json_list.hpp"
#include "store/query.hpp"
#include "store/sqlite_cases.hpp"

namespace werktdoord {
namespace {

#define CASE_COLUMNS                                                                         \
    "b.request, b.closed_at, b.kind, b.sector, b.occupation, b.size, b.headcount, b.placed," \
    " b.outcome, b.form, b.days, b.regions, b.themes, b.story"

constexpr const char* insert_case_sql =
    "INSERT INTO case_base(request, closed_at, kind, sector, occupation, size, headcount, placed,"
    " outcome, form, days, regions, themes, story, keys)"
    " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* delete_case_sql = "DELETE FROM case_base WHERE request = ?";
constexpr const char* one_case_sql = "SELECT " CASE_COLUMNS " FROM case_base b WHERE b.request = ?";
constexpr const char* insert_words_sql =
    "INSERT INTO case_words(rowid, occupation, themes, story, keys) SELECT request, occupation,"
    " themes, story, keys FROM case_base WHERE request = ?";
constexpr const char* delete_words_sql =
    "INSERT INTO case_words(case_words, rowid, occupation, themes, story, keys) SELECT 'delete',"
    " request, occupation, themes, story, keys FROM case_base WHERE request = ?";
// Deleted words stay in the index until it is written anew.
constexpr const char* optimize_sql = "INSERT INTO case_words(case_words) VALUES('optimize')";

constexpr const char* closing_sql =
    "SELECT j.line, p.personal FROM journal j JOIN personal p ON p.seq = j.seq"
    " WHERE j.request = ? AND j.event = 'request.closed' ORDER BY j.seq DESC LIMIT 1";
constexpr const char* document_sql = "SELECT document FROM documents WHERE request = ?";
constexpr const char* closed_sql =
    "SELECT id FROM requests WHERE closed_at IS NOT NULL ORDER BY id";

constexpr const char* like_sql = "SELECT " CASE_COLUMNS
                                 " FROM case_words w JOIN case_base b ON b.request = w.rowid"
                                 " WHERE case_words MATCH ? ORDER BY w.rowid DESC LIMIT ?";

std::string story_of(Connection& connection, const RequestNumber& number) {
    Query row(connection, closing_sql, number);
    if (!row.step()) return {};
    const std::string line = row.text();
    const auto told = read_journal_line(line, row.text());
    return told ? told->event.story : std::string();
}

std::vector<RequestData> introduced_to(Connection& connection, const Case& it) {
    std::vector<RequestData> others;
    for (const Introduction& introduction : it.introductions) {
        Query row(connection, document_sql, introduction.with);
        if (!row.step()) continue;
        if (auto data = read_stored_document(row.text())) others.push_back(std::move(*data));
    }
    return others;
}

SolvedCase read_case(Query& row) {
    SolvedCase solved;
    solved.request = row.request();
    solved.closed_at = row.instant();
    solved.kind = row.name<Kind>();
    solved.sector = row.text();
    solved.occupation = row.text();
    solved.size = row.text();
    solved.headcount = row.number();
    solved.placed = row.number();
    solved.outcome = row.text();
    solved.form = row.text();
    solved.days = row.number();
    solved.regions = read_keys<RegionKey>(row.text(), solved.request);
    solved.themes = read_texts(row.text(), solved.request);
    solved.story = row.text();
    return solved;
}

std::vector<SolvedCase> read_cases(Query& row) {
    std::vector<SolvedCase> cases;
    while (row.step()) cases.push_back(read_case(row));
    return cases;
}

std::optional<SolvedCase> find_case(Connection& connection, const RequestNumber& number) {
    Query row(connection, one_case_sql, number);
    if (!row.step()) return std::nullopt;
    return read_case(row);
}

SolvedCase case_of(Connection& connection, const Case& it) {
    return solved_case(it, story_of(connection, it.number), introduced_to(connection, it));
}

void insert_case(Connection& connection, const SolvedCase& solved) {
    std::string keys;
    for (const std::string& key : case_keys(solved.occupation, solved.sector))
        keys += (keys.empty() ? "" : " ") + key;
    run(connection, insert_case_sql, solved.request, solved.closed_at, solved.kind, solved.sector,
        solved.occupation, solved.size, solved.headcount, solved.placed, solved.outcome,
        solved.form, solved.days, to_list_text(solved.regions), to_list_text(solved.themes),
        solved.story, keys);
    run(connection, insert_words_sql, solved.request);
}

void delete_case(Connection& connection, const RequestNumber& number) {
    run(connection, delete_words_sql, number);
    run(connection, delete_case_sql, number);
    run(connection, optimize_sql);
}

// A word for FTS5, whatever stands in it: "word".
std::string phrase(const std::string& word) {
    std::string text = "\"";
    for (const char c : word) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + '"';
}

// What the index knows words by: letters and digits; a sign by itself is none.
bool has_letter(const std::string& word) {
    return std::ranges::any_of(
        fold(word), [](char c) { return is_of_a_word(c) && static_cast<unsigned char>(c) < 0x80; });
}

std::vector<std::string> index_words(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return !is_of_a_word(c); }, ' ');
    std::vector<std::string> words;
    for (const std::string_view part : split(text, ' ')) {
        std::string word(part);
        if (has_letter(word) && words.size() < search_words_max) words.push_back(std::move(word));
    }
    return words;
}

// All of the words, each as it begins.
std::string match_of_all(const std::vector<std::string>& words) {
    std::string match;
    for (const std::string& word : words)
        match += (match.empty() ? "" : " AND ") + phrase(word) + " *";
    return "{occupation themes story} : (" + match + ")";
}

std::string match_of_any(const std::vector<std::string>& keys) {
    std::string match;
    for (const std::string& key : keys) match += (match.empty() ? "" : " OR ") + phrase(key);
    return "keys : (" + match + ")";
}

// Only the conditions that were asked for; there are few such texts.
std::string text_of(const CaseFilter& filter, bool any_words) {
    std::string sql = "SELECT " CASE_COLUMNS " FROM case_base b WHERE 1";
    if (any_words)
        sql += " AND b.request IN (SELECT rowid FROM case_words WHERE case_words MATCH ?)";
    if (!filter.sector.empty())
        sql += " AND upper(replace(replace(b.sector, '.', ''), ' ', '')) GLOB ?";
    if (!filter.region.empty())
        sql += " AND EXISTS (SELECT 1 FROM json_each(b.regions) j WHERE j.value = ?)";
    if (!filter.theme.empty())
        sql +=
            " AND EXISTS (SELECT 1 FROM json_each(b.themes) j"
            " WHERE j.value = ? COLLATE NOCASE)";
    if (filter.after) sql += " AND (b.closed_at, b.request) < (?, ?)";
    return sql + " ORDER BY b.closed_at DESC, b.request DESC LIMIT ?";
}

}  // namespace

void save_solved_case(Connection& connection, const std::optional<Case>& before,
                      const Case& after) {
    const bool was = before && is_solved(*before);
    const bool is = is_solved(after);
    const bool same =
        was && is && before->placed == after.placed && before->introductions == after.introductions;
    if ((!was && !is) || same) return;
    const auto kept = was ? find_case(connection, after.number) : std::nullopt;
    if (kept) delete_case(connection, after.number);
    if (!is) return;
    SolvedCase solved = case_of(connection, after);
    // Whom it names may be forgotten since.
    if (kept) solved.story = kept->story;
    insert_case(connection, solved);
}

void fill_case_base(Connection& connection) {
    Query ids(connection, closed_sql);
    while (ids.step()) {
        const auto it = load_case(connection, ids.request());
        if (it && is_solved(*it)) insert_case(connection, case_of(connection, *it));
    }
}

bool is_as_in_case_base(Connection& connection, const Case& it) {
    const auto kept = find_case(connection, it.number);
    if (!is_solved(it)) return !kept;
    return kept && kept->placed == it.placed.value_or(it.filled()) && kept->outcome == it.outcome &&
           kept->headcount == it.data.headcount;
}

std::vector<SolvedCase> select_solved_cases(Connection& connection, const CaseFilter& filter) {
    const std::vector<std::string> words = index_words(filter.words);
    const bool only_signs =
        words.empty() && filter.words.find_first_not_of(' ') != filter.words.npos;
    if (only_signs) return {};
    Query row(connection, text_of(filter, !words.empty()));
    if (!words.empty()) row.add(match_of_all(words));
    if (!filter.sector.empty())
        row.add(section_of(filter.sector).value_or(sector_digits(filter.sector) + "*"));
    if (!filter.region.empty()) row.add(filter.region);
    if (!filter.theme.empty()) row.add(filter.theme);
    if (filter.after) {
        row.add(filter.after->first);
        row.add(filter.after->second);
    }
    row.add(filter.limit);
    return read_cases(row);
}

std::vector<SolvedCase> select_cases_like(Connection& connection,
                                          const std::vector<std::string>& keys, int limit) {
    if (keys.empty()) return {};
    Query row(connection, like_sql, match_of_any(keys), limit);
    return read_cases(row);
}

}  // namespace werktdoord
