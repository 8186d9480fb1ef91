// One test of one field, or its opposite, and what follows from it. Pure.
#pragma once

#include "core/matcher.hpp"

namespace werktdoord {

// `test` is equals, prefix, range, or exists with `exists: true`; prepared.
struct Literal {
    Field field = Field::kind;
    Condition test;
    bool holds = true;  // or its opposite
};

// Every request has a value there; no request has two.
bool always_given(Field field);
bool one_value_at_most(Field field);

// Whether each request for which `known` is so makes `asked` so as well. False where that cannot
// be told from these two alone.
bool follows(const Literal& known, Field field, const Condition& asked, bool holds);
bool follows(const Literal& known, const Literal& asked);

// Whether no request makes the literal so, or both of them.
bool impossible(const Literal& literal);
bool impossible(const Literal& one, const Literal& other);

}  // namespace werktdoord
