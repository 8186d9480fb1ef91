#!/usr/bin/env python3
"""Writes rules/reference/*.csv from the open data described in docs/data-sources.md.

Usage: tools/make_reference.py DATA_FOLDER [OUTPUT_FOLDER]

Same input, same output, byte for byte. Ends with an error, and writes nothing, when the
data contradict each other (a postcode without a known municipality, a successor that does
not exist, and so on).
"""

import csv
import io
import sys
import unicodedata
from pathlib import Path

# Written by a register's own remark on the row; see the second check in docs/data-sources.md.
SOURCE_ERROR = "waarschijnlijk bronfout"

# Names that employers and other registers use and that no source lists as a former name. Capitals
# and accents do not count when the daemon compares names, so they need no entry.
ALTERNATIVE_NAMES = {
    "Den Haag": "GM0518",
    "Gravenhage": "GM0518",
    "\u2019s-Gravenhage": "GM0518",
    "s-Gravenhage": "GM0518",
    "The Hague": "GM0518",
    "Den Bosch": "GM0796",
    "Hertogenbosch": "GM0796",
    "\u2019s-Hertogenbosch": "GM0796",
    "s-Hertogenbosch": "GM0796",
    "Bergen L": "GM0893",
    "Bergen Limburg": "GM0893",
    "Bergen NH": "GM0373",
    "Bergen Noord-Holland": "GM0373",
    "Alphen a/d Rijn": "GM0484",
    "Alphen aan de Rijn": "GM0484",
    "Capelle a/d IJssel": "GM0502",
    "Capelle aan de IJssel": "GM0502",
    "Krimpen a/d IJssel": "GM0542",
    "Krimpen aan de IJssel": "GM0542",
    "Friese Meren": "GM1940",
    "Fryske Marren": "GM1940",
    "Súdwest Fryslân": "GM1900",
    "Zuidwest-Friesland": "GM1900",
    "Noardeast Fryslân": "GM1970",
    "Tietjerksteradeel": "GM0737",
    "Dantumadeel": "GM1891",
    "Nuenen": "GM0820",
    "Nuenen c.a.": "GM0820",
    "Nuenen CA": "GM0820",
    "Nuenen Gerwen en Nederwetten": "GM0820",
    "Pijnacker Nootdorp": "GM1926",
    "Valkenburg a/d Geul": "GM0994",
}


def fail(text):
    sys.exit(f"make_reference: {text}")


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def region_key(name):
    """The region's name in lower case ASCII, every other character a hyphen."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = "".join(c if c.isalnum() else " " for c in plain.lower()).split()
    return "-".join(words)


def plain_share(text):
    return text if text not in ("", "1.0") else "1"


def municipalities(folder):
    table = [
        (row["gm_code"], row["gemeente"], region_key(row["arbeidsmarktregio"]), row["provincie"])
        for row in rows(folder, "gemeente-arbeidsmarktregio-2026.csv")
    ]
    if len({row[0] for row in table}) != len(table):
        fail("a municipality code occurs twice")
    return sorted(table)


def postcodes(folder, codes):
    table = {row["pc4"]: row["gm_code"] for row in rows(folder, "pc4-gemeente-2026.csv")}
    for row in rows(folder, "pc4-postbus-afgeleid.csv"):
        table.setdefault(row["pc4"], row["gm_code"])
    for pc4, code in table.items():
        if code not in codes:
            fail(f"postcode {pc4} lies in {code}, which is no municipality")
    return sorted(table.items())


def split_postcodes(folder, codes):
    kept = {}
    for row in rows(folder, "pc4-gesplitst-2026.csv"):
        if row["opmerking"].startswith(SOURCE_ERROR):
            continue
        if row["gm_code"] not in codes:
            fail(f"split postcode {row['pc4']} names {row['gm_code']}, which is no municipality")
        share = (row["pc4"], row["gm_code"], plain_share(row["aandeel_pc6"]))
        kept.setdefault(row["pc4"], []).append(share)
    table = [row for shares in kept.values() if len(shares) > 1 for row in shares]
    return sorted(table, key=lambda row: (row[0], -float(row[2]), row[1]))


def former_municipalities(folder, codes, current_names):
    table = set()
    for row in rows(folder, "gemeente-historie.csv"):
        if row["oude_gm_code"] == row["opvolger_gm_code"]:
            continue  # only a bracketed suffix was added
        share = plain_share(row["aandeel_pc4"])
        table.add((row["oude_naam"], row["opvolger_gm_code"], share))
    for name, code in ALTERNATIVE_NAMES.items():
        table.add((name, code, "1"))
    for name, code, _ in table:
        if code not in codes:
            fail(f"{name} became {code}, which is no municipality")
        if name.lower() in current_names:
            fail(f"{name} is also the name of a municipality of today")
    return sorted(table, key=lambda row: (row[0], -float(row[2]), row[1]))


def coordinates(folder):
    table = [(row["pc4"], row["lat"], row["lon"]) for row in rows(folder, "pc4-coordinaten.csv")]
    for pc4, lat, lon in table:
        if not (50.7 < float(lat) < 53.6 and 3.3 < float(lon) < 7.3):
            fail(f"postcode {pc4} lies outside the Netherlands")
    return sorted(table)


def text_of(header, table):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(table)
    return out.getvalue()


def main(arguments):
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    folder = Path(arguments[0])
    default = Path(__file__).resolve().parent.parent / "rules" / "reference"
    target = Path(arguments[1]) if len(arguments) == 2 else default

    known = municipalities(folder)
    codes = {row[0] for row in known}
    current = {row[1].lower() for row in known}
    texts = {
        "municipalities.csv": text_of(["code", "name", "region", "province"], known),
        "postcodes.csv": text_of(["pc4", "municipality"], postcodes(folder, codes)),
        "split_postcodes.csv": text_of(
            ["pc4", "municipality", "share"], split_postcodes(folder, codes)
        ),
        "former_municipalities.csv": text_of(
            ["name", "successor", "share"], former_municipalities(folder, codes, current)
        ),
        "coordinates.csv": text_of(["pc4", "latitude", "longitude"], coordinates(folder)),
    }
    target.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {text.count(chr(10)) - 1} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
