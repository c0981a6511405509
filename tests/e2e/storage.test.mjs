// How safe is what is stored: settings, bin, backups, tabs that change the same, frames and browsers that allow little, recovery.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { downloaded, packed, root, scene, soon, storage } from "./browser.mjs";
import { practice, small } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const BLOCKED = /^This browser allows no storage here/;
const nameField = (page) => page.getByLabel("Name of the system");
const includes = (page) => page.getByLabel("What belongs to it");
const excludes = (page) => page.getByLabel("What does not belong to it");
const notice = (page) => page.locator(".notices");
const section = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });

async function settings(page) {
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await way.arrived(page, "Settings");
}

/** Waits until all that was typed is stored. */
const isSaved = (page) => page.getByText("Saved in this browser", { exact: true }).waitFor();

/** Puts sessions into the storage before the app looks at it, in slots of their own. */
async function withStored(page, sessions) {
  const entries = sessions.map((session, at) => [`plumbline.session.slot-${at}`, packed(session)]);
  await page.route("**/empty", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>-</title>" }));
  await page.goto("./empty");
  await page.evaluate((entries) => entries.forEach(([key, value]) => localStorage.setItem(key, value)), entries);
}

/** A second page that hears nothing of what other tabs write. */
async function deafTab(page, context, heading) {
  const other = await context.newPage();
  await other.addInitScript(() => window.addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  await other.goto(page.url());
  await way.arrived(other, heading);
  return other;
}

scene("what is deleted lies in the bin, is put back from there, or deleted for good after a second look", async (page) => {
  await way.begin(page, { name: "Mill" });
  await isSaved(page);
  const before = Object.entries(await storage(page)).find(([key]) => key.startsWith("plumbline.session."));
  await way.home(page);
  await page.getByRole("button", { name: "Delete Mill" }).click();
  await settings(page);
  const bin = section(page, "Bin");
  await bin.getByText(/^Deleted /).waitFor();
  await bin.getByRole("button", { name: "Put back Mill" }).click();
  await notice(page).getByText("“Mill” is in your list again.").waitFor();
  assert.deepEqual(Object.entries(await storage(page)).find(([key]) => key.startsWith("plumbline.session.")), before, "byte for byte");

  await way.home(page);
  await page.getByRole("button", { name: "Delete Mill" }).click();
  await settings(page);
  await bin.getByRole("button", { name: "Delete for good Mill" }).click();
  await bin.getByRole("button", { name: "Really delete for good Mill" }).click();
  await bin.getByText("Nothing is in the bin.").waitFor();
  const left = Object.keys(await storage(page)).filter((key) => /session|bin|backup/.test(key));
  assert.deepEqual(left, []);
});

scene("what was deleted is found on the start page and at its own address, and comes back from there", async (page) => {
  await way.begin(page, { name: "Mill" });
  await isSaved(page);
  const address = page.url();
  await way.home(page);
  const line = page.getByText(/deleted assessments? (is|are) in the bin for at least 30 days\./);
  assert.equal(await line.count(), 0);
  await page.getByRole("button", { name: "Delete Mill" }).click();
  await page.getByText("1 deleted assessment is in the bin for at least 30 days.").waitFor();
  await page.getByRole("link", { name: "See what is in the bin" }).click();
  await way.arrived(page, "Settings");
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Bin"));
  await section(page, "Bin").getByRole("button", { name: "Put back Mill" }).waitFor();

  await page.goto(address);
  await way.arrived(page, "This assessment is in the bin");
  await page.getByText(/^“Mill” was deleted on .* It stays in the bin for at least 30 days\.$/).waitFor();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await way.arrived(page, "Set up");
  assert.equal(await nameField(page).inputValue(), "Mill");
  await includes(page).fill("The silo");
  await isSaved(page);
  await way.home(page);
  await page.getByRole("link", { name: "Continue Mill" }).waitFor();
  assert.equal(await line.count(), 0);
  await page.goto(address.replace(/[^/]+\/setup$/, "nothing/setup"));
  await way.arrived(page, "This assessment can't be opened");
});

scene("backups are told apart by what is in them", async (page) => {
  const answers = (count) => Array.from({ length: count }, (_, at) => ({ at: small.created, stamp: `bo:${at + 10}`, round: small.rounds[0].on, on: `i${at}`, value: "met" }));
  const named = (value, count) => packed({ ...small, system: value ? [{ ...small.system[0], value }] : [], answers: answers(count) });
  await withStored(page, [{ ...small, system: [{ ...small.system[0], value: "Mill" }] }]);
  await page.evaluate((entries) => entries.forEach(([key, value]) => localStorage.setItem(key, value)), [
    ["plumbline.backup.slot-0.1.1800000000000.t", named("", 0)],
    ["plumbline.backup.slot-0.2.1800003600000.t", named("Mill", 1)],
    ["plumbline.backup.slot-0.3.1800007200000.b", named("Mill 2", 12)],
    ["plumbline.backup.gone.1.1800000000000.t", named("", 0)],
    ["plumbline.backup.gone.2.1800003600000.t", named("Press", 3)],
  ]);
  await page.goto("./settings");
  const backups = section(page, "Backups");
  await backups.getByText("Press (2)").waitFor();
  await backups.getByText("Mill (3)").click();
  await soon(async () => {
    const rows = await backups.getByRole("listitem").locator("> span").allInnerTexts();
    assert.deepEqual(rows.map((row) => row.replace(/^.* \d\d:\d\d/, "")), [", before a change · Mill 2 · 12 answers", " · Mill · 1 answer", " · Unnamed system · no answers yet"]);
  });
});

scene("a backup is looked at, gone back to, and that is undone", async (page) => {
  await withStored(page, [{ ...small, system: [{ ...small.system[0], value: "Mill" }] }]);
  await page.goto("./s/slot-0/setup");
  await nameField(page).fill("Press");
  await isSaved(page);
  await settings(page);
  const backups = section(page, "Backups");
  await backups.getByText("Press (1)").click();
  await backups.getByRole("button", { name: /^Look at the backup of Mill/ }).click();
  await backups.getByRole("definition").getByText("Mill", { exact: true }).waitFor();
  await backups.getByRole("button", { name: "Go back to this" }).click();
  await notice(page).getByText("The assessment is as it was in the backup.").waitFor();
  const name = async () => {
    const [, stored] = Object.entries(await storage(page)).find(([key]) => key.startsWith("plumbline.session."));
    return JSON.parse(stored.split("\n")[1]).name;
  };
  assert.equal(await name(), "Mill");
  await notice(page).getByRole("button", { name: "Undo" }).click();
  await soon(async () => assert.equal(await name(), "Press"));
});

scene("settings say what is used, what is free and what it is used for, to the unit", async (page) => {
  await withStored(page, [small]);
  await page.evaluate(() => localStorage.setItem("other.app", "x".repeat(1000)));
  await page.goto("./settings");
  await way.arrived(page, "Settings");
  const used = await page.evaluate(() => Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0));
  const words = (number) => number.toLocaleString("en-GB");
  const facts = await way.fileFacts(page);
  assert.match(facts.Used, new RegExp(`^less than 1 % \\(${words(used)} of 5,242,880 characters\\)$`));
  assert.match(facts.Free, new RegExp(`^more than 99 % \\(${words(5_242_880 - used)} of 5,242,880 characters\\)$`));
  assert.match(facts["Used for"], /other apps of this site 1,009/);
  await soon(async () => assert.match((await way.fileFacts(page))["Kept for good"], /^(Yes|Not promised)/));
  await page.getByText(/^Safari \(Mac, iPhone, iPad\) deletes/).waitFor();
});

scene("while the storage is full a banner stays and offers the export, on every page of the assessment", async (page) => {
  await way.begin(page, { name: "Mill" });
  await isSaved(page);
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    globalThis.full = true;
    Storage.prototype.setItem = function (...told) {
      if (globalThis.full) throw new DOMException("Full.", "QuotaExceededError");
      return setItem.apply(this, told);
    };
  });
  await includes(page).fill("The silo");
  const banner = page.getByRole("alert").filter({ hasText: "The browser's storage is full: your latest changes are only in this page" });
  await banner.waitFor();
  await way.step(page, "Assess");
  const file = await downloaded(page, () => banner.getByRole("button", { name: "Export now" }).click());
  assert.equal(JSON.parse(file.text).system.find(({ on }) => on === "includes").value, "The silo");
  await page.evaluate(() => (globalThis.full = false));
  await way.step(page, "Set up");
  await excludes(page).fill("The office");
  await banner.waitFor({ state: "detached" });
  await page.reload();
  await way.arrived(page, "Set up");
  assert.deepEqual([await includes(page).inputValue(), await excludes(page).inputValue()], ["The silo", "The office"]);
});

scene("who changed much since the last export is reminded, exports and is left in peace", async (page) => {
  const statements = PATCHING.levels.flatMap(({ indicators }) => indicators);
  const round = small.rounds[0].on;
  const many = (count) => Array.from({ length: count }, (_, at) => ({ at: small.created, stamp: `bo:${at + 10}`, round, on: `${statements[0].id}-${at}`, value: "met" }));
  await withStored(page, [{ ...small, seen: { ...small.seen, bo: 90 }, answers: many(70) }]);
  await page.goto("./s/slot-0/setup");
  await way.arrived(page, "Set up");
  const reminder = page.getByText("Not exported yet. Everything is saved in this browser; a file is a second copy.");
  assert.equal(await reminder.count(), 0, "only where files are made");
  await way.step(page, "Share");
  await reminder.waitFor();
  await page.getByRole("button", { name: "Not now" }).click();
  await reminder.waitFor({ state: "detached" });
  await page.reload();
  await isSaved(page);
  await way.step(page, "Assess");
  await way.step(page, "Share");
  assert.equal(await reminder.count(), 0, "for a while");
  // Until much more has changed, which another tab does here.
  await page.goto("./empty");
  await page.evaluate((stored) => localStorage.setItem("plumbline.session.slot-0", stored), packed({ ...small, seen: { ...small.seen, bo: 180 }, answers: many(160) }, 9));
  await page.goto("./s/slot-0/share");
  await reminder.waitFor();
  await downloaded(page, () => page.getByRole("button", { name: "Export now" }).click());
  await reminder.waitFor({ state: "detached" });
  await page.reload();
  await way.arrived(page, "Share");
  await isSaved(page);
  assert.equal(await page.getByRole("button", { name: "Export now" }).count(), 0);
});

scene("what two tabs changed at the same time is said: what stands and what the other was", async (one, context) => {
  await way.begin(one, { name: "Mill" });
  await isSaved(one);
  const two = await deafTab(one, context, "Set up");
  await one.evaluate(() => window.addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  await includes(one).fill("The silo");
  await isSaved(one);
  await soon(async () => assert.ok(Object.keys(await storage(one)).length > 0));
  await includes(two).fill("The filler");
  await notice(two).getByText(/^Changed in two tabs at the same time\. .*(“The silo” stands; the other was “The filler”|“The filler” stands; the other was “The silo”)\.$/).waitFor();
});

scene("five tabs in which somebody works at the same time lose nothing, with locks and without", { viewport: { width: 700, height: 600 } }, async (page, context) => {
  await way.begin(page, { name: "Mill" });
  await isSaved(page);
  const tabs = [page];
  for (let number = 1; number < 5; number += 1) {
    const tab = await context.newPage();
    if (number % 2) await tab.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
    await tab.goto(page.url());
    await way.arrived(tab, "Set up");
    tabs.push(tab);
  }
  const names = tabs.map((_, number) => `Person ${number}`);
  for (const tab of tabs) await tab.getByRole("button", { name: "Add a person" }).click();
  await soon(async () => assert.equal(await page.getByLabel("Name", { exact: true }).count(), 5));
  for (const tab of tabs) await soon(async () => assert.equal(await tab.getByLabel("Name", { exact: true }).count(), 5));
  await Promise.all(tabs.map((tab, number) => tab.getByLabel("Name", { exact: true }).nth(number).pressSequentially(names[number])));
  for (const tab of tabs) {
    await soon(async () => {
      const fields = await tab.getByLabel("Name", { exact: true }).all();
      assert.deepEqual(await Promise.all(fields.map((field) => field.inputValue())), names);
    });
  }
});

scene("what another app clears is saved again from the open tab, and the rest comes back at the next start", async (page) => {
  await withStored(page, [{ ...small, id: "other", system: [{ ...small.system[0], value: "Press" }] }]);
  await page.goto("./s/slot-0/setup");
  await excludes(page).fill("The office");
  await isSaved(page);
  await way.begin(page, { name: "Mill" });
  await isSaved(page);
  await page.evaluate(() => localStorage.clear());
  await includes(page).fill("The silo");
  await isSaved(page);
  await page.goto("./");
  await way.canBegin(page);
  await soon(async () => assert.deepEqual((await page.getByRole("listitem").getByRole("heading", { level: 2 }).allInnerTexts()).filter((name) => ["Mill", "Press"].includes(name)).sort(), ["Mill", "Press"]));
});

scene("without a journal everything works as ever", async (page) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
  await way.begin(page, { name: "Mill" });
  await isSaved(page);
  await page.reload();
  await way.arrived(page, "Set up");
  assert.equal(await nameField(page).inputValue(), "Mill");
});

/** A page with the app in a frame that may run scripts, and no more; its host lets others load its files, or not. */
async function framed(page, open) {
  const frame = `<!doctype html><title>-</title><iframe sandbox="allow-scripts" width="900" height="700" src="${root}"></iframe>`;
  // Plumbline's own headers forbid frames; this host is one that sends none. What is fulfilled here may be loaded by everybody.
  const bare = async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": _, "x-frame-options": __, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  };
  // Scripts of the new kind are loaded from elsewhere only where a host says so; those of the old kind always.
  for (const which of open ? ["**/*"] : [root, "**/watch.js"]) await page.route(which, bare);
  await page.route("**/outer", (route) => route.fulfill({ contentType: "text/html", body: frame }));
  await page.goto("./outer");
  return page.frameLocator("iframe");
}

scene("in a sandboxed frame one is told that nothing is kept, and works on in memory", async (page) => {
  const frame = await framed(page, true);
  await frame.getByText(BLOCKED).waitFor();
  await frame.getByRole("button", { name: "New assessment" }).click();
  await frame.getByRole("heading", { level: 1, name: "Set up" }).waitFor();
  await frame.getByLabel("Name of the system").fill("Mill");
  await frame.getByText("Kept only while this page is open: export before you close it").waitFor();
});

scene("in a sandboxed frame in which nothing loads one is told, too", { allow: /./ }, async (page) => {
  const frame = await framed(page, false);
  await frame.getByText(/Plumbline could not start\./).waitFor();
});

scene("with three hundred assessments the start page is there about as soon as with twenty", async (page) => {
  const full = JSON.parse(readFileSync(new URL("../data/one-round/bottling-line.json", import.meta.url), "utf8"));
  const many = (count) => Array.from({ length: count }, (_, at) => ({ ...full, id: `copy-${at}` }));
  const took = async () => {
    await page.goto("./");
    await page.getByRole("link", { name: /^Continue / }).first().waitFor();
    return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now()))));
  };
  await withStored(page, many(20));
  await took();
  const few = Math.min(await took(), await took());
  await withStored(page, many(300));
  const all = Math.min(await took(), await took());
  console.log(`20 assessments: ${Math.round(few)} ms, 300: ${Math.round(all)} ms`);
  assert.ok(all < few + 1000, `${few} ms became ${all} ms`);
  assert.equal(await page.getByRole("link", { name: /^Continue / }).count(), 20);
  await page.getByRole("button", { name: "Show 20 more of 280" }).click();
  await soon(async () => assert.equal(await page.getByRole("link", { name: /^Continue / }).count(), 40));
});

scene("the recovery page shows all that is stored and saves it, as it is and as JSON", async (page) => {
  await withStored(page, [{ ...small, system: [{ ...small.system[0], value: "Größe 3 🏭" }] }]);
  await page.evaluate(() => {
    localStorage.setItem("plumbline.session.broken", "half a ses");
    localStorage.setItem("other.app", "theirs");
  });
  await page.goto("./recover.html");
  const row = (key) => page.getByRole("listitem").filter({ hasText: key });
  await row("plumbline.session.slot-0").getByText("Größe 3 🏭").waitFor();
  const json = await downloaded(page, () => row("session.slot-0").getByRole("button", { name: /^Save as JSON/ }).click());
  assert.equal(JSON.parse(json.text).system[0].value, "Größe 3 🏭");
  const raw = await downloaded(page, () => row("session.broken").getByRole("button", { name: /^Save as it is/ }).click());
  assert.equal(raw.text, "half a ses");
  assert.equal(await row("session.broken").getByRole("button", { name: /^Save as JSON/ }).count(), 0);
  assert.equal(await page.getByText("other.app").count(), 0);
  await page.getByRole("link", { name: "Try Plumbline again" }).click();
  await way.canBegin(page);
  await way.openFile(page, json.name, json.text);
  await page.getByRole("button", { name: "Add as a new assessment" }).waitFor();
});

scene("where the app does not start, its message leads to the recovery page", { allow: /wasm|Failed|failed/ }, async (page) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await page.getByRole("alert").getByRole("link", { name: "looked at and saved" }).click();
  await page.getByRole("heading", { name: "What Plumbline stored in this browser" }).waitFor();
});
