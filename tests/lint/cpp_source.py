"""A C++ file as the rules look at it: text without comments and strings, and its brackets.

No parser: it knows strings, comments, brackets and what a brace opens, which is enough for rules
that look at shape. What it takes for a lambda, a function or a braced list is tested in
lint_test.py.
"""

import bisect
import functools
import re

_TOKEN = re.compile(
    r"""
      (?P<comment> //[^\n]* | /\*.*?\*/ )
    | (?P<raw> \b(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)" )
    | (?P<string> "(?:\\.|[^"\\\n])*" )
    | (?P<number> \b\d(?:'?[\w.])* )
    | (?P<letter> '(?:\\.|[^'\\\n])+' )
    """,
    re.VERBOSE | re.DOTALL,
)
_DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
_BRACKET = re.compile(r"[()\[\]{};]")
_CLOSES = {")": "(", "]": "[", "}": "{"}
_TAIL = re.compile(r"(?:\b(?:mutable|noexcept|constexpr)\b|->\s*[\w:<>,\s*&]+)\s*$")
_TYPE = re.compile(r"\b(?:namespace|class|struct|union|enum)\b[^()=]*$")
_TEMPLATE = re.compile(r"\btemplate\s*<[^{};]*?>\s+(?=[\w\[])")
_CONTROL = re.compile(r"\b(if|for|while|switch|catch)\s*(?:constexpr\s*)?$")
_BLOCK_WORDS = {"else", "do", "try", "const", "noexcept", "override", "final", "mutable"}


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def _blank_inside(text):
    return text if len(text) < 2 else text[0] + _blank(text[1:-1]) + text[-1]


class CppSource:
    """Made once a file. Positions are the same in `text` and `code`."""

    def __init__(self, text):
        self.text = text
        self.strings = []  # (position, literal as written)
        self.code = _DIRECTIVE.sub(lambda m: _blank(m[0]), _TOKEN.sub(self._mask, text))
        self._lines = [m.start() for m in re.finditer("^", text, re.MULTILINE)]

    def _mask(self, match):
        if match["number"]:
            return match[0]
        if match["comment"]:
            return _blank(match[0])
        if match["string"] or match["raw"]:
            self.strings.append((match.start(), match[0]))
        return _blank_inside(match[0])

    def line_of(self, position):
        return bisect.bisect_right(self._lines, position)

    @functools.cached_property
    def shape(self):
        return Shape(self.code)


class Shape:
    """The brackets of a file: which belong together and what each brace opens.

    kinds: position of a `{` -> type, function, control, lambda, init (a braced list) or block.
    """

    def __init__(self, code):
        self.code = code
        self.brackets = [(m.start(), m[0]) for m in _BRACKET.finditer(code)]
        self.match = {}
        self.kinds = {}
        self.heads = {}  # position of a `{` that opens no list -> where its statement begins
        self._walk()

    def _walk(self):
        stack, begin = [], 0
        for position, bracket in self.brackets:
            if bracket == ";":
                begin = position + 1
            elif bracket in "([":
                stack.append((position, begin))
            elif bracket == "{":
                kind = self._kind(position, begin, stack)
                self.kinds[position] = kind
                stack.append((position, begin))
                if kind != "init":
                    self.heads[position] = begin
                    begin = position + 1
            elif stack and self.code[stack[-1][0]] == _CLOSES[bracket]:
                opened, before = stack.pop()
                self.match[opened], self.match[position] = position, opened
                # After a lambda's body or a braced list its statement goes on.
                inside = bracket != "}" or self.kinds[opened] in ("init", "lambda")
                begin = before if inside else position + 1

    def _kind(self, position, begin, stack):
        if self.lambda_at(position) is not None:
            return "lambda"
        head = self.code[begin:position].rstrip()
        if _TYPE.search(_TEMPLATE.sub("", head)):
            return "type"
        if not head:
            inside_list = stack and self.kinds.get(stack[-1][0]) == "init"
            return "init" if inside_list else "block"
        if not self._opens_block(head):
            return "init"
        if re.match(r"\s*(?:\}\s*)?(?:else\b|do\b|try\b|case\b|default\b)", head):
            return "control"
        if _CONTROL.search(re.split(r"\(", head.lstrip(), maxsplit=1)[0]):
            return "control"
        return "function" if "(" in head else "block"

    @staticmethod
    def _opens_block(head):
        if head[-1] in ")}:;" and not head.endswith("::"):
            return True
        if re.search(r"->\s*[\w:<>,\s*&]*$", head):
            return True
        word = re.search(r"\w+$", head)
        return bool(word) and word[0] in _BLOCK_WORDS

    def lambda_at(self, position):
        """The position of the `[` when the `{` here begins a lambda's body, else nothing."""
        head = self.code[:position].rstrip()
        head = head[-400:].rjust(len(head))
        while tail := _TAIL.search(head):
            head = head[: tail.start()].rstrip()
        if head.endswith(")"):
            opened = self.match.get(len(head) - 1)
            if opened is None:
                return None
            head = self.code[:opened].rstrip()
        if not head.endswith("]"):
            return None
        opened = self.match.get(len(head) - 1)
        return opened if opened is not None and self._introduces(opened) else None

    def _introduces(self, opened):
        before = self.code[max(0, opened - 80) : opened].rstrip()
        if re.search(r"\bauto\s*&{0,2}$", before) or before.endswith("["):
            return False
        word = re.search(r"\w+$", before)
        if word:
            return word[0] in ("return", "co_return", "co_await", "co_yield")
        return not before.endswith((")", "]"))

    def captures(self, brace):
        """What the lambda whose body begins here captures, as written."""
        opened = self.lambda_at(brace)
        return self.code[opened + 1 : self.match[opened]].strip()

    def control_of(self, opened):
        """The word before this `(` when it is if, for, while, switch or catch."""
        found = _CONTROL.search(self.code[max(0, opened - 40) : opened])
        return found[1] if found else None
