#include "store/query.hpp"

#include <stdexcept>

namespace werktdoord {
namespace {

template <class Work>
auto faults_told(const Work& work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        throw fault_of(error);
    }
}

}  // namespace

Query::Lease::Lease(PreparedStatement& prepared) : prepared_(prepared) {
    if (prepared_.leased) throw std::logic_error("a statement inside itself");
    prepared_.leased = true;
}

Query::Lease::~Lease() {
    prepared_.statement.tryReset();
    prepared_.leased = false;
}

bool Query::step() {
    column_ = 0;
    return faults_told([&] { return lease_.statement().executeStep(); });
}

std::int64_t Query::integer() {
    return faults_told([&] { return lease_.statement().getColumn(column_++).getInt64(); });
}

std::string Query::text() {
    return faults_told([&] { return lease_.statement().getColumn(column_++).getString(); });
}

bool Query::skip_null() {
    const bool null = faults_told([&] { return lease_.statement().isColumnNull(column_); });
    if (null) ++column_;
    return null;
}

std::optional<std::string> Query::maybe_text() {
    if (skip_null()) return std::nullopt;
    return text();
}

std::optional<Instant> Query::maybe_instant() {
    if (skip_null()) return std::nullopt;
    return instant();
}

std::optional<std::int64_t> Query::maybe_integer() {
    if (skip_null()) return std::nullopt;
    return integer();
}

std::optional<RequestNumber> Query::maybe_request() {
    if (skip_null()) return std::nullopt;
    return request();
}

void Query::bind(int index, std::int64_t value) {
    faults_told([&] { lease_.statement().bind(index, value); });
}

void Query::bind(int index, const std::string& value) {
    if (!lasting_) return bind_copy(index, value);
    faults_told([&] { lease_.statement().bindNoCopy(index, value); });
}

void Query::bind_copy(int index, const std::string& value) {
    faults_told([&] { lease_.statement().bind(index, value); });
}

void Query::bind_literal(int index, const char* value) {
    faults_told([&] { lease_.statement().bindNoCopy(index, value); });
}

void Query::bind(int index, std::nullopt_t) {
    faults_told([&] { lease_.statement().bind(index); });
}

}  // namespace werktdoord
