// Prepared statements of one connection, each prepared once and leased to one user at a time.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>
#include <unordered_map>

namespace werktdoord {

struct PreparedStatement {
    PreparedStatement(const SQLite::Database& database, const char* sql)
        : statement(database, sql) {}
    SQLite::Statement statement;
    bool leased = false;
};

// One thread at a time, like its connection.
class Statements {
public:
    explicit Statements(const SQLite::Database& database) : database_(database) {}

    // The statement of a literal; found by its address, so `sql` must live as long as this cache.
    PreparedStatement& of_literal(const char* sql) { return find(literals_, sql, sql); }

    // The statement of a text that was put together; the caller keeps the number of texts small.
    PreparedStatement& of_text(const std::string& sql) { return find(texts_, sql, sql.c_str()); }

private:
    template <class Map, class Name>
    PreparedStatement& find(Map& known, const Name& name, const char* sql) {
        const auto found = known.find(name);
        if (found != known.end()) return *found->second;
        auto made = std::make_unique<PreparedStatement>(database_, sql);
        return *known.emplace(name, std::move(made)).first->second;
    }

    const SQLite::Database& database_;
    std::unordered_map<const char*, std::unique_ptr<PreparedStatement>> literals_;
    std::unordered_map<std::string, std::unique_ptr<PreparedStatement>> texts_;
};

}  // namespace werktdoord
