// Does in headless Chromium what browser_client.py asks: one JSON command a line in, one answer out.
// Pages are read without JavaScript; only axe-core runs, on a copy of the page in a context apart.
import fs from "node:fs";
import { createRequire } from "node:module";
import readline from "node:readline";
import { chromium } from "playwright-core";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const pictures = process.env.WERKTDOORD_PICTURES;
const wide = { width: 1024, height: 768 };

const browser = await chromium.launch({
  executablePath: process.env.WERKTDOORD_CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update"],
});
const reader = await browser.newContext({ javaScriptEnabled: false, viewport: wide, locale: "nl-NL" });
reader.setDefaultTimeout(10000);
const page = await reader.newPage();
let seen = { console: [], asked: [] };
let last = null;

page.on("console", (message) => {
  // That the page itself is a 404 or 410 is told by its status already.
  if (message.text().startsWith("Failed to load resource") && message.location().url === page.url())
    return;
  if (["error", "warning"].includes(message.type())) seen.console.push(message.text());
});
page.on("pageerror", (error) => seen.console.push(String(error)));
page.on("request", (request) => seen.asked.push(request.url()));
page.on("response", (response) => {
  if (response.request().isNavigationRequest()) last = response;
});

async function told() {
  const found = {
    url: page.url(),
    title: await page.title(),
    text: await page.innerText("body"),
    status: last ? last.status() : 0,
    headers: last ? last.headers() : {},
    console: seen.console,
    asked: seen.asked,
  };
  seen = { console: [], asked: [] };
  return found;
}

async function leaving(action) {
  await Promise.all([page.waitForEvent("load"), action()]);
  return told();
}

const section = (name) => page.getByRole("region", { name, exact: true });
const field = (command) => section(command.section).getByLabel(command.label, { exact: true });

// Where a copy of the page is judged: axe-core may run here.
const court = await browser.newContext({ viewport: wide, bypassCSP: true });
await court.addInitScript({ content: axe });
const copy = await court.newPage();
let html = "";
await copy.route((url) => !url.pathname.endsWith(".css"), (route) =>
  route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));

async function violations(runOnly) {
  const result = await copy.evaluate((options) => window.axe.run(document, options),
    { runOnly, resultTypes: ["violations"] });
  return result.violations.map((one) => `${one.id}: ${one.help}: ` +
    one.nodes.map((node) => node.target.join(" ")).join(", "));
}

// What does not fit a narrow window, by the selector of what sticks out.
async function overflow(width, fontSize) {
  await copy.setViewportSize({ width, height: 640 });
  return copy.evaluate((size) => {
    const root = document.documentElement;
    root.style.fontSize = size;
    const found = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} wide`] : [];
    for (const one of document.querySelectorAll("body *"))
      if (found.length && one.getBoundingClientRect().right > root.clientWidth + 1)
        found.push(one.tagName + (one.id ? "#" + one.id : ""));
    root.style.fontSize = "";
    return found;
  }, fontSize);
}

async function audit({ name }) {
  html = await page.content();
  await copy.setViewportSize(wide);
  await copy.goto(page.url().startsWith("http") ? page.url() : "http://mail.example/");
  const problems = [];
  for (const colorScheme of ["light", "dark"]) {
    await copy.emulateMedia({ colorScheme });
    const only = colorScheme === "light" ? { type: "tag", values: rules }
      : { type: "rule", values: ["color-contrast"] };
    for (const one of await violations(only)) problems.push(`${name}, ${colorScheme}: ${one}`);
    if (pictures) await picture(`${name}-${colorScheme}`);
  }
  for (const [width, size, what] of [[320, "", "320 px"], [640, "200%", "text at 200 %"]])
    for (const one of await overflow(width, size)) problems.push(`${name}, ${what}: ${one}`);
  return problems;
}

async function picture(name) {
  for (const width of [375, 1024]) {
    await copy.setViewportSize({ width, height: 640 });
    await copy.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
  await copy.setViewportSize(wide);
}

const controls = "a, button, input:not([type=hidden]), select, textarea";
const called = `(one) => one.id || one.getAttribute("href") || one.textContent.trim()`;

// What the Tab key leads to next, and whether a person sees that; null at the end of the page.
async function tab() {
  await page.keyboard.press("Tab");
  return page.evaluate((name) => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    // Of a high field its first lines: the browser scrolls to where one types.
    const shown = box.width > 0 && box.top >= 0 && box.top + Math.min(box.height, 48) <= innerHeight;
    return { name: eval(name)(one), seen: ring && shown };
  }, called);
}

// All that can be used, in the order of the page, and what Tab leads to. Of radio buttons the first.
async function walk() {
  const all = await page.evaluate(([selector, name]) =>
    Array.from(document.querySelectorAll(selector))
      .filter((one) => one.type !== "radio" || one === one.form.elements[one.name][0])
      .map(eval(name)), [controls, called]);
  const stops = [];
  for (let stop = await tab(); stop && stops.length <= all.length; stop = await tab())
    // A date has a stop for each of its parts.
    if (stops.length === 0 || stops[stops.length - 1].name !== stop.name) stops.push(stop);
  return { all, stops };
}

async function tabTo(name) {
  for (let stop = await tab(); stop; stop = await tab())
    if (stop.name === name) return stop.seen;
  throw new Error(`Tab does not lead to ${name}`);
}

async function type(keys) {
  for (const key of keys)
    await (key.startsWith("text:") ? page.keyboard.type(key.slice(5)) : page.keyboard.press(key));
}

const commands = {
  open: ({ url }) => leaving(() => page.goto(url)),
  click: ({ name, index }) => leaving(() =>
    page.getByRole("link", { name, exact: true }).nth(index || 0).click()),
  press: (command) => leaving(() =>
    section(command.section).getByRole("button", { name: command.button, exact: true }).click()),
  again: () => leaving(() => page.reload()),
  fill: async (command) => field(command).fill(command.value),
  choose: async (command) => field(command).check(),
  unchoose: async (command) => field(command).uncheck(),
  select: async (command) => field(command).selectOption({ label: command.value }),
  value: async (command) => field(command).inputValue(),
  tab: ({ to }) => tabTo(to),
  type: ({ keys }) => type(keys),
  send: ({ keys }) => leaving(() => type(keys)),
  audit,
  walk,
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  let answer;
  try {
    answer = { done: await commands[command.do](command) ?? null };
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
await browser.close();
