"""TLS on the listener, tried with curl, openssl s_client and Python's ssl."""

import http.client
import os
import pathlib
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import unittest

from client import Client, demand
from harness import BINARY, PATIENCE, REPO, Daemon, DaemonTest, Setting, main, run, wait_for

TLS = "  tls: { certificate: tls/certificate.pem, key: tls/key.pem }\n"
HANDSHAKE_SECONDS = 10
DAY = 86400


def openssl(*arguments, stdin="", check=True):
    return subprocess.run(["openssl", *map(str, arguments)], input=stdin, capture_output=True,
                          text=True, timeout=PATIENCE, check=check)


def make_certificate(folder, name="certificate", key="key", days=30, at=None):
    """A key and a certificate that it signed itself, for 127.0.0.1, valid from `at` (an offset in
    seconds from now) on."""
    folder.mkdir(exist_ok=True)
    certificate, key = folder / f"{name}.pem", folder / f"{key}.pem"
    openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key)
    request = folder / "request.pem"
    openssl("req", "-new", "-key", key, "-subj", "/CN=werktdoord.example", "-out", request)
    extensions = folder / "extensions"
    extensions.write_text("subjectAltName=IP:127.0.0.1\n", encoding="ascii")
    if at is None:
        openssl("x509", "-req", "-in", request, "-signkey", key, "-days", days,
                "-extfile", extensions, "-out", certificate)
        return certificate, key
    ca = folder / "ca"
    ca.mkdir(exist_ok=True)
    (ca / "index").write_text("", encoding="ascii")
    (ca / "conf").write_text(
        f"[ca]\ndefault_ca=d\n[d]\ndatabase={ca}/index\nnew_certs_dir={ca}\nrand_serial=yes\n"
        "default_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n", encoding="utf-8")
    stamp = [time.strftime("%Y%m%d%H%M%SZ", time.gmtime(time.time() + at + more))
             for more in (0, days * DAY)]
    openssl("ca", "-batch", "-config", ca / "conf", "-selfsign", "-keyfile", key, "-in", request,
            "-startdate", stamp[0], "-enddate", stamp[1], "-extfile", extensions, "-notext",
            "-out", certificate)
    return certificate, key


def trusting(certificate=None):
    context = ssl.create_default_context(cafile=certificate)
    if certificate is None:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


class TlsClient(Client):
    """Trusts whatever it is shown; which certificate it was is looked at elsewhere."""

    def connect(self):
        return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=self.timeout,
                                           context=trusting())


class TlsTest(DaemonTest):
    @classmethod
    def prepare(cls):
        cls.tls = cls.setting.config.parent / "tls"
        make_certificate(cls.tls)
        cls.setting.change(cls.setting.config, f"port: {cls.setting.port} }}",
                           f"port: {cls.setting.port},\n{TLS}  }}")
        cls.daemon.client = TlsClient(cls.setting.port)

    def shown(self):
        """The certificate that a new connection is shown."""
        with socket.create_connection(("127.0.0.1", self.setting.port), timeout=30) as plain:
            with trusting().wrap_socket(plain) as secure:
                return secure.getpeercert(binary_form=True)

    def in_file(self, name="certificate"):
        text = (self.tls / f"{name}.pem").read_text(encoding="ascii")
        return ssl.PEM_cert_to_DER_cert(text)


class Clients(TlsTest):
    def curl(self, *arguments):
        done = subprocess.run(
            ["curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", "30",
             "--cacert", str(self.tls / "certificate.pem"), "--write-out", "\n%{http_code}",
             *arguments], capture_output=True, text=True, timeout=PATIENCE, check=False)
        return done.returncode, done.stdout

    def url(self, path):
        return f"https://127.0.0.1:{self.setting.port}{path}"

    def test_curl_verifies_the_certificate_and_is_served(self):
        self.assertEqual((0, '{"status":"ok"}\n200'), self.curl(self.url("/healthz")))

    def test_curl_sees_the_413_of_a_body_that_is_too_large(self):
        body = self.setting.folder / "large"
        body.write_bytes(b"a" * 5_000_000)
        for more in ([], ["-H", "Expect:"], ["-H", "Transfer-Encoding: chunked", "-H", "Expect:"]):
            with self.subTest(more):
                code, told = self.curl("--data-binary", f"@{body}", *more, self.url("/v1/intake"))
                self.assertEqual((0, "413"), (code, told[-3:]))

    def test_python_submits_over_a_verified_connection(self):
        self.submitted(demand())
        certificate = str(self.tls / "certificate.pem")
        with socket.create_connection(("127.0.0.1", self.setting.port), timeout=30) as plain:
            context = trusting(certificate)
            with context.wrap_socket(plain, server_hostname="127.0.0.1") as secure:
                self.assertEqual("TLSv1.3", secure.version())

    def s_client(self, *arguments, stdin="Q\n"):
        return openssl("s_client", "-connect", f"127.0.0.1:{self.setting.port}", *arguments,
                       stdin=stdin, check=False)

    def test_tls_1_2_and_1_3_are_spoken_nothing_older(self):
        for version, spoken in (("-tls1_3", True), ("-tls1_2", True), ("-tls1_1", False),
                                ("-tls1", False)):
            with self.subTest(version):
                done = self.s_client(version, "-cipher", "ALL:@SECLEVEL=0")
                self.assertEqual(spoken, done.returncode == 0, done.stdout + done.stderr)

    def test_ciphers_have_forward_secrecy_and_authenticate(self):
        for cipher, spoken in (("ECDHE-ECDSA-AES128-GCM-SHA256", True),
                               ("ECDHE-ECDSA-AES256-GCM-SHA384", True),
                               ("ECDHE-ECDSA-CHACHA20-POLY1305", True),
                               ("ECDHE-ECDSA-AES256-SHA", False),
                               ("ECDHE-ECDSA-AES128-SHA256", False),
                               ("AES128-GCM-SHA256", False),
                               ("NULL", False), ("ADH", False)):
            with self.subTest(cipher):
                done = self.s_client("-tls1_2", "-cipher", f"{cipher}:@SECLEVEL=0")
                self.assertEqual(spoken, done.returncode == 0, done.stdout + done.stderr)

    def test_no_session_is_kept_and_no_renegotiation(self):
        for version in ("-tls1_2", "-tls1_3"):
            done = self.s_client(version, "-reconnect")
            self.assertIn("New, TLS", done.stdout)
            self.assertNotIn("Reused", done.stdout)
        asked = self.s_client("-tls1_2", stdin="R\nQ\n")
        self.assertRegex(asked.stderr, "no renegotiation|handshake failure")

    def test_plain_http_is_told_where_it_is(self):
        plain = Client(self.setting.port)
        answer = plain.call("GET", "/healthz")
        plain.close()
        self.assertEqual((400, b"HTTPS is spoken at this port.\n"), (answer.status, answer.body))

    def test_who_does_not_finish_the_handshake_is_cut_off_and_others_are_served(self):
        begun = time.monotonic()
        silent = [socket.create_connection(("127.0.0.1", self.setting.port), timeout=30)
                  for _ in range(60)]
        for one in silent[20:40]:
            one.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")
        for one in silent[40:]:
            one.sendall(b"nonsense\r\n\r\n")
        for _ in range(20):
            self.shown()
        for one in silent:
            try:
                while one.recv(4096):
                    pass
            except ConnectionResetError:
                pass
            one.close()
        self.assertLess(time.monotonic() - begun, 2 * HANDSHAKE_SECONDS)
        self.shown()


class Reload(TlsTest):
    def setUp(self):
        make_certificate(self.tls)
        self.reload("tls.loaded")

    def reload(self, told):
        before = self.daemon.log().count(told)
        self.daemon.reload()
        wait_for(lambda: self.daemon.log().count(told) > before, told)

    def warnings(self):
        return self.client.get("/readyz", token=None).json.get("warnings", [])

    def number(self, name):
        text = self.client.get("/metrics", token=None).body.decode()
        return float(next(line for line in text.splitlines() if line.startswith(name)).split()[-1])

    def test_new_connections_get_the_new_certificate_old_ones_live_on(self):
        old_one = self.in_file()
        wait_for(lambda: self.shown() == old_one, "the first certificate")
        kept = TlsClient(self.setting.port)
        kept.get("/healthz")
        first = kept.connection.sock.getpeercert(binary_form=True)
        end = self.number("werktdoord_tls_certificate_end_timestamp_seconds")
        make_certificate(self.tls, days=90)
        self.assertEqual(old_one, self.shown())
        self.reload("tls.loaded")
        wait_for(lambda: self.shown() == self.in_file(), "the second certificate")
        self.assertEqual(200, kept.get("/healthz").status)
        self.assertEqual(first, kept.connection.sock.getpeercert(binary_form=True))
        kept.close()
        later = self.number("werktdoord_tls_certificate_end_timestamp_seconds") - end
        self.assertAlmostEqual(60 * DAY, later, delta=60)

    def test_bad_files_keep_the_old_certificate_and_are_told(self):
        good = self.in_file()
        wait_for(lambda: self.shown() == good, "the good certificate")
        certificate, key = self.tls / "certificate.pem", self.tls / "key.pem"
        spare = self.tls / "spare"
        make_certificate(spare)
        make_certificate(spare, "ended", "ended_key", days=30, at=-31 * DAY)
        make_certificate(spare, "early", "early_key", days=30, at=DAY)
        saved = [certificate.read_bytes(), key.read_bytes()]

        def both(name):
            shutil.copy(spare / f"{name}.pem", certificate)
            shutil.copy(spare / f"{name}_key.pem", key)

        for why, spoil, reason in (
            ("another's key", lambda: shutil.copy(spare / "key.pem", key), "is not the key of"),
            ("no certificate", certificate.unlink, "cannot be read: No such file"),
            ("half a file", lambda: certificate.write_bytes(saved[0][:200]), "no certificate chain"),
            ("empty", lambda: key.write_bytes(b""), "holds no PEM private key"),
            ("ended", lambda: both("ended"), "ended at"),
            ("not yet", lambda: both("early"), "is not valid before"),
        ):
            with self.subTest(why):
                spoil()
                self.reload("tls.refused")
                line = [one for one in self.daemon.log().splitlines() if "tls.refused" in one][-1]
                self.assertIn(reason, line)
                self.assertEqual(good, self.shown())
                self.assertRegex(self.warnings()[0], "^the files of listen.tls were refused at ")
                self.assertNotIn(str(self.tls), self.warnings()[0])
                self.assertEqual(1, self.number("werktdoord_tls_reload_failed"))
                certificate.write_bytes(saved[0])
                key.write_bytes(saved[1])
        self.reload("tls.loaded")
        self.assertEqual([], self.warnings())
        self.assertEqual(0, self.number("werktdoord_tls_reload_failed"))

    def test_an_end_that_is_near_stands_in_readyz(self):
        make_certificate(self.tls, days=3)
        self.reload("tls.loaded")
        self.assertRegex(self.warnings()[0], "^the certificate of listen.tls ends at ")

    def test_nobody_notices_reloads_under_load(self):
        failures, served, stop = [], [], threading.Event()

        def visit():
            while not stop.is_set():
                visitor = TlsClient(self.setting.port)
                try:
                    served.append(visitor.call("GET", "/healthz").status)
                except OSError as failure:
                    failures.append(failure)
                visitor.close()

        visitors = [threading.Thread(target=visit) for _ in range(4)]
        for one in visitors:
            one.start()
        for _ in range(15):
            make_certificate(self.tls)
            self.reload("tls.loaded")
        stop.set()
        for one in visitors:
            one.join()
        self.assertEqual([], failures)
        self.assertEqual({200}, set(served))


class Start(TlsTest):
    """What `check` and `serve` say of files that cannot be used."""

    @classmethod
    def setUpClass(cls):
        cls.setting = Setting()
        cls.addClassCleanup(cls.setting.remove)
        cls.daemon = type("Nothing", (), {})()
        cls.prepare()
        cls.certificate, cls.key = cls.tls / "certificate.pem", cls.tls / "key.pem"
        cls.saved = [cls.certificate.read_bytes(), cls.key.read_bytes()]

    def setUp(self):
        self.certificate.write_bytes(self.saved[0])
        self.key.write_bytes(self.saved[1])
        self.key.chmod(0o600)

    def checked(self):
        done = run("check", "--config", self.setting.config)
        return done.returncode, [line for line in done.stdout.splitlines() if "/tls/" in line]

    def test_each_mistake_is_told_with_its_place_and_the_daemon_does_not_start(self):
        encrypted = openssl("pkcs8", "-topk8", "-in", self.key, "-passout", "pass:geheim").stdout
        rsa = openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048").stdout
        for spoil, reason in (
            (self.certificate.unlink, "certificate.pem cannot be read: No such file or directory"),
            (self.key.unlink, "key.pem cannot be read: No such file or directory"),
            (lambda: self.certificate.write_bytes(b""), "certificate.pem holds no PEM certificate"),
            (lambda: self.key.write_text(encrypted), "key.pem has a passphrase"),
            (lambda: self.key.write_text(rsa), "key.pem is not the key of the certificate in"),
            (lambda: make_certificate(self.tls, days=30, at=DAY),
             "certificate.pem is not valid before"),
        ):
            with self.subTest(reason):
                self.setUp()
                spoil()
                code, told = self.checked()
                self.assertEqual(1, code)
                self.assertEqual(1, len(told), told)
                self.assertRegex(told[0], r"werktdoord\.yaml:\d+:\d+: error: ")
                self.assertIn(reason, told[0])
                served = run("serve", "--config", self.setting.config)
                self.assertEqual(2, served.returncode)
                self.assertIn(reason, served.stderr)

    def test_files_that_it_may_not_read_are_named(self):
        nobody = pwd.getpwnam("nobody")

        def as_nobody():
            if os.getuid() == 0:
                os.setgid(nobody.pw_gid)
                os.setuid(nobody.pw_uid)

        for folder in (self.setting.folder, self.setting.config.parent, self.tls):
            folder.chmod(0o755)
        self.key.chmod(0)
        done = subprocess.run([BINARY, "check", "--config", str(self.setting.config)],
                              capture_output=True, text=True, timeout=PATIENCE, check=False,
                              preexec_fn=as_nobody)
        self.assertEqual(1, done.returncode)
        self.assertIn("key.pem cannot be read: Permission denied", done.stdout)

    def test_what_is_doubtful_is_a_warning(self):
        self.assertEqual((0, []), self.checked())
        self.key.chmod(0o644)
        code, told = self.checked()
        self.assertEqual(0, code)
        self.assertRegex(told[0], "warning: .*key.pem may be read by every user of this machine$")
        self.key.chmod(0o600)
        make_certificate(self.tls, days=5)
        self.key.chmod(0o600)
        self.assertRegex(self.checked()[1][0], "warning: .*certificate.pem ends at ")
        make_certificate(self.tls, days=30, at=-31 * DAY)
        self.key.chmod(0o600)
        self.assertRegex(self.checked()[1][0], "warning: .*certificate.pem ended at ")

    def test_one_that_has_ended_is_served_and_told_at_warning(self):
        make_certificate(self.tls, days=30, at=-31 * DAY)
        daemon = Daemon(self.setting)
        daemon.client = TlsClient(self.setting.port)
        self.addCleanup(daemon.end_whatever_happened)
        daemon.start()
        self.assertRegex(daemon.log(), "level=warning event=tls.loaded .*the certificate ended at ")
        self.assertEqual(0, daemon.stop())


class Handbook(unittest.TestCase):
    """The commands of docs/operations.md, as a person types them one section after the other."""

    @staticmethod
    def commands(title):
        text = (REPO / "docs" / "operations.md").read_text(encoding="utf-8")
        section = text.split(f"\n## {title}\n")[1].split("\n## ")[0]
        blocks = [block for block in section.split("\n\n") if block.startswith("    install")]
        return "\n".join(line[4:] for line in "\n".join(blocks).splitlines())

    def test_secrets_and_certificate_can_be_put_in_their_places(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "fullchain.pem").write_text("chain")
            (folder / "privkey.pem").write_text("key")
            script = f"{self.commands('Secrets')}\n{self.commands('TLS')}\numask\n"
            script = script.replace("systemctl", "true").replace(" -g werktdoord", "")
            done = subprocess.run(["sh", "-ec", script.replace("/etc/werktdoord", name + "/etc")],
                                  cwd=folder, input="geheim\n", capture_output=True, text=True,
                                  check=False, preexec_fn=lambda: os.umask(0o022))
            self.assertEqual((0, "0022\n", ""), (done.returncode, done.stdout, done.stderr))
            modes = {file.name: oct(file.stat().st_mode & 0o777)
                     for file in (folder / "etc").rglob("*")}
        self.assertEqual(("0o700", "0o750"), (modes["credentials"], modes["tls"]))
        self.assertEqual(("0o644", "0o640"), (modes["chain.pem"], modes["key.pem"]))
        self.assertEqual({"0o600"}, {modes[one] for one in
                                     ("intake", "api-team", "api-read", "answers", "smtp")})


if __name__ == "__main__":
    main()
