"""What the tests that look after the store share: load beside them, the commands, a whole store."""

import threading

from client import Client, demand, employer
from harness import PATIENCE, DaemonTest, run, wait_for


class Load:
    """Sends requests in until told to stop, on a connection of its own."""

    def __init__(self, port):
        self.client = Client(port)
        self.numbers, self.failed = [], []
        self.go_on = True
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while self.go_on:
            answer = self.client.submit(demand(employer=employer("Druk", "druk@druk.example")))
            if answer.status == 201:
                self.numbers.append(answer.json["request"])
            else:
                self.failed.append(answer)

    def stop(self):
        self.go_on = False
        self.thread.join()
        self.client.close()


class CareTest(DaemonTest):
    changes = {"notify_always": True}

    def setUp(self):
        self.client.close()  # the one of an earlier test may have been left for too long

    def care(self, command, *arguments):
        return run(command, "--config", self.setting.config, *arguments)

    def assertDone(self, done):
        self.assertEqual(0, done.returncode, done.stderr + done.stdout)
        return done

    def verify(self, *store):
        done = self.care("verify", *store)
        self.assertEqual(("", 0), (done.stdout, done.returncode), done.stderr)
        return done.stderr

    def close(self, number, **more):
        self.recorded(number, "request.closed", outcome="filled", reason="Ze zijn er.", **more)

    def nothing_waits(self):
        waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"
        # A thousand requests have two thousand mails, each of them synced.
        wait_for(lambda: self.daemon.rows(waiting)[0]["n"] == 0, "all mail has left",
                 3 * PATIENCE)
