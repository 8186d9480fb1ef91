"""Answer pages as a browser without scripts and a screen reader meet them."""

import email
import email.policy
import html.parser
import re
import urllib.parse

VOID = {"meta", "link", "input", "br"}
LINK = re.compile(r"http://127\.0\.0\.1:\d+/antwoord/[A-Za-z0-9_.-]+")


class PageReader(html.parser.HTMLParser):
    """Reads one page; `problems` are what would keep somebody from using it."""

    def __init__(self, text):
        super().__init__()
        self.problems, self.stack, self.ids, self.text = [], [], set(), []
        self.fors, self.controls, self.forms, self.described = set(), [], [], set()
        self.count, self.lang, self.title, self.legends = {}, None, "", 0
        self.anchors = []
        self.feed(text)
        self.close()
        self.check()

    def handle_starttag(self, tag, pairs):
        attrs = dict(pairs)
        self.count[tag] = self.count.get(tag, 0) + 1
        if len(attrs) != len(pairs):
            self.problems.append(f"{tag} has an attribute twice")
        if "id" in attrs:
            if attrs["id"] in self.ids:
                self.problems.append(f"two things are called {attrs['id']}")
            self.ids.add(attrs["id"])
        if "style" in attrs or any(name.startswith("on") for name in attrs):
            self.problems.append(f"{tag} carries style or script")
        self.described |= set(attrs.get("aria-describedby", "").split())
        self.described |= set(attrs.get("aria-labelledby", "").split())
        if tag == "html":
            self.lang = attrs.get("lang")
        elif tag == "label":
            self.fors.add(attrs.get("for"))
        elif tag == "a":
            self.anchors.append(attrs["href"])
        elif tag == "form":
            self.forms.append([])
            if attrs.get("method") != "post" or "action" in attrs:
                self.problems.append("a form posts elsewhere")
        elif tag in ("input", "textarea", "select"):
            self.control(tag, attrs)
        elif tag == "option":
            self.forms[-1][-1]["options"].append((attrs["value"], "selected" in attrs))
        if tag not in VOID:
            self.stack.append(tag)

    def control(self, tag, attrs):
        kind = attrs.get("type", tag)
        self.forms[-1].append({"kind": kind, "name": attrs["name"], "options": [],
                               "value": attrs.get("value", ""), "checked": "checked" in attrs})
        if kind != "hidden":
            self.controls.append(attrs.get("id"))
        if kind in ("checkbox", "radio") and "fieldset" not in self.stack:
            self.problems.append(f"{attrs['name']} has no fieldset")

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.problems.append(f"{tag} closes what is not open")

    def handle_data(self, data):
        if self.stack and self.stack[-1] == "title":
            self.title += data
        if self.stack and self.stack[-1] == "textarea":
            self.forms[-1][-1]["value"] += data.removeprefix("\n")
        self.text.append(data)

    def check(self):
        if self.stack:
            self.problems.append(f"left open: {self.stack}")
        if self.lang != "nl":
            self.problems.append(f"lang is {self.lang}")
        if self.count.get("h1") != 1 or self.count.get("main") != 1:
            self.problems.append("not one h1 in one main")
        if not self.title.strip():
            self.problems.append("no title")
        if self.count.get("fieldset", 0) != self.count.get("legend", 0):
            self.problems.append("a fieldset without a legend")
        for control in self.controls:
            if control not in self.fors:
                self.problems.append(f"{control} has no label")
        targets = {one[1:] for one in self.anchors if one.startswith("#")} | self.described
        for target in targets - self.ids:
            self.problems.append(f"nothing is called {target}")
        for tag in ("script", "img", "iframe", "style"):
            if tag in self.count:
                self.problems.append(f"there is a {tag}")

    @property
    def words(self):
        return " ".join(" ".join(self.text).split())

    def form_of(self, event):
        for form in self.forms:
            if any(one["name"] == "event" and one["value"] == event for one in form):
                return form
        raise AssertionError(f"no form for {event}, only for {self.events}")

    @property
    def events(self):
        return [one["value"] for form in self.forms for one in form if one["name"] == "event"]

    def filled(self, event, **changes):
        """The body a browser would send; lists replace what is ticked, texts what is typed."""
        pairs = []
        for one in self.form_of(event):
            name = one["name"]
            if name in changes:
                continue
            if one["kind"] in ("checkbox", "radio"):
                if one["checked"]:
                    pairs.append((name, one["value"]))
            elif one["kind"] == "select":
                pairs += [(name, value) for value, chosen in one["options"] if chosen]
            else:
                pairs.append((name, one["value"]))
        for name, value in changes.items():
            pairs += [(name, each) for each in (value if isinstance(value, list) else [value])]
        return urllib.parse.urlencode(pairs).encode()


def path_of(link):
    return urllib.parse.urlsplit(link).path


def links_of(raw):
    """The answer links of one mail: those of its text, which must be those of its HTML."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    plain, rich = (LINK.findall(part.get_content()) for part in message.iter_parts())
    assert sorted(plain) == sorted(rich), (plain, rich)
    return plain
