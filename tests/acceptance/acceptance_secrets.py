"""No secret in anything that is printed, logged, answered or counted, whatever goes wrong."""

import base64
import json
import os
import signal
import subprocess

from acceptance_tls import TLS, TlsClient, make_certificate
from client import Client, demand, envelope, new_id
from harness import BINARY, PATIENCE, DaemonTest, Setting, main, run, wait_for

# Recognised anywhere, in any case.
KEY = base64.b64encode(b"MARKERwebhookMARKERwebhookMARKER").decode()
SECRETS = {
    "webhook": f"whsec_{KEY}",
    "team": "MARKER-team-token-0123456789",
    "read": "MARKER-read-token-0123456789",
    "link": "MARKER-link-key-0123456789-0123456789",
    "smtp": "MARKER-smtp-password",
    "env": "MARKER-from-the-environment",
}


def leaks(text):
    """The secrets, or halves of them, that this text holds."""
    found = []
    for name, secret in SECRETS.items():
        half = len(secret) // 2
        for part in (secret, secret[:half + 4], secret[half - 4:]):
            if len(part) >= 10 and part.lower() in text.lower():
                found.append((name, part))
    return found + (["MARKER"] if "marker" in text.lower() else [])


def config(setting, old, new):
    setting.change(setting.config, old, new)


WEBHOOK_OLD = '[ "whsec_d2Vya3Rkb29yZCBkZW1vIHNlY3JldCwgbm90IHJlYWw=" ]'
LINK_OLD = '[ "werktdoord demo key for links, not secret" ]'


class Marked(Setting):
    """A setting whose every secret is marked."""

    def __init__(self):
        super().__init__()
        config(self, WEBHOOK_OLD, f'[ "{SECRETS["webhook"]}" ]')
        config(self, "demo-team-token", SECRETS["team"])
        config(self, "demo-read-token", SECRETS["read"])
        config(self, LINK_OLD, f'[ "{SECRETS["link"]}" ]')
        config(self, "  transport: directory\n",
               "  transport: smtp\n  smtp: { host: 127.0.0.1, port: 1, security: none,"
               f' username: x, password: "{SECRETS["smtp"]}" }}\n')


# How a person may get the configuration wrong around a secret: what stood there, what stands there.
def mistakes():
    webhook, team = f'"{SECRETS["webhook"]}"', f'"{SECRETS["team"]}"'
    link, smtp = f'"{SECRETS["link"]}"', f'"{SECRETS["smtp"]}"'
    return [
        ("a secret without its list", f"[ {webhook} ]", webhook),
        ("a list in the list", f"[ {webhook} ]", f"[ [ {webhook} ] ]"),
        ("a secret too short", webhook, '"whsec_TUFSS0VSTUFSS0VS"'),
        ("a secret too long", webhook, f'"whsec_{KEY}{KEY}{KEY}"'),
        ("no base64", webhook, f'"whsec_!{KEY}"'),
        ("a public key that is none", webhook, f'"whpk_{KEY}{KEY}"'),
        ("an unknown way", webhook, f"{{ fil: {webhook} }}"),
        ("two ways", webhook, f"{{ file: {webhook}, env: X }}"),
        ("where the name of a file belongs", webhook, f"{{ file: {webhook} }}"),
        ("where the name of a variable belongs", team, f"{{ env: {team} }}"),
        ("where the name of a credential belongs", link, f"{{ credential: {link} }}"),
        ("an unended quote", webhook, f'"{SECRETS["webhook"]}'),
        ("an unended list", f"[ {webhook} ]", f"[ {webhook}"),
        ("an anchor", webhook, f"&a {webhook}"),
        ("an alias", webhook, f"{webhook}, *{SECRETS['webhook'][:20]}"),
        ("a tag", webhook, f"!!int {webhook}"),
        ("a map for the list", f"[ {webhook} ]", f"{{ {webhook}: {webhook} }}"),
        ("a map for the links' list", f"[ {link} ]", f"{{ {link}: {link} }}"),
        ("a control character", webhook, f'"\\x01{SECRETS["webhook"]}"'),
        ("a broken escape", webhook, f'"\\q{SECRETS["webhook"]}"'),
        ("not UTF-8", webhook, f'"\udcff{SECRETS["webhook"]}"'),
        ("twice the same key", f"secrets: [ {webhook} ]",
         f"secrets: [ {webhook} ]\n      secrets: [ {webhook} ]"),
        ("a token that is a list", f"token: {team}", f"token: [ {team} ]"),
        ("a token as a key", f"token: {team}", f"token: {{ {team}: x }}"),
        ("a token that misses its quote", f"token: {team}", f'token: "{SECRETS["team"]} }}'),
        ("a key for links too short", link, '"MARKER-short"'),
        ("a key for links that is a map", link, f"{{ {link}: x }}"),
        ("a password without a name", "username: x, ", ""),
        ("a password that is a list", f"password: {smtp}", f"password: [ {smtp} ]"),
        ("a password that is a map", f"password: {smtp}", f"password: {{ {smtp}: {smtp} }}"),
    ]


class WrongConfigurations(DaemonTest):
    @classmethod
    def setUpClass(cls):
        cls.setting = Marked()
        cls.addClassCleanup(cls.setting.remove)
        cls.right = cls.setting.config.read_text(encoding="utf-8")

    def tell_all(self):
        """Everything that every subcommand says of this configuration."""
        told, codes = "", {}
        path = self.setting.config
        environment = {**os.environ, "MARKED": SECRETS["env"]}
        for name, arguments in (
            ("check", ["check"]), ("json", ["check", "--format", "json"]), ("serve", ["serve"]),
            ("submit", ["submit", "/nowhere"]), ("journal", ["journal"]), ("route", ["route"]),
            ("due", ["due", "--within", "1 working_day", "2026-11-23T09:00:00Z"]),
            ("outbox", ["outbox", "list"]),
        ):
            done = run(*arguments, "--config", path, env=environment)
            told += done.stdout + done.stderr
            codes[name] = done.returncode
        return told, codes

    def test_no_mistake_makes_a_secret_known(self):
        for why, old, new in mistakes():
            with self.subTest(why):
                self.assertEqual(1, self.right.count(old), old)
                self.setting.config.write_bytes(
                    self.right.replace(old, new).encode("utf-8", "surrogateescape"))
                told, codes = self.tell_all()
                self.assertEqual([], leaks(told), told)
                self.assertEqual((1, 2), (codes["check"], codes["serve"]), told)

    def test_no_file_with_a_secret_is_told(self):
        secret = self.setting.config.parent / "secret"
        text = f'"{SECRETS["webhook"]}"'
        for why, content in (("rubbish", b"MARKER\xff\x00MARKER"), ("empty", b""),
                             ("two lines", SECRETS["webhook"].encode() + b"\nMARKER\n"),
                             ("too large", b"MARKER" * 20_000)):
            with self.subTest(why):
                secret.write_bytes(content)
                self.setting.config.write_text(self.right.replace(text, "{ file: secret }"),
                                               encoding="utf-8")
                told, codes = self.tell_all()
                self.assertEqual([], leaks(told), told)
                self.assertEqual((1, 2), (codes["check"], codes["serve"]), told)
        self.setting.config.write_text(self.right.replace(text, "{ env: MARKED }"), encoding="utf-8")
        told, codes = self.tell_all()
        self.assertEqual([], leaks(told), told)
        self.assertEqual((1, 2), (codes["check"], codes["serve"]), told)


class WhileItRuns(DaemonTest):
    """What is presented by strangers and what the daemon knows itself: neither is told."""

    @classmethod
    def setUpClass(cls):
        cls.setting = Marked()
        cls.addClassCleanup(cls.setting.remove)
        tls = cls.setting.config.parent / "tls"
        make_certificate(tls)
        cls.key_lines = [line for line in (tls / "key.pem").read_text(encoding="ascii").splitlines()
                         if not line.startswith("-")]
        config(cls.setting, f"port: {cls.setting.port} }}", f"port: {cls.setting.port},\n{TLS}  }}")
        config(cls.setting, "level: info", "level: debug")
        cls.tls = tls
        cls.answers = []

    def start(self):
        log = open(self.setting.folder / "log", "ab")
        self.addCleanup(log.close)
        process = subprocess.Popen([BINARY, "serve", "--config", str(self.setting.config)],
                                   stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                                   env={k: v for k, v in os.environ.items() if k != "JOURNAL_STREAM"})
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def told(self, answer):
        text = f"{answer.status} {answer.headers} " + answer.body.decode("utf-8", "replace")
        self.answers.append(text)
        return answer

    def test_nothing_that_fails_tells_a_secret(self):
        process = self.start()
        visitor = TlsClient(self.setting.port)

        def ready():
            self.assertIsNone(process.poll())
            try:
                return visitor.call("GET", "/readyz").status == 200
            except OSError:
                return False

        wait_for(ready, "it is ready")
        self.ask(visitor)
        (self.tls / "key.pem").write_text("\n".join(self.key_lines), encoding="ascii")
        process.send_signal(signal.SIGHUP)
        log = self.setting.folder / "log"
        wait_for(lambda: "tls.refused" in log.read_text(encoding="utf-8"), "the reload is refused")
        for path in ("/readyz", "/metrics", "/healthz"):
            self.told(visitor.call("GET", path))
        visitor.close()
        Client(self.setting.port).call("GET", f"/?token={SECRETS['team']}")
        said = run("submit", "--config", self.setting.config, "--url", "http://127.0.0.1:1",
                   self.request_file())
        self.answers.append(said.stdout + said.stderr)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(0, process.wait(timeout=PATIENCE))
        for name in ("journal", "check"):
            done = run(name, "--config", self.setting.config)
            self.answers.append(done.stdout + done.stderr)
        everything = "\n".join([*self.answers, log.read_text(encoding="utf-8", errors="replace")])
        self.assertEqual([], leaks(everything))
        self.assertEqual([], [line for line in self.key_lines if line[:30] in everything])
        self.assertGreater(len(everything), 5000)

    def request_file(self):
        path = self.setting.folder / "request.json"
        path.write_text("{}", encoding="ascii")
        return path

    def ask(self, visitor):
        """Right and wrong requests that carry secrets in every place where one may stand."""
        body = b"{}"
        for secret in (SECRETS["webhook"], f"whsec_{KEY[::-1][2:]}=="):
            self.told(visitor.post_signed(body, secret=SECRETS["webhook"]))
            self.told(visitor.post_signed(body, signature=f"v1,{secret}"))
        self.told(visitor.post_signed(body, SECRETS["webhook"] + " x"))
        for token in (SECRETS["team"], SECRETS["read"], SECRETS["team"] + "x", "MARKER" * 50):
            self.told(visitor.get("/v1/requests", token))
            self.told(visitor.get("/v1/requests/NLWD-2026-999999", token))
            self.told(visitor.event("NLWD-2026-999999", "request.note", "anna", token))
            self.told(visitor.call("GET", "/v1/regions", headers={"authorization": token}))
            self.told(visitor.call("GET", f"/a/{SECRETS['link']}.{token}"))
            self.told(visitor.call("GET", f"/v1/requests?token={token}"))
            self.told(visitor.call("GET", f"/{token}"))
            self.told(visitor.call("POST", f"/a/{token}", b"answer=" + token.encode()))
        whole = json.dumps(envelope(demand())).encode()
        self.told(visitor.post_signed(whole, new_id(), secret=SECRETS["webhook"]))


if __name__ == "__main__":
    main()
