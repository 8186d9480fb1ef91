"""Rules for C++ files: layers, headers, banned calls, lengths. Each yields (position, message)."""

import re

LAYERS = ["base", "core", "codec", "store", "engine", "net", "cli", "main"]
FUNCTION_LINES = 70
CLOCK_FILE = "daemon/net/system_clock.cpp"
# Stand between a program and the system to give it another date.
SHIFTED_CLOCKS = ("tests/acceptance/shifted_clock.cpp", "tests/crash/disk_shim.cpp")

# Which layers may know a library: the domain knows no JSON, YAML, SQL or sockets.
_LIBRARIES = [
    ("date/", ["base"]),
    ("yaml-cpp/", ["codec"]),
    ("gmime/", ["codec"]),
    ("idn2", ["codec"]),
    ("boost/json", ["codec", "store", "engine", "net", "cli"]),
    ("SQLiteCpp/", ["store"]),
    ("sqlite3", ["store"]),
    ("boost/asio", ["net", "cli"]),
    ("boost/beast", ["net"]),
    ("curl/", ["net"]),
    ("systemd/", ["net"]),
    ("prometheus/", ["net"]),
    ("spdlog/", ["net"]),
    ("CLI/", ["cli"]),
]
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)
_TIME_CALLS = re.compile(
    r"\b(?:localtime|gmtime|mktime|gettimeofday|clock_gettime)\w*\s*\(|\bstd::time\s*\(|"
    r"(?<![\w.>])(?:::)?time\s*\(\s*(?:nullptr|NULL|0|&\w+)\s*\)"
)
_SQL = re.compile(
    # Small letters are a sentence unless the text begins with them.
    r"^\W*(?:R\"\w*\(\s*)?SELECT\s.+\sFROM\b|(?-i:\bSELECT\s.+\sFROM\b)|"
    r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|"
    r"CREATE\s+(?:UNIQUE\s+)?INDEX|ALTER\s+TABLE|DROP\s+TABLE|BEGIN\s+IMMEDIATE|SAVEPOINT|"
    r"PRAGMA)\b",
    re.IGNORECASE | re.DOTALL,
)


def layer_of(path):
    """The layer of a file of the daemon or of its tests; nothing elsewhere."""
    if path == "daemon/main.cpp":
        return "main"
    parts = path.split("/")
    known = len(parts) > 2 and parts[0] in ("daemon", "tests") and parts[1] in LAYERS
    return parts[1] if known else None


def layer_order(path, source):
    """A file includes only its own layer and those to its left."""
    layer = layer_of(path)
    if layer is None:
        return
    for found in _INCLUDE.finditer(source.text):
        quoted, name = found[1] == '"', found[2]
        other = name.split("/")[0]
        if quoted and name.startswith("."):
            yield found.start(), f"include {name} from the root of the tree, not relatively"
        elif quoted and other in LAYERS and LAYERS.index(other) > LAYERS.index(layer):
            yield found.start(), f"{layer} must not include {other} ({name})"


def library_use(path, source):
    """A library is known only to the layers that wrap it."""
    layer = layer_of(path)
    if layer is None or not path.startswith("daemon/"):
        return
    for found in _INCLUDE.finditer(source.text):
        for prefix, layers in _LIBRARIES:
            if found[2].startswith(prefix) and layer not in layers:
                yield found.start(), f"{layer} must not know {found[2]}; only: {', '.join(layers)}"


def header_begins(path, source):
    """A header begins with its one job and is included once."""
    if not path.endswith(".hpp"):
        return
    if not re.match(r"// \S", source.text):
        yield 0, "a header begins with a comment that says its one job"
    if not re.search(r"^#pragma once$", source.text, re.MULTILINE):
        yield 0, "a header has #pragma once"


def system_time(path, source):
    """Time comes in as `now`; only one file asks the system.

    Tests and benchmarks may measure with steady_clock: that an answer comes within a bound is
    about real time. None may ask for the time of day.
    """
    if path in SHIFTED_CLOCKS:
        return
    measures = path.startswith(("tests/", "bench/"))
    for found in re.finditer(r"(\w*)\s*::\s*now\s*\(", source.code):
        if path != CLOCK_FILE and not (measures and found[1] == "steady_clock"):
            yield found.start(), f"::now( outside of {CLOCK_FILE}; take `now` as an argument"
    for found in _TIME_CALLS.finditer(source.code):
        yield found.start(), f"{found[0].strip()} asks the system; use base/zone.hpp and `now`"


def sql_outside_store(path, source):
    """The rest of the daemon speaks to the store in words of the domain; benchmarks measure it."""
    if path.startswith(("daemon/store/", "tests/store/", "bench/")):
        return
    for position, literal in source.strings:
        found = _SQL.search(literal)
        if found:
            yield position, f"SQL outside of store/: {found[0][:30]}"


def function_length(_path, source):
    """A function that does not fit on a screen does more than one thing."""
    shape = source.shape
    for brace, kind in shape.kinds.items():
        if kind not in ("function", "lambda") or brace not in shape.match:
            continue
        head = source.code[shape.heads[brace] : brace]
        begin = shape.heads[brace] + len(head) - len(head.lstrip())
        if kind == "lambda":
            begin = shape.lambda_at(brace)
        lines = source.line_of(shape.match[brace]) - source.line_of(begin) + 1
        if lines > FUNCTION_LINES:
            yield begin, f"{lines} lines in one function; at most {FUNCTION_LINES}"
