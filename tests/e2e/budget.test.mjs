// The release build stays within its budget, tests/budget.json: what does not depend on how busy the machine is. The rest
// is measured by `cargo xtask bench`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { firstVisit, plumblineIsUseful } from "../bench/visit.mjs";
import { root } from "./browser.mjs";
import { notKept } from "./host.mjs";

const BUDGET = JSON.parse(readFileSync(new URL("../budget.json", import.meta.url), "utf8"));
const skip = notKept && "only a build for release has a budget";
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
});
after(() => browser?.close());

test("a first visit stays within its budget", { skip, timeout: 120_000 }, async () => {
  const visit = await firstVisit(browser, root, plumblineIsUseful, { network: null, slowed: 1 });
  assert.ok(visit.useful.bytes > 10_000, "the files are counted");
  assert.ok(visit.useful.bytes <= BUDGET.bytes, `${visit.useful.bytes} bytes until the first useful screen, ${BUDGET.bytes} at most`);
  assert.ok(visit.useful.requests <= BUDGET.requests, `${visit.useful.requests} requests, ${BUDGET.requests} at most`);
  assert.equal(visit.otherHosts, BUDGET.otherHosts);
  assert.ok(visit.layoutShift <= BUDGET.layoutShift, `a layout shift of ${visit.layoutShift}, ${BUDGET.layoutShift} at most`);
});
