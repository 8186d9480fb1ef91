"""Makes a store of an older schema out of one of today, with all of its rows that fit."""

import pathlib
import re
import sqlite3

STORE = pathlib.Path(__file__).resolve().parents[2] / "daemon" / "store"


def tables_of(path):
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        names = [row[0] for row in store.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        return {name: [row[1] for row in store.execute(f"PRAGMA table_xinfo({name})")
                       if row[6] == 0] for name in names}
    finally:
        store.close()


def rows_of(path):
    """How many rows each table has, and the last hash of the journal."""
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        counts = {name: store.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
                  for name in tables_of(path)}
        head = store.execute("SELECT line FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return counts, head, store.execute("PRAGMA user_version").fetchone()[0]
    finally:
        store.close()


def sql_of(version):
    text = (STORE / f"schema_{version}.hpp").read_text(encoding="utf-8")
    return re.search(r'R"sql\((.*?)\)sql"', text, re.DOTALL)[1]


def newest():
    return max(int(path.stem.split("_")[1]) for path in STORE.glob("schema_*.hpp"))


def copy_of(store, target):
    """All of a store that nobody has open, with what its log holds, in one file."""
    source, copy = sqlite3.connect(store), sqlite3.connect(target)
    source.backup(copy)
    source.close()
    copy.close()


def store_of(version, today, target):
    """Writes `target`: a store of that schema with the rows of the store `today`."""
    made = sqlite3.connect(target)
    for one in range(1, version + 1):
        made.executescript(sql_of(one))
    made.commit()
    made.execute("ATTACH ? AS today", (str(today),))
    known = tables_of(today)
    for name, columns in tables_of(target).items():
        common = ", ".join(one for one in columns if one in known[name])
        made.execute(f"INSERT INTO main.{name}({common}) SELECT {common} FROM today.{name}")
    made.commit()
    marks = made.execute("PRAGMA today.application_id").fetchone()[0]
    made.execute("DETACH today")
    made.execute(f"PRAGMA application_id = {marks}")
    made.execute(f"PRAGMA user_version = {version}")
    made.execute("PRAGMA journal_mode = WAL")
    made.close()
