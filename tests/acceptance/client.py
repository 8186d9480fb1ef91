"""Talks to the daemon over HTTP: signed submissions, events, reads. Uses nothing of its code."""

import base64
import hashlib
import hmac
import http.client
import json
import time
import uuid

SECRET = "whsec_d2Vya3Rkb29yZCBkZW1vIHNlY3JldCwgbm90IHJlYWw="
TEAM_TOKEN = "demo-team-token"
READ_TOKEN = "demo-read-token"


class Answer:
    """What came back: status, headers (names in small letters) and body."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    def pointers(self):
        return sorted(error["pointer"] for error in self.json.get("errors", []))

    def __repr__(self):
        return f"{self.status} {self.body[:600]!r}"


def signature(body, webhook_id, timestamp, secret=SECRET):
    """The v1 signature of the Standard Webhooks specification."""
    encoded = secret.removeprefix("whsec_")
    key = base64.b64decode(encoded + "=" * (-len(encoded) % 4))
    content = f"{webhook_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()


def new_id():
    return "msg_" + uuid.uuid4().hex


def envelope(data):
    return {"type": "request.submitted", "timestamp": "2026-11-23T09:12:00Z", "data": data}


def demand(**changes):
    """Data of a plain demand in Tilburg, with top-level members replaced."""
    data = {
        "kind": "demand",
        "employer": {
            "name": "Zorghuis De Linde",
            "kvkNumber": "90003001",
            "size": 120,
            "contact": {
                "name": "Marga van Iersel",
                "email": "personeel@delinde.example",
                "phone": "+31 10 000 0101",
            },
        },
        "sites": [{"postcode": "5038 AB", "municipality": "Tilburg"}],
        "sector": "86.10",
        "occupation": "verpleegkundige",
        "headcount": 4,
        "hoursPerWeek": 32,
        "themes": ["collegiale-in-en-uitleen"],
        "urgency": "normal",
        "description": "Vier verpleegkundigen voor de nieuwe afdeling.",
        "consentToIntroduce": True,
    }
    data.update(changes)
    return {name: value for name, value in data.items() if value is not None}


def employer(name, email, kvk=None, **more):
    found = {"name": name, "contact": {"name": f"Contact {name}", "email": email}, **more}
    if kvk:
        found["kvkNumber"] = kvk
    return found


class Client:
    """One kept connection; not for several threads at once."""

    def __init__(self, port, timeout=30):
        self.port = port
        self.timeout = timeout
        self.connection = None

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    def call(self, method, path, body=None, headers=None):
        """One request. A kept connection that the daemon closed meanwhile is opened anew."""
        if self.connection is None:
            self.connection = self.connect()
        try:
            self.connection.request(method, path, body=body, headers=headers or {})
            response = self.connection.getresponse()
            answer = Answer(response.status, response.getheaders(), response.read())
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        if answer.headers.get("connection", "").lower() == "close":
            self.close()
        return answer

    def post_signed(self, body, webhook_id=None, content_type="application/json", **overrides):
        """Posts bytes to the intake. Overrides: timestamp, signature, secret, headers to drop."""
        webhook_id = webhook_id or new_id()
        timestamp = str(overrides.get("timestamp", int(time.time())))
        signed = overrides.get("signature") or signature(
            body, webhook_id, timestamp, overrides.get("secret", SECRET)
        )
        headers = {
            "content-type": content_type,
            "webhook-id": webhook_id,
            "webhook-timestamp": timestamp,
            "webhook-signature": signed,
        }
        for name in overrides.get("without", ()):
            del headers[name]
        return self.call("POST", "/v1/intake", body, headers)

    def submit(self, data, webhook_id=None):
        body = json.dumps(envelope(data), ensure_ascii=False).encode()
        return self.post_signed(body, webhook_id)

    def get(self, path, token=READ_TOKEN):
        headers = {"authorization": f"Bearer {token}"} if token else {}
        return self.call("GET", path, headers=headers)

    def event(self, number, event, by, token=TEAM_TOKEN, key=None, **members):
        """Records an event; `with` and `from` are written with_ and from_."""
        body = {"event": event, "by": by}
        body.update({name.rstrip("_"): value for name, value in members.items()})
        return self.post_event(number, json.dumps(body).encode(), token, key)

    def post_event(self, number, body, token=TEAM_TOKEN, key=None, content_type="application/json"):
        headers = {"content-type": content_type}
        if token:
            headers["authorization"] = f"Bearer {token}"
        if key:
            headers["idempotency-key"] = key
        return self.call("POST", f"/v1/requests/{number}/events", body, headers)
