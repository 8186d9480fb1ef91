"""What g++ 12 miscompiles in coroutines without a warning, and what loses exceptions.

See the table in docs/decisions/0006-coroutines.md: each rule names what to write instead.
"""

import bisect
import re

_AWAIT = re.compile(r"\bco_await\b")
_COROUTINE_WORD = re.compile(r"\bco_(?:await|return|yield)\b")
_COROUTINE_HEAD = re.compile(r"\bawaitable\s*<[^;{}()]*>\s+[\w:~]+\s*\(")


def await_in_condition(source):
    """if/for/while/switch (co_await f()): await into a named value first, then test it."""
    shape = source.shape
    for position, bracket in shape.brackets:
        word = shape.control_of(position) if bracket == "(" else None
        if word is None or position not in shape.match:
            continue
        awaited = _AWAIT.search(source.code, position, shape.match[position])
        if awaited:
            yield awaited.start(), f"co_await in the condition of {word}; name the value first"


def temporary_in_await(source):
    """A braced list or a capturing lambda in an awaiting expression: name it, then move it in."""
    shape = source.shape
    told = set()
    for awaited in _AWAIT.finditer(source.code):
        begin, end = _expression(shape, awaited.start())
        for brace in _braces(shape, begin, end):
            if brace in told:
                continue
            told.add(brace)
            if shape.kinds[brace] == "init":
                yield brace, "braced temporary in an awaiting expression; name it first"
            elif shape.kinds[brace] == "lambda" and shape.captures(brace):
                yield brace, "capturing lambda in an awaiting expression; name it first"


def capturing_coroutine(source):
    """A lambda that captures and is a coroutine: its captures die before it does."""
    shape = source.shape
    for brace, kind in shape.kinds.items():
        if kind != "lambda" or brace not in shape.match or not shape.captures(brace):
            continue
        opened = shape.lambda_at(brace)
        own = _own_code(shape, brace)
        if "awaitable" in source.code[shape.match[opened] : brace] or _COROUTINE_WORD.search(own):
            yield opened, "capturing lambda as a coroutine; write a function with parameters"


def braced_default_argument(source):
    """A braced list or lambda as a default argument of a coroutine."""
    for head in _COROUTINE_HEAD.finditer(source.code):
        close = source.shape.match.get(head.end() - 1)
        found = close and re.search(r"=\s*[\w:<>]*\s*[{\[]", source.code[head.end() : close])
        if found:
            yield head.end() + found.start(), "braced default argument of a coroutine"


def detached(source):
    """asio::detached swallows exceptions and outlives what it uses."""
    for found in re.finditer(r"\bdetached\b", source.code):
        yield found.start(), "detached; spawn it in a task group that counts and drains"


def _expression(shape, position):
    """Begin and end of the whole expression around a position."""
    at = bisect.bisect_left(shape.brackets, (position,))
    return _begin(shape, at - 1), _end(shape, at, len(shape.code))


def _begin(shape, at):
    while at >= 0:
        position, bracket = shape.brackets[at]
        if bracket == ";":
            return position + 1
        if bracket == "{" and shape.kinds[position] != "init":
            return position + 1
        if bracket in ")]}":
            opened = shape.match.get(position)
            if opened is None:
                return position + 1
            if bracket == "}" and shape.kinds[opened] not in ("init", "lambda"):
                return position + 1
            if bracket == ")" and shape.control_of(opened):
                return position + 1
            at = bisect.bisect_left(shape.brackets, (opened,))
        at -= 1
    return 0


def _end(shape, at, last):
    while at < len(shape.brackets):
        position, bracket = shape.brackets[at]
        if bracket == ";":
            return position
        if bracket in "([{" and position in shape.match:
            at = bisect.bisect_left(shape.brackets, (shape.match[position],))
        elif bracket == "}" and shape.kinds.get(shape.match.get(position)) != "init":
            return position
        elif bracket == ")" and shape.control_of(shape.match.get(position, 0)):
            return position
        at += 1
    return last


def _braces(shape, begin, end):
    """The braces in a stretch of code, without those inside of lambda bodies."""
    skip = begin
    for position, bracket in shape.brackets:
        if bracket != "{" or not max(begin, skip) <= position < end:
            continue
        if shape.kinds[position] == "lambda":
            skip = shape.match.get(position, end)
        yield position


def _own_code(shape, brace):
    """The body of a lambda without the lambdas within it."""
    close = shape.match[brace]
    code, at = "", brace + 1
    for inner in _braces(shape, brace + 1, close):
        if shape.kinds[inner] == "lambda":
            code += shape.code[at:inner]
            at = shape.match.get(inner, close)
    return code + shape.code[at:close]
