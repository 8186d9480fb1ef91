"""Reads .eml files back with Python's email package, as a recipient's program would.

Usage: mail_reads_back.py FILE_OR_FOLDER...
Prints one line a problem and exits 1; without problems it prints how many mails it read.
"""

import email
import email.policy
import email.utils
import pathlib
import sys
import unicodedata

ONCE = [
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress",
    "MIME-Version", "Content-Type",
]
KNOWN = {name.lower() for name in ONCE + ["In-Reply-To", "References"]}


def harmful(text):
    """Control characters and marks that turn the direction of writing."""
    for char in text:
        if char not in "\n\t" and unicodedata.category(char) == "Cc":
            return True
        if char in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
            return True
    return False


def header_problems(mail):
    for name in ONCE:
        if len(mail.get_all(name, [])) != 1:
            yield f"{name} stands {len(mail.get_all(name, []))} times"
    for name, value in mail.items():
        if name.lower() not in KNOWN:
            yield f"unexpected header {name}"
        if harmful(value) or "\n" in value:
            yield f"{name} holds a harmful character"
    for name in ("From", "To"):
        addresses = mail[name].addresses if mail[name] else ()
        if len(addresses) != 1 or not addresses[0].username or not addresses[0].domain:
            yield f"{name} is not exactly one address"
    if not str(mail["Subject"] or "").strip():
        yield "the subject is empty"
    if not mail["Date"] or email.utils.parsedate_to_datetime(str(mail["Date"])).tzinfo is None:
        yield "Date does not read"
    if str(mail["Auto-Submitted"]) != "auto-generated":
        yield "Auto-Submitted is not auto-generated"
    if mail["In-Reply-To"] and str(mail["In-Reply-To"]) != str(mail["References"]):
        yield "In-Reply-To and References differ"


def part_problems(mail):
    if mail.get_content_type() != "multipart/alternative":
        yield f"it is {mail.get_content_type()}"
        return
    parts = list(mail.iter_parts())
    if [part.get_content_type() for part in parts] != ["text/plain", "text/html"]:
        yield "its parts are not text/plain and text/html"
        return
    for part in parts:
        kind = part.get_content_type()
        if part.get_content_charset() != "utf-8":
            yield f"{kind} is not UTF-8"
        if str(part["Content-Transfer-Encoding"]) != "quoted-printable":
            yield f"{kind} is not quoted-printable"
        text = part.get_content().replace("\r\n", "\n")
        if not text.strip():
            yield f"{kind} is empty"
        if harmful(text) or "\ufffd" in text:
            yield f"{kind} holds a harmful character"
        if "{{" in text:
            yield f"{kind} holds an unfilled value"


def problems(path):
    raw = path.read_bytes()
    if raw.replace(b"\r\n", b"").count(b"\n") or raw.replace(b"\r\n", b"").count(b"\r"):
        yield "a line does not end in CR LF"
    if any(byte > 126 for byte in raw):
        yield "it is not ASCII on the wire"
    if max(map(len, raw.split(b"\r\n"))) > 998:
        yield "a line is longer than 998 characters"
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    for part in mail.walk():
        for defect in part.defects:
            yield f"{part.get_content_type()}: {type(defect).__name__}"
    yield from header_problems(mail)
    yield from part_problems(mail)


def files(arguments):
    for argument in map(pathlib.Path, arguments):
        yield from sorted(argument.glob("*.eml")) if argument.is_dir() else [argument]


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    found = 0
    read = 0
    seen = {}
    for path in files(arguments):
        read += 1
        for problem in problems(path):
            found += 1
            print(f"{path}: {problem}")
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        twin = seen.setdefault(str(mail["Message-ID"]), path)
        if twin != path:
            found += 1
            print(f"{path}: has the Message-ID of {twin}")
    if read == 0:
        sys.exit("no mail found")
    print(f"{read} mails read, {found} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
