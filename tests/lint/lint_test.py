#!/usr/bin/env python3
"""Every rule of the lint catches its bad samples and leaves the good ones alone."""

import pathlib
import tempfile
import unittest

import lint

LONG = "\n".join(["    step();"] * 71)
CODEC = "daemon/codec/x.cpp"
NET = "daemon/net/x.cpp"

# rule -> (path, text) that it must catch
BAD = {
    "layer_order": [
        ("daemon/core/x.cpp", '#include "codec/json.hpp"\n'),
        ("daemon/store/x.cpp", '#include "engine/writer.hpp"\n'),
        ("tests/core/x_test.cpp", '#include "store/store.hpp"\n'),
        ("daemon/cli/x.cpp", '#include "../net/http.hpp"\n'),
    ],
    "library_use": [
        ("daemon/core/x.cpp", "#include <boost/json/value.hpp>\n"),
        ("daemon/engine/x.cpp", "#include <SQLiteCpp/Database.h>\n"),
        ("daemon/codec/x.hpp", "// Job.\n#pragma once\n#include <date/tz.h>\n"),
    ],
    "header_begins": [
        ("daemon/base/x.hpp", "#pragma once\n"),
        ("daemon/base/x.hpp", "// Says its job.\nstruct X {};\n"),
        ("tests/temp_folder.hpp", "//\n#pragma once\n"),
    ],
    "system_time": [
        (CODEC, "auto t = std::chrono::system_clock::now();\n"),
        (NET, "auto t = std::chrono::steady_clock :: now ();\n"),
        ("tests/net/x_test.cpp", "auto t = std::chrono::system_clock::now();\n"),
        ("tests/acceptance/x.cpp", "clock_gettime(CLOCK_REALTIME, &time);\n"),
        (CODEC, "std::tm* t = localtime(&at);\n"),
        (CODEC, "localtime_r(&at, &t);\n"),
        (CODEC, "auto t = std::time(nullptr);\n"),
        (CODEC, "auto t = time(NULL);\n"),
    ],
    "sql_outside_store": [
        (NET, 'run("SELECT number FROM requests");\n'),
        (NET, 'run("with x as (SELECT number\\n FROM requests)");\n'),
        (NET, 'run(R"sql(\n select number\n from requests)sql");\n'),
        ("daemon/cli/x.cpp", 'run(R"(insert into outbox values (1))");\n'),
        ("daemon/engine/x.cpp", 'run("savepoint command");\n'),
        ("tests/engine/x_test.cpp", 'run("PRAGMA journal_mode");\n'),
    ],
    "function_length": [
        (CODEC, "int f(int a) {\n" + LONG + "\n}\n"),
        (CODEC, "X::X(int a)\n    : a_{a},\n      b_(2) {\n" + LONG + "\n}\n"),
        (CODEC, "auto f(int a) const -> Result<int> {\n" + LONG + "\n}\n"),
        (CODEC, "class X {\npublic:\n    void f() const {\n" + LONG + "\n    }\n};\n"),
        (CODEC, "const auto f = [&] {\n" + LONG + "\n};\n"),
        ("tests/core/x_test.cpp", "TEST(A, b) {\n" + LONG + "\n}\n"),
    ],
    "await_in_condition": [
        (NET, "awaitable<void> f() {\n    if (co_await g()) h();\n}\n"),
        (NET, "awaitable<void> f() {\n    while (!done && co_await g(1)) h();\n}\n"),
        (NET, "awaitable<void> f() {\n    switch (co_await g()) { default: h(); }\n}\n"),
        (NET, "awaitable<void> f() {\n    if (const auto x = co_await g(); x) h();\n}\n"),
        (NET, "awaitable<void> f() {\n    for (auto& x : co_await g()) h(x);\n}\n"),
    ],
    "temporary_in_await": [
        (NET, "awaitable<void> f() {\n    co_await send(Batch{1, 2});\n}\n"),
        (NET, "awaitable<void> f() {\n    const auto x = co_await send({1, 2});\n}\n"),
        (NET, "awaitable<void> f() {\n    both(Batch{1}, co_await g());\n}\n"),
        (NET, "awaitable<void> f() {\n    Reply reply{co_await g()};\n}\n"),
        (NET, "awaitable<void> f() {\n    co_await run([name] { return name; });\n}\n"),
        (NET, "awaitable<void> f() {\n    co_return co_await run([&](int a) -> int { g(a); });\n}\n"),
    ],
    "capturing_coroutine": [
        (NET, "spawn([this]() -> awaitable<void> { co_await g(); });\n"),
        (NET, "auto task = [&] { co_return; };\n"),
        (NET, "auto task = [socket = std::move(s)](int a) mutable { co_await g(a); };\n"),
    ],
    "braced_default_argument": [
        (NET, "awaitable<int> f(int a, Options options = {});\n"),
        (NET, "asio::awaitable<void> X::f(std::string s = std::string{}) {\n}\n"),
    ],
    "detached": [
        (NET, "co_spawn(executor, task(), asio::detached);\n"),
    ],
    "file_length": [
        (CODEC, "int a;\n" * 251),
        ("tests/codec/x_test.cpp", "int a;\n" * 401),
        ("tools/x.py", "a = 1\n" * 251),
    ],
    "python_function_length": [
        ("tools/x.py", "def f():\n" + "    g()\n" * 71),
    ],
    "unfinished": [
        (CODEC, "// TODO: the rest\n"),
        ("docs/x.md", "FIXME\n"),
    ],
    "machine_path": [
        ("Makefile", "run:\n\tcd /home/anna/werktdoord\n"),
        (CODEC, 'open("/mnt/rules.yaml");\n'),
        ("docs/x.md", "see `/root/notes`\n"),
    ],
    "invented_address": [
        ("rules/regions.yaml", "email: contact@midden-brabant.nl\n"),
        ("tests/core/x_test.cpp", 'mail("anna@example.com");\n'),
        ("tests/codec/data/x-vectors.json", '{"email": "anna@werk.nl"}\n'),
    ],
    "raw_template_tag": [
        ("config/templates/x.html.mustache", "<p>{{{note}}}</p>\n"),
        ("config/templates/x.html.mustache", "<p>{{ &note}}</p>\n"),
    ],
    "lock_file_hosts": [
        ("tests/acceptance/package-lock.json", '{"resolved": "file:x.tgz"}\n'),
        ("tests/acceptance/package-lock.json", '{"funding": "https://fund.example"}\n'),
    ],
}

# What looks alike and is right: no rule may say anything.
GOOD = [
    ("daemon/engine/x.cpp", '#include "engine/x.hpp"\n#include "store/store.hpp"\n'),
    ("daemon/main.cpp", '#include "cli/cli.hpp"\n'),
    ("tests/core/x_test.cpp", '#include "temp_folder.hpp"\n#include "core/model.hpp"\n'),
    ("daemon/base/zone.cpp", "#include <date/tz.h>\n"),
    ("daemon/base/x.hpp", "// Says its job.\n#pragma once\n"),
    ("daemon/net/system_clock.cpp", "return std::chrono::system_clock::now();\n"),
    ("tests/acceptance/shifted_clock.cpp", "int clock_gettime(clockid_t clock, timespec* time);\n"),
    ("tests/net/x_test.cpp", "const auto begin = std::chrono::steady_clock::now();\n"),
    (CODEC, "const Instant at = clock.now();\nrun_time(nullptr);\nx.time(0);\n"),
    (CODEC, '// SELECT a FROM b, ::now(, co_await, asio::detached\nsay("detached ::now(");\n'),
    (CODEC, 'say("first select one, then update or delete it from the list");\n'),
    ("daemon/store/x.cpp", 'run("SELECT number FROM requests");\n'),
    (CODEC, "int f() {\n" + "\n".join(["    step();"] * 68) + "\n}\n"),
    (CODEC, "const std::map<int, int> table{\n" + "    {1, 2},\n" * 90 + "};\n"),
    (CODEC, "class X {\n" + "    int f() { return 1; }\n" * 90 + "};\n"),
    (CODEC, "namespace {\n" + "int f() { return 1'000; }\n" * 90 + "}\n"),
    (CODEC, "const char* text = R\"(\n" + "{ if (co_await x) [a] {\n" * 90 + ")\";\n"),
    (NET, "awaitable<void> f() {\n    const auto x = co_await g();\n    if (x) h();\n}\n"),
    (NET, "awaitable<void> f() {\n    const auto [error, n] = co_await g(buffer[0]);\n}\n"),
    (NET, "awaitable<void> f() {\n    Batch b{1, 2};\n    co_await send(std::move(b));\n}\n"),
    (NET, "awaitable<void> f() {\n    for (int i : {1, 2}) co_await send(i);\n}\n"),
    (NET, "awaitable<void> f() {\n    if (x) { h({1}); }\n    co_await g();\n}\n"),
    (NET, "awaitable<void> f() {\n    co_await run([](int a) { return Pair{a, a}; });\n}\n"),
    (NET, "spawn([](Socket s) -> awaitable<void> { co_await g(s); }, std::move(s));\n"),
    (NET, "auto start = [this] { spawn([](int a) -> awaitable<void> { co_await g(a); }); };\n"),
    (NET, "awaitable<int> f(int a, int b = 2, std::string c = std::string());\n"),
    ("systemd/x.service", "ExecStart=/usr/bin/x --config /etc/x.yaml\n~@privileged @resources\n"),
    ("docs/x.md", "Open https://meldingen.example/work/1, var/work/x and /var/lib/werktdoord.\n"),
    ("rules/regions.yaml", "email: contact@midden-brabant.example\n"),
    ("tests/acceptance/README.md", "standardwebhooks@1.0.0\n"),
    ("tests/codec/data/x-vectors.json", '{"email": "test@example.com"}\n'),
    ("config/templates/x.html.mustache", "<p>{{note}} {{#a}}{{b}}{{/a}}</p>\n"),
    ("tests/acceptance/package-lock.json", '{"integrity": "sha512-x"}\n'),
]


def rules_that_speak(path, text):
    return {rule for _, rule, _ in lint.check_text(path, text)}


class Rules(unittest.TestCase):
    def test_every_rule_has_a_bad_sample(self):
        rules = lint.CPP_RULES + lint.COROUTINE_RULES + lint.TEXT_RULES
        self.assertEqual({rule.__name__ for rule in rules}, set(BAD))

    def test_bad_samples_are_caught(self):
        for rule, samples in BAD.items():
            for path, text in samples:
                with self.subTest(rule=rule, path=path, text=text[:70]):
                    self.assertEqual(rules_that_speak(path, text), {rule})

    def test_good_samples_are_left_alone(self):
        for path, text in GOOD:
            with self.subTest(path=path, text=text[:70]):
                self.assertEqual(rules_that_speak(path, text), set())

    def test_a_finding_names_its_line(self):
        found = lint.check_text(NET, "int a;\n\nco_spawn(e, t(), asio::detached);\n")
        self.assertEqual([(line, rule) for line, rule, _ in found], [(3, "detached")])


class Tree(unittest.TestCase):
    def test_what_is_built_or_fetched_is_not_looked_at(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name in ["build/a.md", "build-asan/b.md", "tests/x/node_modules/c.md", "d.md"]:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text("text\n", encoding="utf-8")
            self.assertEqual([path.name for path in lint.files_of(root)], ["d.md"])

    def test_an_empty_tree_is_a_failure(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(lint.main(["lint.py", folder]), 1)


if __name__ == "__main__":
    unittest.main()
