// How long it takes from choosing Results until they are painted, in a small and in a large session, with the processor slowed four times:
// `cargo xtask bench browser`. Prints a table and fails when a budget is broken.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { largeSession, openLarge } from "./large.mjs";

const APP = process.env.PLUMBLINE_URL ?? "http://localhost:8090/";
const SLOWED = 4;
const TIMES = 7;
const small = JSON.parse(readFileSync(new URL("../data/small.json", import.meta.url), "utf8"));
/** Milliseconds from the click until what Results begin with is painted. */
const SESSIONS = [
  { what: "a small session", session: small, budget: 200 },
  { what: "a large session", session: largeSession(), budget: 600 },
];

/** Opens Results from another step and gives back when their beginning was painted, when all of it was there, and the longest task. */
const opened = (page) =>
  page.evaluate(async () => {
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: "longtask", buffered: false });
    const when = (selector) =>
      new Promise((done) => {
        const look = () => document.querySelector(selector) && (watch.disconnect(), requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
        const watch = new MutationObserver(look);
        watch.observe(document, { childList: true, subtree: true });
      });
    const [begun, drawn] = [when(".urgent"), when(".pictures .chart svg path")];
    const start = performance.now();
    document.querySelector('.steps a[href$="/results"]').click();
    const handled = performance.now() - start;
    const [first, all] = [(await begun) - start, (await drawn) - start];
    await new Promise((done) => setTimeout(done, 1000));
    observer.disconnect();
    return { handled, first, all, longest: Math.max(0, ...tasks) };
  });

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
let broken = false;
console.log(`From choosing Results to their paint, the processor slowed ${SLOWED} times, median of ${TIMES}:`);
for (const { what, session, budget } of SESSIONS) {
  const context = await browser.newContext({ baseURL: APP, viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  await openLarge(page, "./", session);
  await page.locator(".pictures .chart svg path").first().waitFor({ state: "attached" });
  const client = await context.newCDPSession(page);
  const all = [];
  for (let time = 0; time < TIMES; time += 1) {
    await page.locator('.steps a[href$="/setup"]').click();
    await page.getByRole("heading", { level: 1, name: "Set up" }).waitFor();
    await page.waitForTimeout(500);
    await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    all.push(await opened(page));
    await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  }
  const of = (name) => Math.round(median(all.map((one) => one[name])));
  const fine = of("first") <= budget;
  broken ||= !fine;
  console.log(`  ${what}: ${of("first")} ms, budget ${budget} ms${fine ? "" : "  TOO SLOW"}; the picture after ${of("all")} ms, the longest task ${of("longest")} ms`);
  await context.close();
}
await browser.close();
process.exitCode = broken ? 1 : 0;
