// The release build stays within its budget, tests/budget.json: what does not depend on how busy the machine is. The rest
// is measured by `cargo xtask bench`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { QUICK_WAY, walkAlong } from "../bench/first-answer.mjs";
import { firstVisit, plumblineIsUseful } from "../bench/visit.mjs";
import { root } from "./browser.mjs";
import { Host, notKept } from "./host.mjs";

const BUDGET = JSON.parse(readFileSync(new URL("../budget.json", import.meta.url), "utf8"));
const skip = notKept && "only a build for release has a budget";
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
});
after(() => browser?.close());

test("a first visit stays within its budget", { skip, timeout: 120_000 }, async () => {
  const visit = await firstVisit(browser, root, plumblineIsUseful, { network: null, slowed: 1 });
  // The start page stands in the page itself.
  assert.ok(visit.useful.bytes > 4_000, "the files are counted");
  assert.ok(visit.useful.bytes <= BUDGET.bytes, `${visit.useful.bytes} bytes until the first useful screen, ${BUDGET.bytes} at most`);
  assert.ok(visit.useful.requests <= BUDGET.requests, `${visit.useful.requests} requests, ${BUDGET.requests} at most`);
  assert.equal(visit.otherHosts, BUDGET.otherHosts);
  assert.ok(visit.layoutShift <= BUDGET.layoutShift, `a layout shift of ${visit.layoutShift}, ${BUDGET.layoutShift} at most`);
});

test("the way to the first answer stays within its budget", { skip, timeout: 120_000 }, async () => {
  // With a slow network: with a fast one, what comes while somebody reads is there before they press.
  const { bytes, stored } = await walkAlong(browser, root, QUICK_WAY, { slowed: 1, isKept: true });
  assert.ok(bytes > BUDGET.bytes / 2, "the files are counted");
  assert.ok(stored > 0, "the answer is in an assessment once the way on is here");
  assert.ok(bytes <= BUDGET.firstAnswerBytes, `${bytes} bytes until the first answer, ${BUDGET.firstAnswerBytes} at most`);
});

/** Whether a file is of the program for spreadsheets and documents, which has a budget of its own: no page needs it before somebody saves or opens such a file. */
const isOffice = (path) => path.startsWith("office/");

test("the whole app, without the library of charts and the data, stays within its budget", { skip }, async () => {
  const host = await Host.of(root);
  await host.stop();
  const paths = host.build.files.map(([path]) => path).filter((path) => !/^charts\/|\.(png|svg)$|^(bom|notices)/.test(path));
  assert.ok(paths.some((path) => path.endsWith("/quick.wasm")), "the parts are counted");
  const weigh = async (path) => Number((await fetch(new URL(path, root), { method: "HEAD", headers: { "accept-encoding": "br" } })).headers.get("content-length"));
  for (const [files, most] of [[paths.filter((path) => !isOffice(path)), BUDGET.appBytes], [paths.filter(isOffice), BUDGET.officeBytes]]) {
    const sizes = await Promise.all(files.map(weigh));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(bytes > 0 && sizes.every((size) => size > 0) && bytes <= most, `${bytes} bytes in all, ${most} at most`);
  }
});

test("the model that the first answer waits for stays within its budget", { skip }, async () => {
  const answer = await fetch(new URL("models/iot-smm.json", root), { method: "HEAD", headers: { "accept-encoding": "br" } });
  assert.equal(answer.headers.get("content-encoding"), "br", "it is sent compressed");
  const bytes = Number(answer.headers.get("content-length"));
  assert.ok(bytes > 0 && bytes <= BUDGET.modelBytes, `${bytes} bytes, ${BUDGET.modelBytes} at most`);
});
