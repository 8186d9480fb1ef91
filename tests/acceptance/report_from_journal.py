"""Every figure of `werktdoord report --format json`, from lines of `werktdoord journal` alone.

Written from docs/report.md and docs/events.md, not from the program. By hand:
    werktdoord journal --config FILE | python3 report_from_journal.py FROM UNTIL AS_OF [ZONE]
"""

import datetime
import json
import math
import sys
import zoneinfo

from report_masks import MASKED_BELOW, Figure, masked, masked_outcomes

HOPS = {"take_up": "team", "assess": "team", "decide": "team", "follow_up": "team",
        "forward": "contact", "feedback": "contact", "report_back": "contact",
        "wsp_response": "wsp"}
KINDS = ("demand", "offer")


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


class Request:
    """What the lines of one request say of it."""

    def __init__(self, line):
        self.registered = instant(line["at"])
        self.kind = line["kind"]
        self.proposed, self.referrals, self.introductions, self.clocks = [], [], [], []
        self.outcome, self.told_placed = "open", None
        self.cause = None  # the last event that clocks run on: its line, when it happened
        self.take_counted(line)

    def take_counted(self, line):
        if "headcount" in line:
            self.headcount = line["headcount"]
            self.sector = line.get("sector", "")
            self.themes = line.get("themes", [])

    def last_referral(self, region):
        return [each for each in self.referrals if each["region"] == region][-1]

    def regions(self):
        return sorted({each["region"] for each in self.referrals} or set(self.proposed))

    def filled(self):
        return sum(each["filled"] for each in self.referrals + self.introductions)

    def placed(self):
        return self.filled() if self.told_placed is None else self.told_placed

    def answers(self):
        return [{"region": each["region"], "heard": answer["heard"]}
                for each in self.referrals for answer in each["answers"]]

    def when(self, line):
        """What follows from an event happened when that did."""
        if self.cause and self.cause[0] == line["at"]:
            return self.cause[1]
        return instant(line["at"])

    def take(self, line):
        event = line["event"]
        if event == "request.deciding":
            self.cause = (line["at"], self.when(line))
        elif event.startswith(("request.", "referral.")):
            self.cause = (line["at"], instant(line.get("happenedAt", line["at"])))
        handler = getattr(self, "on_" + event.replace(".", "_"), None)
        if handler:
            handler(line)

    def on_request_amended(self, line):
        self.take_counted(line)

    def on_request_routed(self, line):
        self.proposed = line["regions"]

    def on_request_unroutable(self, _):
        self.proposed = []

    def on_referral_sent(self, line):
        self.referrals.append({"region": line["region"], "filled": 0, "answers": []})

    def on_referral_feedback(self, line):
        if "filled" in line:
            self.last_referral(line["region"])["filled"] = line["filled"]

    on_referral_reported_back = on_referral_feedback

    def on_referral_wsp_responded(self, line):
        answer = {"wsp": line["wsp"], "heard": None}
        self.last_referral(line["region"])["answers"].append(answer)

    def on_referral_heard_back(self, line):
        answers = [each for referral in self.referrals if referral["region"] == line["region"]
                   for each in referral["answers"]]
        [each for each in answers if each["wsp"] == line["wsp"]][-1]["heard"] = line["heard"]

    def on_request_introduced(self, line):
        self.introductions.append({"with": line["with"], "open": True, "filled": 0})

    def on_request_followed_up(self, line):
        named = [each for each in self.introductions
                 if each["with"] == line.get("with", each["with"])]
        still_open = [each for each in named if each["open"]]
        for each in still_open:
            each["open"] = False
        for each in (still_open or named[-1:])[:1]:
            each["filled"] = line.get("filled", 0)
        if self.told_placed is not None:
            self.told_placed = max(self.told_placed, self.filled())

    def on_request_closed(self, line):
        self.outcome = line["outcome"]
        self.told_placed = line.get("filled", self.filled())
        for each in self.introductions:
            each["open"] = False

    def on_request_reopened(self, _):
        self.outcome, self.told_placed = "open", None

    def clock(self, line):
        same = [each for each in self.clocks if each["end"] is None and each["clock"] ==
                line["clock"] and each["region"] == line.get("region")
                and each["wsp"] == line.get("wsp")]
        return same[-1]

    def on_clock_started(self, line):
        self.clocks.append({"clock": line["clock"], "region": line.get("region"),
                            "wsp": line.get("wsp"), "start": instant(line["start"]),
                            "due": instant(line["due"]), "missed": False, "end": None,
                            "met": False})

    def on_clock_moved(self, line):
        self.clock(line)["due"] = instant(line["due"])

    def on_clock_missed(self, line):
        self.clock(line)["missed"] = True

    def on_clock_met(self, line):
        clock = self.clock(line)
        clock["end"], clock["met"] = self.when(line), True

    def on_clock_cancelled(self, line):
        self.clock(line)["end"] = self.when(line)


def read(lines):
    """The requests by their number, and the instants of rejected submissions."""
    requests, rejected = {}, []
    for text in lines:
        line = json.loads(text)
        if line["event"] == "request.rejected":
            rejected.append(instant(line["at"]))
        elif line["event"] == "request.registered":
            requests[line["request"]] = Request(line)
        elif "request" in line:
            requests[line["request"]].take(line)
    return list(requests.values()), rejected


# Sums

def week_of(day):
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def division(sector):
    digits = sector.replace(".", "")[:2]
    return digits if len(digits) == 2 and digits.isascii() and digits.isdigit() else "unknown"


def sums(requests, keys_of, name):
    found = {}
    for request in requests:
        for key in keys_of(request):
            found.setdefault((key, request.kind), []).append(request)
    return [{name: key, "kind": kind, "requests": Figure(len(of)),
             "people": Figure(sum(each.headcount for each in of)),
             "placed": Figure(sum(each.placed() for each in of))}
            for (key, kind), of in sorted(found.items())]


def outcomes(requests, regions_of):
    found = {}
    for request in requests:
        for region in regions_of(request):
            found.setdefault((region, request.kind, request.outcome), []).append(request)
    return [{"region": region, "kind": kind, "outcome": outcome, "requests": Figure(len(of)),
             "placed": Figure(sum(each.placed() for each in of))}
            for (region, kind, outcome), of in sorted(found.items())]


def step(seconds):
    """As docs/report.md says: up to the minute below 1024 of them, above that to ten bits."""
    minutes = min(math.ceil(seconds / 60), 2 ** 30)
    shift = max(minutes.bit_length() - 10, 0)
    return (-(-minutes >> shift) << shift) * 60


def percentile(times, percent):
    if not times:
        return None
    rank = max(math.ceil(len(times) * percent / 100), 1)
    return min(step(sorted(times)[rank - 1]), max(times))


def times_of(clocks, as_of):
    judged, in_time, never, overdue, cancelled, open_ages = [], 0, 0, 0, 0, []
    for clock in clocks:
        end = clock["end"] or as_of
        took = max(math.floor((end - clock["start"]).total_seconds()), 0)
        if clock["end"] is None:
            open_ages.append(took)
            if clock["missed"] or clock["due"] <= as_of:
                overdue += 1
                judged.append(took)
        elif clock["met"]:
            judged.append(took)
            in_time += end <= clock["due"]
        elif end > clock["due"]:
            never += 1
            judged.append(took)
        else:
            cancelled += 1
    count = len(judged)
    share = (in_time * 1000 + count // 2) // count / 1000 if count else None
    return {"count": count, "inTime": in_time, "late": count - in_time, "shareInTime": share,
            "p50Seconds": percentile(judged, 50), "p90Seconds": percentile(judged, 90),
            "maxSeconds": max(judged, default=None), "never": never, "open": len(open_ages),
            "overdue": overdue, "longestOpenSeconds": max(open_ages, default=None),
            "cancelled": cancelled}


def times_by(clocks, as_of, key_of, names_of):
    found = {}
    for clock in clocks:
        key = key_of(clock)
        if key is not None:
            found.setdefault(key, []).append(clock)
    return [{**names_of(key), **times_of(of, as_of)} for key, of in sorted(found.items())]


def response_times(clocks, as_of):
    hop_order = ["team", "contact", "wsp"]

    def by_both(clock):
        return clock["region"] and (clock["region"], clock["clock"])
    return {
        "all": [times_of(clocks, as_of)],
        "byHop": times_by(clocks, as_of, lambda clock: hop_order.index(HOPS[clock["clock"]]),
                          lambda hop: {"hop": hop_order[hop]}),
        "byClock": times_by(clocks, as_of, lambda clock: clock["clock"],
                            lambda name: {"clock": name, "hop": HOPS[name]}),
        "byRegion": times_by(clocks, as_of, lambda clock: clock["region"],
                             lambda region: {"region": region}),
        "byRegionAndClock": times_by(
            clocks, as_of, by_both,
            lambda key: {"region": key[0], "clock": key[1], "hop": HOPS[key[1]]}),
    }


def heard_back(answers):
    def row(of):
        return {"answers": len(of), "heard": sum(each["heard"] is True for each in of),
                "notHeard": sum(each["heard"] is False for each in of)}
    regions = sorted({each["region"] for each in answers})
    return {"all": [row(answers)],
            "byRegion": [{"region": region,
                          **row([each for each in answers if each["region"] == region])}
                         for region in regions]}


def without(rows, *names):
    return [{name: value for name, value in row.items() if name not in names} for row in rows]


def told(value):
    if isinstance(value, Figure):
        return value.value if value.shown is None else value.shown
    if isinstance(value, dict):
        return {name: told(each) for name, each in value.items()}
    if isinstance(value, list):
        return [told(each) for each in value]
    return value


def report(lines, first, last, as_of, zone_name="Europe/Amsterdam"):
    """`first`, `last`: local days, both inclusive; `as_of`: as the report says it."""
    zone = zoneinfo.ZoneInfo(zone_name)

    def within(at):
        return first <= at.astimezone(zone).date() <= last
    requests, rejected = read(lines)
    requests = [each for each in requests if within(each.registered)]
    clocks = [clock for each in requests for clock in each.clocks]
    now = instant(as_of)
    regions = masked(sums(requests, lambda each: each.regions(), "region"))
    times = response_times(clocks, now)
    whole = times["all"][0]
    return told({
        "from": first.isoformat(), "until": last.isoformat(), "timeZone": zone_name,
        "asOf": as_of, "maskedBelow": MASKED_BELOW,
        "received": {"requests": len(requests), "rejected": sum(map(within, rejected))},
        "promises": {"count": whole["count"], "kept": whole["inTime"],
                     "share": whole["shareInTime"]},
        "volumes": {
            "all": without(sums(requests, lambda _: [""], "all"), "all"),
            "byWeek": sums(requests, lambda each: [week_of(each.registered.astimezone(zone))],
                           "week"),
            "bySector": masked(sums(requests, lambda each: [division(each.sector)], "sector")),
            "byTheme": masked(sums(requests, lambda each: each.themes, "theme")),
            "byRegion": regions,
        },
        "outcomes": {
            "all": without(outcomes(requests, lambda _: [""]), "region"),
            "byRegion": masked_outcomes(outcomes(requests, lambda each: each.regions()), regions),
        },
        "responseTimes": times,
        "heardBack": heard_back([answer for each in requests for answer in each.answers()]),
    })


def main():
    first, last, as_of, *zone = sys.argv[1:]
    print(json.dumps(report(sys.stdin, datetime.date.fromisoformat(first),
                            datetime.date.fromisoformat(last), as_of, *zone), indent=1))


if __name__ == "__main__":
    main()
