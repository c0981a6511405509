// How long it takes from answering a statement until the answer is painted, in a large session: `cargo xtask bench browser`.
// Prints a table and fails when a budget is broken.
import { chromium } from "playwright-core";
import { serveStatic } from "./by-hand.mjs";
import { largeSession, openLarge, practices } from "./large.mjs";

const APP = process.env.PLUMBLINE_URL ?? "http://localhost:8090/";
/** Milliseconds that 98 of 100 answers may take at most, and by how much the processor is slowed. */
const RUNS = [
  { what: "desktop", slowed: 1, budget: 16 },
  { what: "processor slowed four times", slowed: 4, budget: 50 },
];
const ANSWERS = 100;
/** Milliseconds that a finger stays on a button or a key. */
const PRESSED = 60;

/** How the next answer is given, by pointer and by key, on a practice page and on the page made by hand. */
const press = (radio) => radio.click({ force: true, delay: PRESSED });
const ANSWER = {
  "by pointer": {
    app: (page, n) => press(page.locator(".indicator-answer fieldset").nth(2 * Math.floor(n / 8) % 4).getByRole("radio").nth(n % 3)),
    byHand: (page, n) => press(page.locator("fieldset").nth(Math.floor(n / 8) % 4).getByRole("radio").nth(n % 3)),
  },
  "by key": {
    app: (page, n) => page.keyboard.press(`${1 + (n % 3)}`, { delay: PRESSED }),
    byHand: (page) => page.keyboard.press("ArrowRight", { delay: PRESSED }),
  },
};

/** Chooses one answer after the other and gives back how long each took, in milliseconds; what took less than 16 counts as 16. */
async function measure(page, slowed, next) {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.evaluate(() => {
    globalThis.took = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.interactionId && ["pointerup", "click", "keydown"].includes(entry.name)) globalThis.took.push([entry.interactionId, entry.duration]);
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: false });
  });
  // Nobody reads and answers a statement faster; what is worked out and saved after an answer is done by then.
  const read = () => page.waitForTimeout(300);
  for (let n = 0; n < ANSWERS; n += 1) {
    await next(page, n);
    await read();
  }
  const took = await page.evaluate(() => globalThis.took);
  const slow = new Map();
  for (const [id, duration] of took) slow.set(id, Math.max(slow.get(id) ?? 0, duration));
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return [...slow.values(), ...Array.from({ length: Math.max(0, ANSWERS - slow.size) }, () => 16)].sort((a, b) => a - b);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ baseURL: APP, viewport: { width: 1280, height: 800 } });
const page = await context.newPage();
await openLarge(page, "./", largeSession());
await page.goto(page.url().replace(/results$/, `full/${practices[0].id}`));
await page.locator(".indicator").first().waitFor();

const { server, url } = await serveStatic();
const byHand = await context.newPage();
await byHand.goto(url);

let broken = false;
console.log(`From an answer to its paint, ${ANSWERS} answers (event timing, in steps of 8 ms; 16 stands for “at most 16”):`);
const at = (took, share) => took[Math.min(took.length - 1, Math.ceil(share * took.length) - 1)];
for (const { what, slowed, budget } of RUNS) {
  for (const [how, { app, byHand: atLeast }] of Object.entries(ANSWER)) {
    await byHand.bringToFront();
    const least = await measure(byHand, slowed, atLeast);
    await page.bringToFront();
    const took = await measure(page, slowed, app);
    const fine = at(took, 0.98) <= budget;
    broken ||= !fine;
    console.log(`  ${what}, ${how}: median ${at(took, 0.5)} ms, 98 of 100 within ${at(took, 0.98)} ms, budget ${budget} ms${fine ? "" : "  TOO SLOW"}`);
    console.log(`    beside it, ten questions made by hand: median ${at(least, 0.5)} ms, 98 of 100 within ${at(least, 0.98)} ms`);
  }
}
server.close();
await browser.close();
process.exitCode = broken ? 1 : 0;
