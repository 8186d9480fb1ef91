// One run of a prepared statement: parameters in, columns out, from left to right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "store/connection.hpp"
#include "store/request_id.hpp"

namespace werktdoord {

// Columns hold an Instant as milliseconds since the epoch, a RequestNumber as its row id, an
// enumeration as its name, nothing as NULL.
class Query {
public:
    struct Lasting {};

    // `sql` is a literal, or a text from a small set. All parameters are bound, in order.
    template <class Sql, class... Args>
    Query(Connection& connection, const Sql& sql, const Args&... args)
        : lease_(connection.prepare(sql)) {
        (bind(++bound_, args), ...);
    }
    // The same for one run that ends before `args` do: texts are not copied.
    template <class... Args>
    Query(Lasting, Connection& connection, const char* sql, const Args&... args)
        : lease_(connection.prepare(sql)), lasting_(true) {
        (bind(++bound_, args), ...);
    }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    // Binds one more parameter, after those bound before.
    template <class T>
    void add(const T& value) {
        bind(++bound_, value);
    }

    // Moves to the next row; false after the last.
    bool step();

    // The next column of this row.
    std::int64_t integer();
    int number() { return static_cast<int>(integer()); }
    bool truth() { return integer() != 0; }
    std::string text();
    std::optional<std::string> maybe_text();
    Instant instant() { return Instant(std::chrono::milliseconds(integer())); }
    std::optional<Instant> maybe_instant();
    std::optional<std::int64_t> maybe_integer();
    RequestNumber request() { return request_number(integer()); }
    std::optional<RequestNumber> maybe_request();

    template <class Key>
    Key key() {
        return Key(text());
    }

    template <class Key>
    std::optional<Key> maybe_key() {
        if (skip_null()) return std::nullopt;
        return Key(text());
    }

    // Throws StoreFault for a name that this version does not know.
    template <class Enum>
    Enum name() {
        const std::string read = text();
        const std::optional<Enum> found = find_name<Enum>(read);
        if (!found) throw StoreFault("store: unknown name '" + read + "'", false);
        return *found;
    }

    template <class Enum>
    std::optional<Enum> maybe_name() {
        if (skip_null()) return std::nullopt;
        return name<Enum>();
    }

private:
    // Holds the statement and gives it back ready for its next user.
    class Lease {
    public:
        explicit Lease(PreparedStatement& prepared);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        SQLite::Statement& statement() { return prepared_.statement; }

    private:
        PreparedStatement& prepared_;
    };

    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, bool value) { bind(index, std::int64_t{value}); }
    void bind(int index, const std::string& value);
    void bind_copy(int index, const std::string& value);
    void bind_literal(int index, const char* value);  // a name: it outlives every run
    void bind(int index, std::string_view value) { bind_copy(index, std::string(value)); }
    void bind(int index, const char* value) { bind_copy(index, std::string(value)); }
    void bind(int index, std::nullopt_t);
    void bind(int index, Instant value) { bind(index, value.time_since_epoch().count()); }
    void bind(int index, const RequestNumber& value) { bind(index, request_id(value)); }

    template <class Tag>
    void bind(int index, const Key<Tag>& value) {
        bind(index, value.text());
    }

    template <class Enum>
    requires std::is_enum_v<Enum>
    void bind(int index, Enum value) { bind_literal(index, name_of(value).data()); }

    template <class T>
    void bind(int index, const std::optional<T>& value) {
        if (value)
            bind(index, *value);
        else
            bind(index, std::nullopt);
    }

    bool skip_null();

    Lease lease_;
    bool lasting_ = false;
    int bound_ = 0;
    int column_ = 0;
};

// The first column of the first row.
inline std::int64_t integer_of(Connection& connection, const char* sql) {
    Query query(connection, sql);
    query.step();
    return query.integer();
}

// Runs a statement that gives no rows; returns how many rows it changed.
template <class... Args>
int run(Connection& connection, const char* sql, const Args&... args) {
    Query query(Query::Lasting{}, connection, sql, args...);
    query.step();
    return connection.changes();
}

}  // namespace werktdoord
