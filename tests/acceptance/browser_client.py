"""Headless Chromium as a person uses it: opens, clicks, types, presses. browser.mjs does it."""

import json
import subprocess
import types

from harness import HERE


class Browser:
    """One window without JavaScript. Every command gives what browser.mjs tells, or fails."""

    def __init__(self):
        self.process = subprocess.Popen(["node", str(HERE / "browser.mjs")], cwd=HERE, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()

    def do(self, what, **members):
        self.process.stdin.write(json.dumps({"do": what, **members}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError("the browser ended by itself")
        answer = json.loads(line)
        if "error" in answer:
            raise AssertionError(f"{what} {members}: {answer['error']}")
        return answer["done"]

    def page(self, what, **members):
        """A command that leads to a page; gives that page."""
        return types.SimpleNamespace(**self.do(what, **members))

    def form(self, section):
        return Form(self, section)


class Form:
    """The form under one heading of the page."""

    def __init__(self, browser, section):
        self.browser, self.section = browser, section

    def fill(self, label, value):
        self.browser.do("fill", section=self.section, label=label, value=value)
        return self

    def choose(self, label):
        self.browser.do("choose", section=self.section, label=label)
        return self

    def unchoose(self, label):
        self.browser.do("unchoose", section=self.section, label=label)
        return self

    def select(self, label, value):
        self.browser.do("select", section=self.section, label=label, value=value)
        return self

    def value(self, label):
        return self.browser.do("value", section=self.section, label=label)

    def press(self, button):
        return self.browser.page("press", section=self.section, button=button)
