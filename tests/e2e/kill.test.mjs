// The browser is killed a hundred times while somebody types: what was written half a second before is there after each restart.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { FLAGS, root, soon, unpacked } from "./browser.mjs";

const KILLS = Number(process.env.PLUMBLINE_KILLS ?? 100);

/** How many people type, each in a browser of their own. */
const BESIDE = 3;

/** The longest time of typing that may be lost, in milliseconds. */
const LOST = 500;

const browserPath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Starts a browser of which nothing but its folder outlives the killing, and connects to it. */
async function start(folder) {
  const flags = [...FLAGS, "--headless=new", `--user-data-dir=${folder}`, "--remote-debugging-port=0", "about:blank"];
  const child = spawn(browserPath, flags, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.on("exit", () => reject(new Error(`the browser did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  const page = context.pages()[0] ?? (await context.newPage());
  return { child, browser, page };
}

/** Kills the browser and all that belongs to it at once, without a word of warning; says when. */
async function kill({ child, browser }) {
  const ended = new Promise((resolve) => child.on("exit", resolve));
  process.kill(-child.pid, "SIGKILL");
  // From now on nobody types; a busy machine may take its time to clear up.
  const at = Date.now();
  await ended;
  await browser.close().catch(() => {});
  return at;
}

/** Waits until the browser has written to disk that this stands in local storage. It takes its time: up to five seconds and more. */
async function onDisk(folder, words) {
  const kept = join(folder, "Default", "Local Storage", "leveldb");
  const bytes = Buffer.from(words, "utf16le");
  for (const end = Date.now() + 60_000; ; await new Promise((done) => setTimeout(done, 50))) {
    for (const file of await readdir(kept).catch(() => [])) {
      // A file may go while the folder is read.
      if ((await readFile(join(kept, file)).catch(() => Buffer.alloc(0))).includes(bytes)) return;
    }
    assert.ok(Date.now() < end, `“${words}” is not on the disk`);
  }
}

/** Types numbers one after the other into a field, as fast as a very quick typist, and keeps when each one was typed. */
function typeOn(field) {
  let number = Number(field.value) || 0;
  globalThis.typed = [];
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
  setInterval(() => {
    number += 1;
    set.call(field, String(number));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    console.log(`typed ${number} ${Date.now()}`);
  }, 80);
}

/** Somebody types in a browser of their own that is killed again and again; the most that was lost, in milliseconds. */
async function killed(kills) {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-kill-"));
  let worst = 0;
  let running;
  let address;
  let expected;
  try {
    for (let round = 0; round <= kills; round += 1) {
      const run = await start(folder);
      running = run;
      const { page } = run;
      const typed = [];
      page.on("console", (message) => {
        const [, number, at] = /^typed (\d+) (\d+)$/.exec(message.text()) ?? [];
        if (number) typed.push({ number: Number(number), at: Number(at) });
      });
      if (!address) {
        await page.goto(root);
        await page.getByRole("button", { name: "New assessment" }).click();
        await page.getByLabel("Name of the system").fill("Mill");
        address = page.url();
      } else {
        await page.goto(address);
      }
      const field = page.getByLabel("What belongs to it");
      await field.waitFor().catch(async (error) => {
        const shown = await page.locator("body").innerText().catch(() => "nothing");
        throw new Error(`after kill ${round} of ${kills}, what was typed in is not shown, but: ${shown.slice(0, 500)}`, { cause: error });
      });
      const there = Number(await field.inputValue());
      if (expected) {
        const last = expected.typed.filter(({ number }) => number <= there).at(-1)?.at ?? 0;
        const next = expected.typed.find(({ number }) => number > there)?.at;
        const lost = next === undefined ? 0 : expected.killed - next;
        worst = Math.max(worst, lost);
        assert.ok(lost <= LOST, `after kill ${round}: ${there} is there, typed until ${last}, so ${lost} ms are lost`);
        assert.equal(await page.getByLabel("Name of the system").inputValue(), "Mill");
        const stored = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("plumbline.session.")));
        assert.equal(stored.length, 1);
        assert.equal(unpacked(stored[0][1]).system.find(({ on }) => on === "includes").value, String(there), "the store is whole");
      }
      if (round === kills) {
        await kill(run);
        running = undefined;
        break;
      }
      await field.evaluate(typeOn);
      // From a third of a second to two: within the time in which the browser has not yet written local storage to disk.
      const enough = 4 + ((round * 7) % 20);
      await soon(async () => assert.ok(typed.length >= enough));
      expected = { typed, killed: await kill(run) };
      running = undefined;
    }
    return worst;
  } finally {
    // Otherwise it would outlive a test that failed.
    if (running) await kill(running);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

test("killing the browser a hundred times while somebody types loses at most the last half second", { timeout: 600_000 }, async () => {
  // Mostly one waits: for a browser to start, for somebody to have typed. Several do so at the same time, each in a browser of its own.
  const each = Array.from({ length: BESIDE }, (_, index) => Math.floor((KILLS + index) / BESIDE));
  assert.equal(each.reduce((sum, kills) => sum + kills), KILLS);
  const worst = Math.max(...(await Promise.all(each.map(killed))));
  console.log(`${KILLS} kills; the most that was lost is ${worst} ms of typing`);
});

test("what is deleted right before the browser is killed stays in the bin and out of the list", { timeout: 90_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-kill-"));
  const deleteButton = (page) => page.getByRole("button", { name: "Delete Mill" });
  try {
    const before = await start(folder);
    await before.page.goto(root);
    await before.page.getByRole("button", { name: "New assessment" }).click();
    await before.page.getByLabel("Name of the system").fill("Mill");
    await before.page.getByText("Saved in this browser", { exact: true }).waitFor();
    await before.page.goto(root);
    await deleteButton(before.page).waitFor();
    // The browser has written to disk that it is there; not so, when it is killed, that it is gone.
    await onDisk(folder, '"name":"Mill"');
    await deleteButton(before.page).click();
    await before.page.getByText("“Mill” is deleted.").waitFor();
    await new Promise((done) => setTimeout(done, LOST));
    await kill(before);
    const after = await start(folder);
    await after.page.goto(root);
    await after.page.getByText("1 deleted assessment is in the bin for at least 30 days.").waitFor();
    assert.equal(await deleteButton(after.page).count(), 0);
    await after.page.getByRole("link", { name: "See what is in the bin" }).click();
    await after.page.getByRole("button", { name: "Put back Mill" }).click();
    await after.page.goto(root);
    await deleteButton(after.page).waitFor();
    await kill(after);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
