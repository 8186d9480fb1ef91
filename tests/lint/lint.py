#!/usr/bin/env python3
"""Holds the tree to the rules of CONTRIBUTING.md: lint.py [ROOT]. Exit 1 when it found something.

Standard library only. A rule is a function of this folder's modules; it yields a position in the
file and what is wrong there. Each has a bad and a good sample in lint_test.py.
"""

import pathlib
import sys

import coroutine_rules
import cpp_rules
import text_rules
from cpp_source import CppSource

CPP_RULES = [
    cpp_rules.layer_order,
    cpp_rules.library_use,
    cpp_rules.header_begins,
    cpp_rules.system_time,
    cpp_rules.sql_outside_store,
    cpp_rules.function_length,
]
COROUTINE_RULES = [
    coroutine_rules.await_in_condition,
    coroutine_rules.temporary_in_await,
    coroutine_rules.capturing_coroutine,
    coroutine_rules.braced_default_argument,
    coroutine_rules.detached,
]
TEXT_RULES = [
    text_rules.file_length,
    text_rules.python_function_length,
    text_rules.unfinished,
    text_rules.machine_path,
    text_rules.invented_address,
    text_rules.raw_template_tag,
    text_rules.lock_file_hosts,
]

SKIPPED_FOLDERS = {".git", "var", "node_modules", "__pycache__"}
# Holds a bad sample for every rule.
SAMPLES = "tests/lint/lint_test.py"


def check_text(path, text):
    """All findings in one file as (line, rule, message), in the order of the file."""
    found = []
    for rule in TEXT_RULES:
        for position, message in rule(path, text):
            found.append((text.count("\n", 0, position) + 1, rule.__name__, message))
    if path.endswith((".cpp", ".hpp")):
        source = CppSource(text)
        for rule in CPP_RULES:
            for position, message in rule(path, source):
                found.append((source.line_of(position), rule.__name__, message))
        for rule in COROUTINE_RULES:
            for position, message in rule(source):
                found.append((source.line_of(position), rule.__name__, message))
    return sorted(found)


def files_of(root):
    """Every file of the tree but what builds, tests and tools make."""
    for path in sorted(root.iterdir()):
        if path.is_symlink() or path.name in SKIPPED_FOLDERS or path.name.startswith("build"):
            continue
        if path.is_dir():
            yield from files_of(path)
        elif path.is_file() and path.name != ".git":
            yield path


def main(argv):
    root = pathlib.Path(argv[1] if len(argv) > 1 else ".").resolve()
    files = problems = 0
    for path in files_of(root):
        name = path.relative_to(root).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a sample of bytes that are no text
        files += 1
        if name == SAMPLES:
            continue
        for line, rule, message in check_text(name, text):
            problems += 1
            print(f"{name}:{line}: {rule}: {message}")
    print(f"{files} files, {problems} problems", file=sys.stderr)
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
