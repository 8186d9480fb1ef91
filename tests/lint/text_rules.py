"""Rules for all files: lengths, unfinished work, machine paths, addresses, templates."""

import ast
import re

SOURCE_LINES = 250
TEST_LINES = 400
FUNCTION_LINES = 70

_UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b")
_MACHINE_PATH = re.compile(r"(?<![\w./~-])/(?:home|root|work|workspace|Users|mnt)/[\w.]")
_ADDRESS = re.compile(r"[\w.%+'-]+@((?:[\w-]+\.)+[\w-]+)")
_OURS = re.compile(r"\.example$")
_RESERVED = re.compile(r"\.(?:example|example\.(?:com|net|org)|test|invalid)$")
_RAW_TAG = re.compile(r"\{\{\{|\{\{\s*&")


def file_length(path, text):
    """One file, one job."""
    if not path.endswith((".cpp", ".hpp", ".py")):
        return
    most = TEST_LINES if path.startswith("tests/") else SOURCE_LINES
    lines = text.count("\n")
    if lines > most:
        yield 0, f"{lines} lines; at most {most}"


def python_function_length(path, text):
    """As function_length, for Python."""
    if not path.endswith(".py"):
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION_LINES:
                position = sum(len(line) + 1 for line in text.split("\n")[: node.lineno - 1])
                yield position, f"{lines} lines in one function; at most {FUNCTION_LINES}"


def unfinished(_path, text):
    """Work that is left stands in an issue, not in the code."""
    for found in _UNFINISHED.finditer(text):
        yield found.start(), f"{found[0]}: finish it or write an issue"


def machine_path(_path, text):
    """What holds on one machine only has no place here."""
    for found in _MACHINE_PATH.finditer(text):
        yield found.start(), f"path of one machine: {text[found.start() : found.start() + 30]!r}"


def invented_address(path, text):
    """Addresses are invented, in the domain that RFC 2606 sets apart.

    Published vectors (*-vectors.json) are signed as they are, so they may use all that RFC 2606
    reserves. A version (name@1.2.3) is no address.
    """
    reserved = _RESERVED if path.endswith("-vectors.json") else _OURS
    for found in _ADDRESS.finditer(text):
        domain = found[1].lower().rstrip(".")
        if not reserved.search("." + domain) and not domain.rsplit(".", 1)[-1].isdigit():
            yield found.start(), f"{found[0]} does not end in .example (RFC 2606)"


def raw_template_tag(path, text):
    """Three braces or & put a value into a mail without escaping it."""
    if not path.endswith(".mustache"):
        return
    for found in _RAW_TAG.finditer(text):
        yield found.start(), f"{found[0]} does not escape its value; write {{{{name}}}}"


def lock_file_hosts(path, text):
    """A lock file holds names, versions and hashes; where they come from is the machine's."""
    if not path.endswith("package-lock.json"):
        return
    for found in re.finditer(r'"resolved"|https?://', text):
        yield found.start(), "the lock file records a host (see .npmrc beside it)"
