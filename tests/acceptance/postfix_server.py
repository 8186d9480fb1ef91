"""A real Postfix with a folder, a queue and a port of its own: STARTTLS, login, mail kept to be read."""

import email
import email.policy
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile

from harness import free_port, wait_for

USER, PASSWORD = "werktdoord@mail.example", "een wachtwoord: geen 'woord'"

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.example
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks =
alias_maps =
local_recipient_maps =
smtputf8_enable = no
default_transport = virtual
virtual_mailbox_base = {folder}/mailboxes
virtual_mailbox_maps = regexp:{folder}/config/mailboxes
virtual_uid_maps = static:{owner}
virtual_gid_maps = static:{owner}
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = {folder}/config/certificate.pem
smtpd_tls_key_file = {folder}/config/key.pem
smtpd_tls_session_cache_database =
smtpd_tls_loglevel = 1
smtpd_sasl_auth_enable = yes
smtpd_sasl_local_domain = mail.example
cyrus_sasl_config_path = {folder}/config/sasl
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access regexp:{folder}/config/recipients, permit
"""

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{bare_port} inet n - n - - smtpd -o smtpd_tls_security_level=none
127.0.0.1:{tls_port} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
postlog unix-dgram n - n - 1 postlogd
"""

SASL = """pwcheck_method: auxprop
auxprop_plugin: sasldb
mech_list: PLAIN LOGIN
sasldb_path: {folder}/sasldb
"""


def as_root(*command, check=True, **more):
    """Postfix must be started by root. Without root or sudo the test fails, never passes."""
    if os.geteuid() != 0:
        command = ("sudo", "-n", *command)
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=60,
                          check=check, **more)


def certificate(path, key, host):
    """A certificate of its own making that is for this host only."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}",
         "-keyout", str(key), "-out", str(path)],
        check=True, capture_output=True)


class Postfix:
    """Made ready by the constructor, not yet started. All it ever took is in `mails`.

    `port` wants STARTTLS and then a login; `bare_port` offers neither; `tls_port` is
    encrypted from the first byte.
    """

    def __init__(self):
        for program in ("postfix", "saslpasswd2"):
            if not shutil.which(program, path="/usr/sbin:/usr/bin:/sbin:/bin"):
                raise AssertionError(f"there is no {program} here: `make deps` installs it")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="postfix-"))
        self.folder.chmod(0o755)
        self.port, self.bare_port, self.tls_port = free_port(), free_port(), free_port()
        self.config = self.folder / "config"
        self.certificate = self.config / "certificate.pem"
        self.boxes = self.folder / "mailboxes"
        self.owner = os.getuid() if os.getuid() >= 100 else 65534
        for name in ("config/sasl", "queue", "data", "mailboxes"):
            (self.folder / name).mkdir(parents=True)
        self.write("main.cf", MAIN)
        self.write("master.cf", MASTER)
        self.write("sasl/smtpd.conf", SASL)
        self.write("mailboxes", "/./ all/\n")
        self.write("recipients", "/^weigeren@/ 550 5.1.1 No such user here\n"
                                 "/^later@/ 450 4.2.0 Greylisted\n")
        certificate(self.certificate, self.config / "key.pem", "localhost")
        as_root("saslpasswd2", "-p", "-c", "-f", self.folder / "sasldb", "-u", "mail.example",
                USER.split("@", maxsplit=1)[0], input=PASSWORD)
        as_root("chown", "postfix", self.folder / "data", self.folder / "sasldb")
        as_root("chown", self.owner, self.boxes)

    def write(self, name, text):
        """Writes a file of the configuration, with what it names filled in."""
        filled = text.format(folder=self.folder, port=self.port, bare_port=self.bare_port,
                             tls_port=self.tls_port, owner=self.owner)
        (self.config / name).write_text(filled, encoding="utf-8")

    def command(self, *words, check=True):
        done = as_root("postfix", "-c", self.config, *words, check=False)
        if check and done.returncode != 0:
            raise AssertionError(f"postfix {words[0]} exits {done.returncode}: {done.stderr}"
                                 f"\n{self.log()[-4000:]}")
        return done

    def start(self):
        """Returns once it greets."""
        self.command("start")
        wait_for(self.greets, "Postfix greets")

    def greets(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                return connection.recv(100).startswith(b"220")
        except OSError:
            return False

    def stop(self):
        self.command("stop")

    def remove(self):
        """Whatever state it is in."""
        self.command("stop", check=False)
        as_root("rm", "-rf", self.folder, check=False)

    def log(self):
        done = as_root("cat", self.folder / "log", check=False)
        return done.stdout

    def mails(self):
        """All that arrived, as Python's email package reads it, by recipient."""
        found = []
        for path in sorted((self.boxes / "all" / "new").glob("*")):
            mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            found.append((str(mail["X-Original-To"]), mail))
        return found

    def of(self, address):
        return [mail for to, mail in self.mails() if to == address]

    def connections(self):
        """How many came by, the greetings of the tests among them."""
        return len(re.findall(r"smtpd\[\d+\]: connect from", self.log()))

    def clients(self):
        """What each client did before it left, as Postfix sums it up."""
        return re.findall(r"disconnect from \S+ (.*)", self.log())
