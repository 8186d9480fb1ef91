// Signs each line of standard input, a JSON object {"secret", "id", "timestamp", "body"}, with the
// reference library, and prints the value of webhook-signature for each.
import { createInterface } from "node:readline";
import { Webhook } from "standardwebhooks";

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, id, timestamp, body } = JSON.parse(line);
  console.log(new Webhook(secret).sign(id, new Date(timestamp * 1000), body));
}
