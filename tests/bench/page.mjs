// What a visit costs, beside a page made by hand and the two best-known open peers: `cargo xtask bench browser`.
// Prints a table, and fails when a budget (tests/budget.json) is broken.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { serveStatic } from "./by-hand.mjs";
import { HAND_WAY, NAMED_WAY, PROFILE_WAY, QUICK_WAY, walkAlong } from "./first-answer.mjs";
import { largeSession, openLarge } from "./large.mjs";
import { firstVisit, plumblineIsUseful, staticIsUseful } from "./visit.mjs";

const APP = process.env.PLUMBLINE_URL ?? "http://localhost:8090/";
const EXECUTABLE = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const BUDGET = JSON.parse(readFileSync(new URL("../budget.json", import.meta.url), "utf8"));
/** Quoted, not measured here: what the issue that set these goals says of its two peers, and of its own page of ten questions. */
const QUOTED = {
  bytes: ["1 KB", "472 KB", "473 KB"],
  requests: ["1 / 0", "16 / 3", "42 / 3"],
  paint: ["0.46 s", "3.8 s", "0.58 s"],
  blocking: ["0 ms", "393 ms", "425 ms"],
  lighthouse: ["100 100 100 100", "59 91 96 90", "82 79 96 82"],
  axe: ["0", "4–5", "4–6"],
};
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const MEMORY_ANSWERS = 1000;
const RUNS = Number(process.env.RUNS ?? 3);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Several visits, each the first in a fresh context; of times the median. */
async function visits(browser, url, isUseful) {
  const all = [];
  for (let run = 0; run < RUNS; run += 1) all.push(await firstVisit(browser, url, isUseful));
  const [first] = all;
  return { ...first, firstPaint: median(all.map((one) => one.firstPaint)), blocking: median(all.map((one) => one.blocking)), usefulAt: median(all.map((one) => one.useful.at)) };
}

/** Lighthouse with its own settings for mobile, which it makes up for by calculation: the median of several runs. */
async function scores(url) {
  const { default: lighthouse } = await import("lighthouse");
  const port = 9300 + (process.pid % 500);
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: [...FLAGS, `--remote-debugging-port=${port}`] });
  const all = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "silent", onlyCategories: CATEGORIES });
    all.push(lhr);
  }
  await browser.close();
  const failed = new Set(all.flatMap((lhr) => CATEGORIES.slice(1).flatMap((name) => lhr.categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id))));
  return { scores: CATEGORIES.map((name) => Math.round(100 * median(all.map((lhr) => lhr.categories[name].score)))), failed: [...failed] };
}

/** The rules of WCAG that pages break: of a page made by hand that one, of the app all that its routes name, with an example open. */
async function brokenRules(browser, addresses, prepare) {
  const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const broken = new Map();
  for (const address of (await prepare?.(page)) ?? addresses) {
    await page.goto(address);
    await page.locator("h1").first().waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
    for (const { id } of violations) broken.set(id, address);
  }
  await context.close();
  return broken;
}

/** All pages of the app, with a large session open. */
async function allPages(page) {
  await openLarge(page, APP, largeSession());
  const here = page.url().replace(/results$/, "");
  const routes = readFileSync(new URL("../../src/ui/shell/app.rs", import.meta.url), "utf8").split('path!("/s/:slot")')[1];
  const paths = [...routes.matchAll(/path!\("([^"]*)"\)/g)].map(([, path]) => path.replace(":practice", "hardening.vulnerability.patching")).filter((path) => !path.includes(":"));
  return [APP, `${APP}about`, `${APP}notices`, ...paths.map((path) => here + path)];
}

/** How much the memory grows over many answers, after the first hundred of them, which fill what is filled once. */
async function memory(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await openLarge(page, APP, largeSession());
  await page.goto(page.url().replace(/results$/, "full/hardening.vulnerability.patching"));
  await page.locator(".indicator").first().waitFor();
  const client = await context.newCDPSession(page);
  const used = async () => {
    for (let time = 0; time < 3; time += 1) await client.send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await client.send("Runtime.getHeapUsage");
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  };
  const answer = (count) =>
    page.evaluate(async (count) => {
      const groups = [...document.querySelectorAll(".indicator-answer fieldset")];
      for (let n = 0; n < count; n += 1) {
        const radios = groups[n % groups.length].querySelectorAll("input[type=radio]");
        radios[Math.floor(n / groups.length) % 3].click();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
    }, count);
  await answer(100);
  const before = await used();
  await answer(MEMORY_ANSWERS);
  const after = await used();
  await context.close();
  return { before, after };
}

const kilobytes = (bytes) => `${Math.round(bytes / 100) / 10} KB`;
const seconds = (millis) => `${(millis / 1000).toFixed(2)} s`;
const millis = (time) => `${Math.round(time)} ms`;

const hand = await serveStatic();
const browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
const page = { app: await visits(browser, APP, plumblineIsUseful), hand: await visits(browser, hand.url, staticIsUseful) };
const axe = { app: await brokenRules(browser, [], allPages), hand: await brokenRules(browser, [hand.url]) };
const grown = await memory(browser);
const answered = {
  app: await walkAlong(browser, APP, QUICK_WAY, { isKept: true }),
  named: await walkAlong(browser, APP, NAMED_WAY),
  hand: await walkAlong(browser, hand.url, HAND_WAY),
  again: await walkAlong(browser, APP, QUICK_WAY, { again: true }),
  profile: await walkAlong(browser, `${APP}?profile=manufacturing-line`, PROFILE_WAY),
};
await browser.close();
const light = { app: await scores(APP), hand: await scores(hand.url) };
hand.server.close();

const { app, hand: ten } = page;
const growth = (grown.after - grown.before) / grown.before;
const wantedScores = CATEGORIES.map((name) => BUDGET.lighthouse[name]);
const rows = [
  ["over the wire, first useful screen", kilobytes(ten.useful.bytes), QUOTED.bytes, kilobytes(app.useful.bytes), kilobytes(BUDGET.bytes), app.useful.bytes <= BUDGET.bytes],
  ["requests / to other hosts", `${ten.useful.requests} / ${ten.otherHosts}`, QUOTED.requests, `${app.useful.requests} / ${app.otherHosts}`, `${BUDGET.requests} / ${BUDGET.otherHosts}`, app.useful.requests <= BUDGET.requests && app.otherHosts <= BUDGET.otherHosts],
  ["first paint, mobile", seconds(ten.firstPaint), QUOTED.paint, seconds(app.firstPaint), seconds(BUDGET.firstPaint), app.firstPaint <= BUDGET.firstPaint],
  ["blocking time, mobile", millis(ten.blocking), QUOTED.blocking, millis(app.blocking), millis(BUDGET.blocking), app.blocking <= BUDGET.blocking],
  ["Lighthouse mobile: perf., access., pract., search", light.hand.scores.join(" "), QUOTED.lighthouse, light.app.scores.join(" "), wantedScores.join(" "), light.app.scores.every((score, index) => score >= wantedScores[index])],
  ["axe, WCAG rules broken (all pages)", `${axe.hand.size}`, QUOTED.axe, `${axe.app.size}`, `${BUDGET.axe}`, axe.app.size <= BUDGET.axe],
  ["layout shift", ten.layoutShift.toFixed(3), ["", "", ""], app.layoutShift.toFixed(3), `${BUDGET.layoutShift}`, app.layoutShift <= BUDGET.layoutShift],
  [`memory, growth over ${MEMORY_ANSWERS} answers`, "", ["", "", ""], `${(100 * growth).toFixed(1)} %`, `${100 * BUDGET.memoryGrowth} %`, growth <= BUDGET.memoryGrowth],
];
const table = [
  ["", "static page", "(quoted)", "peer A (quoted)", "peer B (quoted)", "Plumbline", "at most", ""],
  ...rows.map(([what, hand, [first, second, third], measured, most, fine]) => [what, hand, first, second, third, measured, most, fine ? "" : "TOO MUCH"]),
];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
for (const row of table) console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd()}`);
console.log(`  The screen is of use after ${seconds(app.usefulAt)}. Until all is quiet: ${app.whole.requests} requests of the page with ${kilobytes(app.whole.bytes)},`);
console.log(`  and ${app.whole.background} of the service worker, which keeps the app in the browser. Memory: ${kilobytes(grown.before)}, then ${kilobytes(grown.after)}.`);
console.log(`  To the first answer, pressing on as soon as something can be pressed: ${seconds(answered.app.done)} and ${kilobytes(answered.app.bytes)}, no task longer than`);
console.log(`  ${millis(answered.app.longest)}; in an assessment that is stored ${seconds(answered.app.stored)} and ${kilobytes(answered.app.storedBytes)}; by way of Set up ${seconds(answered.named.done)}`);
console.log(`  and ${kilobytes(answered.named.bytes)}; in the page made by hand ${seconds(answered.hand.done)}. On a second visit ${seconds(answered.again.done)}; from a link with a profile to the`);
console.log(`  first question of the interview ${seconds(answered.profile.done)} and ${kilobytes(answered.profile.bytes)}.`);
if (light.app.failed.length > 0) console.log(`  Lighthouse finds fault with: ${light.app.failed.join(", ")}`);
for (const [rule, address] of axe.app) console.log(`  axe: ${rule} at ${address}`);
process.exitCode = rows.every((row) => row[5]) ? 0 : 1;
