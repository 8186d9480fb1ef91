"""Which figures of a report are masked, written from docs/report.md and not from the program."""

MASKED_BELOW = 5


class Figure:
    def __init__(self, value):
        self.value, self.shown = value, None

    def mask(self):
        if self.shown is None and self.value > 0:
            self.shown = f"<{MASKED_BELOW}" if self.value < MASKED_BELOW else "hidden"


def tells(line):
    """Whether the sum of the line tells what is masked in it."""
    masked = [each for each in line if each.shown]
    hidden = [each.value for each in masked if each.shown == "hidden"]
    few, total = len(masked) - len(hidden), sum(each.value for each in masked)
    if len(masked) < 2:
        return bool(masked)
    if not few and min(hidden) < MASKED_BELOW:
        return False
    return (total < MASKED_BELOW or total == few + MASKED_BELOW * len(hidden)
            or (not hidden and total == (MASKED_BELOW - 1) * few))


def mask_line(line):
    """True when something changed."""
    before = [each.shown for each in line]
    for each in line:
        if 0 < each.value < MASKED_BELOW:
            each.mask()
    while tells(line):
        many = sum(1 for each in line if each.shown) > 1
        plain = [each for each in line if each.shown is None]
        plain = [each for each in plain if each.value] or plain
        if not plain or (many and not any(each.value for each in plain)):
            if many:
                for each in line:
                    each.shown = each.shown and "hidden"
            break
        min(plain, key=lambda each: each.value).shown = "hidden"
    return before != [each.shown for each in line]


def mask_lines(lines):
    while any([mask_line(line) for line in lines]):
        pass


def lines_by(rows, figure, *key_functions):
    lines = {}
    for row in rows:
        for at, key in enumerate(key_functions):
            lines.setdefault((at, key(row)), []).append(row[figure])
    return [line for _, line in sorted(lines.items(), key=lambda item: item[0])]


def mask_with_requests(rows, figures):
    for row in rows:
        for figure in figures:
            if row["requests"].shown:
                row[figure].mask()


def masked(rows):
    def kind(row):
        return row["kind"]
    mask_lines(lines_by(rows, "requests", kind))
    mask_with_requests(rows, ("people", "placed"))
    mask_lines(lines_by(rows, "people", kind))
    mask_lines(lines_by(rows, "placed", kind))
    return rows


def masked_outcomes(rows, regions):
    hidden = {(row["region"], row["kind"]) for row in regions if row["requests"].shown}
    for row in rows:
        if (row["region"], row["kind"]) in hidden:
            row["requests"].mask()

    def along(row):
        return row["region"], row["kind"]

    def across(row):
        return row["outcome"], row["kind"]
    mask_lines(lines_by(rows, "requests", along, across))
    mask_with_requests(rows, ("placed",))
    mask_lines(lines_by(rows, "placed", along, across))
    return rows
