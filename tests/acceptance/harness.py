"""Starts, stops and kills the daemon in a folder of its own, and reads what it left behind."""

import datetime
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import zoneinfo

from client import Client

HERE = pathlib.Path(__file__).resolve().parent
REPO = HERE.parent.parent
BINARY = os.environ.get("WERKTDOORD", str(REPO / "build" / "werktdoord"))
REQUESTS = HERE / "requests"
AMSTERDAM = zoneinfo.ZoneInfo("Europe/Amsterdam")
CLOCK = os.environ.get("WERKTDOORD_CLOCK", str(REPO / "build" / "libshifted_clock.so"))
PATIENCE = 60  # seconds; a bound against hanging, never a measurement


def wait_for(condition, what, seconds=PATIENCE):
    """Asks until the condition gives something true, and gives that."""
    end = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain: {what}")
        time.sleep(0.02)


def today():
    """The day it is for the daemon, whatever the zone of this machine."""
    return datetime.datetime.now(AMSTERDAM).date()


def seconds_to(local):
    """From now to a local time in Amsterdam."""
    moment = datetime.datetime.fromisoformat(local).replace(tzinfo=AMSTERDAM)
    return int(moment.timestamp() - time.time())


def free_port():
    """Below the ports that connections are given: thousands of those, of another test, must not take
    it while a daemon is down."""
    while True:
        port = random.randrange(10000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port


def run(*arguments, stdin="", cwd=None, env=None):
    """Runs the binary to its end."""
    return subprocess.run(
        [BINARY, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        cwd=cwd,
        env=env,
        check=False,
    )


def chain_problems(lines):
    """Checks seq and hash of journal lines from the first on, as docs/events.md tells."""
    before = "0" * 64
    for expected, line in enumerate(lines, start=1):
        told = json.loads(line)
        if told["seq"] != expected:
            yield f"line {expected} has seq {told['seq']}"
        bare = line[: line.rindex(',"hash":')] + "}"
        before = hashlib.sha256((before + "\n" + bare).encode()).hexdigest()
        if before != told["hash"]:
            yield f"line {expected} breaks the chain: {line}"
            return


def smtp_to(port):
    """The part of the configuration that sends mail by SMTP, and tries again soon."""
    return (f"  transport: smtp\n  smtp: {{ host: 127.0.0.1, port: {port}, security: none }}\n"
            "  retry: { first: 1s, most: 1s, give_up: 48h }\n")


class Setting:
    """A folder with configuration, templates and rules of its own, as a machine would have."""

    def __init__(self, **changes):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="werktdoord-"))
        self.port = free_port()
        shutil.copytree(REPO / "config", self.folder / "config")
        shutil.copytree(REPO / "rules", self.folder / "rules")
        self.config = self.folder / "config" / "werktdoord.yaml"
        self.mail = self.folder / "var" / "mail"
        self.store = self.folder / "var" / "werktdoord.db"
        self.change(self.config, "port: 8080 }", f"port: {self.port} }}")
        self.change(self.config, "http://127.0.0.1:8080", f"http://127.0.0.1:{self.port}")
        if changes.get("notify_always"):
            calendar = self.folder / "rules" / "calendar.yaml"
            self.change(calendar, "notify: working_hours", "notify: always")
        if changes.get("smtp"):
            self.change(self.config, "  transport: directory\n", changes["smtp"])

    @staticmethod
    def change(path, old, new):
        """Replaces text that must stand in the file once."""
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path.name} holds {text.count(old)} times: {old}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Daemon:
    """The daemon as a child process, on its setting's store and port."""

    def __init__(self, setting):
        self.setting = setting
        self.process = None
        self.before_exec = None
        self.environment = {}  # more of it, for the child alone
        self.log_path = setting.folder / "stderr.log"
        self.client = Client(setting.port)

    def start(self):
        self.launch()
        wait_for(self._ready, "the daemon answers 200 to /readyz")
        return self

    def launch(self):
        """Starts the process and waits for nothing."""
        kept = {k: v for k, v in os.environ.items() if k != "JOURNAL_STREAM"}
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(
                [BINARY, "serve", "--config", str(self.setting.config)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=self.before_exec,
                env={**kept, **self.environment},
            )

    def _ready(self):
        if self.process.poll() is not None:
            raise AssertionError(f"it ended with {self.process.returncode}:\n{self.log()[-4000:]}")
        return self.answers()

    def answers(self):
        """Whether it is there and ready."""
        try:
            return self.client.call("GET", "/readyz").status == 200
        except OSError:
            return False

    def stop(self):
        """SIGTERM; gives the exit code."""
        self.client.close()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=PATIENCE)
        self.process = None
        return code

    def kill(self):
        """As a power cut would, without asking."""
        self.client.close()
        self.process.kill()
        self.process.wait(timeout=PATIENCE)
        self.process = None

    def end_whatever_happened(self):
        """For a test that failed half-way: leaves no process behind."""
        if self.process is not None:
            self.kill()

    def reload(self):
        self.process.send_signal(signal.SIGHUP)

    def log(self):
        return self.log_path.read_text(encoding="utf-8", errors="replace")

    def journal_lines(self, *more):
        done = run("journal", "--config", self.setting.config, *more)
        if done.returncode != 0:
            raise AssertionError(f"journal exits {done.returncode}: {done.stderr}")
        return done.stdout.splitlines()

    def journal(self, *more):
        return [json.loads(line) for line in self.journal_lines(*more)]

    def rows(self, query, *values):
        """Reads the store beside the daemon, as a person with sqlite3 would."""
        with sqlite3.connect(f"file:{self.setting.store}?mode=ro", uri=True) as store:
            store.row_factory = sqlite3.Row
            return store.execute(query, values).fetchall()

    def mails(self):
        return sorted(self.setting.mail.glob("*.eml"))


class DaemonTest(unittest.TestCase):
    """One daemon for all tests of the class; it must stop with 0 and leave a whole chain."""

    changes = {}

    @classmethod
    def setUpClass(cls):
        cls.setting = Setting(**cls.changes)
        cls.addClassCleanup(cls.setting.remove)
        cls.daemon = Daemon(cls.setting)
        cls.prepare()
        cls.daemon.start()
        cls.addClassCleanup(cls.end)
        cls.client = cls.daemon.client

    @classmethod
    def prepare(cls):
        """What a class changes in its setting before the start."""

    @classmethod
    def end(cls):
        if cls.daemon.process is None:
            return
        if cls.daemon.process.poll() is not None:
            raise AssertionError(f"the daemon ended by itself:\n{cls.daemon.log()[-4000:]}")
        lines = cls.daemon.journal_lines()
        code = cls.daemon.stop()
        if code != 0:
            raise AssertionError(f"SIGTERM gives exit code {code}:\n{cls.daemon.log()[-4000:]}")
        problems = list(chain_problems(lines))
        if problems:
            raise AssertionError("\n".join(problems))

    def assertStatus(self, status, answer):
        self.assertEqual(status, answer.status, answer)
        if answer.status >= 400:
            self.assertEqual("application/problem+json", answer.headers["content-type"])
            self.assertEqual(status, answer.json["status"])
        return answer

    def submitted(self, data, webhook_id=None):
        """Submits data that must be taken; gives the number."""
        return self.assertStatus(201, self.client.submit(data, webhook_id)).json["request"]

    def recorded(self, number, event, by="anna", **members):
        """Records an event that must fit; gives the request as it then is."""
        return self.assertStatus(201, self.client.event(number, event, by, **members)).json

    def journal_of(self, number):
        return self.client.get(f"/v1/requests/{number}/journal").json["items"]


class SmtpTest(DaemonTest):
    """Sends to a mail server of the class's own: `server_class(port)`, which has a `controller`."""

    server_class = None

    @classmethod
    def setUpClass(cls):
        cls.port = free_port()
        cls.server = cls.server_class(cls.port)
        cls.server.controller.start()
        cls.addClassCleanup(lambda: cls.server.controller.stop(no_assert=True))
        cls.changes = {"notify_always": True, "smtp": smtp_to(cls.port)}
        super().setUpClass()


def events_of(lines):
    return [line["event"] for line in lines]


def main():
    """As unittest.main, with output a line a test."""
    if not os.access(BINARY, os.X_OK):
        sys.exit(f"there is no program {BINARY}; name it in WERKTDOORD")
    unittest.main(verbosity=2, failfast=False)
