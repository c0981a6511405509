// Nothing that was said gets lost: by a reload, by a second tab, by a storage that is blocked, full or damaged.
import assert from "node:assert/strict";
import { downloaded, scene, soon, storage } from "./browser.mjs";
import { practice, small } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const [FIRST] = PATCHING.levels[1].indicators;
const BLOCKED =
  "This browser allows no storage here (a private window, or blocked by a setting). You can work, but only as long as this page is open: export before you close it.";
const FULL = "Not saved: the browser's storage is full. Go on working and export the session under Share.";

/** What is stored of the assessments themselves. */
const sessions = (stored) => Object.entries(stored).filter(([key]) => key.startsWith("plumbline.session."));

/** Empties the journal, so that what is damaged can't be healed from it. */
const forget = (page) =>
  page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("plumbline");
    request.onsuccess = resolve;
    request.onerror = reject;
  }));

const nameField = (page) => page.getByLabel("Name of the system");
const includes = (page) => page.getByLabel("What belongs to it");
const note = (page) => page.getByLabel("Note", { exact: true });
const whyNot = (page) => page.getByLabel("Why is it not applicable?");

async function openPractice(page, pass, name = PATCHES) {
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `${pass} pass of ${name}` }).click();
  await way.arrived(page, name);
  if (pass === "Full") await way.showAllLevels(page);
}

/** Types like a person and reloads before anything else can happen. */
async function typeAndReload(page, field, words, heading, unfold = async () => {}) {
  await field.click();
  await page.keyboard.type(words);
  await page.reload();
  await way.arrived(page, heading);
  await unfold();
  assert.equal(await field.inputValue(), words);
}

async function clickAndReload(page, choice, heading) {
  await choice.check();
  await page.reload();
  await way.arrived(page, heading);
  await soon(async () => assert.ok(await choice.isChecked()));
}

scene("what was typed about the system and its people is there after an immediate reload", async (page) => {
  await way.begin(page);
  await typeAndReload(page, nameField(page), "Bottling line 3", "Set up");
  await typeAndReload(page, includes(page), "Filler\nCapper", "Set up");
  await typeAndReload(page, page.getByLabel("What does not belong to it"), "The office", "Set up");
  await page.getByRole("button", { name: "Add a person" }).click();
  await typeAndReload(page, page.getByLabel("Name", { exact: true }), "Ana Ruiz", "Set up");
  await page.getByLabel("Role").selectOption({ label: "Consultant" });
  await page.reload();
  await way.arrived(page, "Set up");
  assert.equal(await page.getByLabel("Role").inputValue(), "consultant");
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Ana Ruiz" });
  await page.reload();
  await way.arrived(page, "Set up");
  const who = page.getByLabel("Who is answering on this device?");
  assert.equal(await who.evaluate((select) => select.selectedOptions[0].textContent), "Ana Ruiz");
});

scene("targets, answers, reasons and notes are there after an immediate reload", async (page) => {
  await way.begin(page, { name: "Mill", profile: "Manufacturing line" });
  await way.step(page, "Targets");
  const target = way.targetLevels(page, PATCHES).getByRole("radio", { name: /^4/ });
  await clickAndReload(page, target, "Targets");
  await clickAndReload(page, way.targetScopes(page, PATCHES).getByRole("radio", { name: "General" }), "Targets");
  await typeAndReload(page, way.targetReason(page, PATCHES), "Twice a year", "Targets");
  assert.ok(await target.isChecked());

  await openPractice(page, "Quick");
  for (const answer of [3, "n/a"]) {
    await way.answerQuick(page, answer);
    await page.reload();
    await way.arrived(page, PATCHES);
    assert.ok(await way.quickChoice(page, answer).isChecked());
  }
  await typeAndReload(page, whyNot(page), "No updates at all", PATCHES);
  await clickAndReload(page, page.getByRole("group", { name: "How specific is what you do?" }).getByRole("radio", { name: "Industry" }), PATCHES);
  await typeAndReload(page, note(page), "Ask Bo", PATCHES);

  await openPractice(page, "Full");
  const statement = way.statement(page, FIRST.text.en);
  for (const answer of ["Met", "Partly", "Not met", "Not applicable"]) {
    await clickAndReload(page, statement.getByRole("radio", { name: answer, exact: true }), PATCHES);
  }
  await typeAndReload(page, whyNot(page), "Nothing can be updated", PATCHES);
  await way.openMore(statement);
  await typeAndReload(page, statement.getByLabel("Your note"), "Seen on site", PATCHES, () => way.openMore(statement));
  assert.equal(await note(page).inputValue(), "Ask Bo");
});

scene("an answer is there after the tab was closed right away", async (page, context) => {
  await way.begin(page, { name: "Mill" });
  await openPractice(page, "Quick");
  const address = page.url();
  await way.answerQuick(page, 2);
  await page.close();
  const later = await context.newPage();
  await later.goto(address);
  await way.arrived(later, PATCHES);
  assert.ok(await way.quickChoice(later, 2).isChecked());
});

scene("removing a person and clearing an answer can be undone", async (page) => {
  await way.begin(page, { name: "Mill" });
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ana Ruiz");
  const remove = page.getByRole("button", { name: "Remove Ana Ruiz" });
  await remove.click();
  await page.getByText("Ana Ruiz is removed. What they stated stays.").waitFor();
  await remove.waitFor({ state: "detached" });
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await remove.waitFor();
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Ana Ruiz");

  await openPractice(page, "Quick");
  await way.answerQuick(page, 2);
  await page.getByRole("button", { name: "Clear the answer" }).click();
  await page.getByRole("link", { name: "Assess 0 of 18" }).waitFor();
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "Assess 1 of 18" }).waitFor();
  assert.ok(await way.quickChoice(page, 2).isChecked());
});

/** A second tab on what is open in the first. */
async function secondTab(page, context, heading, prepare) {
  const other = await context.newPage();
  await prepare?.(other);
  await other.goto(page.url());
  await way.arrived(other, heading);
  return other;
}

scene("two tabs on the same assessment follow each other", async (one, context) => {
  await way.begin(one, { name: "Mill" });
  const two = await secondTab(one, context, "Set up");
  await nameField(one).fill("Mill 2");
  await soon(async () => assert.equal(await nameField(two).inputValue(), "Mill 2"));
  await includes(two).fill("The silo");
  await soon(async () => assert.equal(await includes(one).inputValue(), "The silo"));
  await two.getByRole("checkbox", { name: "Manufacturing line" }).check();
  await one.getByRole("link", { name: "Targets 0 of 18, 18 to confirm" }).waitFor();
  assert.ok(await one.getByRole("checkbox", { name: "Manufacturing line" }).isChecked());

  await openPractice(one, "Full");
  await openPractice(two, "Full");
  await way.answerStatement(one, FIRST.text.en, "Partly");
  await soon(async () => assert.equal(await way.chosen(way.statement(two, FIRST.text.en)), "Partly"));
  await note(two).fill("From the second");
  await soon(async () => assert.equal(await note(one).inputValue(), "From the second"));
});

scene("a tab that did not hear of the other's changes overwrites none of them", async (one, context) => {
  await way.begin(one, { name: "Mill" });
  const deaf = (page) =>
    page.addInitScript(() => window.addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  const two = await secondTab(one, context, "Set up", deaf);
  await nameField(one).fill("Mill 2");
  await one.getByRole("checkbox", { name: "Manufacturing line" }).check();
  await one.getByRole("link", { name: "Targets 0 of 18, 18 to confirm" }).waitFor();
  assert.equal(await nameField(two).inputValue(), "Mill", "the second did not hear of it");
  await includes(two).fill("The silo");
  await two.getByText("Mill 2", { exact: true }).waitFor();
  await two.getByRole("link", { name: "Targets 0 of 18, 18 to confirm" }).waitFor();
  await soon(async () => assert.equal(await includes(one).inputValue(), "The silo"));
  for (const page of [one, two]) {
    await page.reload();
    await way.arrived(page, "Set up");
    assert.equal(await nameField(page).inputValue(), "Mill 2");
    assert.equal(await includes(page).inputValue(), "The silo");
  }
});

scene("answers given in turn in two tabs, without waiting for either, are all kept", async (one, context) => {
  await way.begin(one, { name: "Mill" });
  await openPractice(one, "Full");
  const two = await secondTab(one, context, PATCHES);
  const texts = PATCHING.levels.flatMap(({ indicators }) => indicators.map(({ text }) => text.en)).slice(0, 6);
  const expected = texts.map((_, index) => ["Met", "Partly"][index % 2]);
  for (const [index, text] of texts.entries()) await way.answerStatement(index % 2 ? two : one, text, expected[index]);
  for (const page of [one, two]) {
    await page.reload();
    await way.arrived(page, PATCHES);
    assert.deepEqual(await Promise.all(texts.map((text) => way.chosen(way.statement(page, text)))), expected);
  }
});

scene("typing in two tabs at the same time loses no letter", async (one, context) => {
  await way.begin(one, { name: "Mill" });
  const two = await secondTab(one, context, "Set up");
  const [left, right] = ["The filler, the capper and the palletizer", "The office, the canteen and the car park"];
  const excludes = (page) => page.getByLabel("What does not belong to it");
  await Promise.all([includes(one).pressSequentially(left), excludes(two).pressSequentially(right)]);
  for (const page of [one, two]) {
    await soon(async () => assert.deepEqual([await includes(page).inputValue(), await excludes(page).inputValue()], [left, right]));
    await page.reload();
    await way.arrived(page, "Set up");
    assert.deepEqual([await includes(page).inputValue(), await excludes(page).inputValue()], [left, right]);
  }
});

scene("what is typed in a tab whose assessment was deleted in another one is not lost", async (one, context) => {
  await way.begin(one, { name: "Mill" });
  const two = await secondTab(one, context, "Set up");
  await way.home(two);
  await two.getByRole("button", { name: "Delete Mill" }).click();
  await two.getByText("“Mill” is deleted.").waitFor();
  await includes(one).fill("The silo");
  await one.reload();
  await way.arrived(one, "Set up");
  assert.equal(await nameField(one).inputValue(), "Mill");
  assert.equal(await includes(one).inputValue(), "The silo");
});

const throwsOnAccess = () =>
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    },
  });

/** From now on nothing can be stored, until `globalThis.storageFails` is false again. */
const failsToStore = () => {
  const { setItem } = Storage.prototype;
  globalThis.storageFails = "QuotaExceededError";
  Storage.prototype.setItem = function (...told) {
    if (globalThis.storageFails) throw new DOMException("It can't be stored.", globalThis.storageFails);
    return setItem.apply(this, told);
  };
};

/** Sets a target, gives a quick answer and looks at the result, then exports: what is in the file. */
async function workOn(page) {
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHES, { level: 3 });
  await openPractice(page, "Quick");
  await way.answerQuick(page, 1);
  await way.step(page, "Results");
  assert.ok((await way.resultRows(page)).some((row) => row.join("|") === `14 ${PATCHES}|1 quick pass|3|2 levels short`));
  return JSON.parse((await way.exported(page)).text);
}

function assertExported(session, name) {
  assert.equal(session.system.find(({ on }) => on === "name").value, name);
  assert.equal(session.targets.find(({ on }) => on === PATCHING.id).value.level, 3);
  assert.deepEqual(session.quick.map(({ on, value }) => [on, value]), [[PATCHING.id, { level: 1 }]]);
}

scene("where storage is blocked one is told, works on in the open page, and exports", async (page) => {
  await page.addInitScript(throwsOnAccess);
  await way.openStart(page);
  await page.getByRole("alert").getByText(BLOCKED, { exact: true }).waitFor();
  await page.getByRole("button", { name: "New assessment" }).click();
  await way.arrived(page, "Set up");
  await page.getByText("Kept only while this page is open: export before you close it").waitFor();
  await nameField(page).fill("Mill");
  assertExported(await workOn(page), "Mill");
  await way.home(page);
  await page.getByRole("link", { name: "Continue Mill" }).click();
  await way.arrived(page, "Share");
});

scene("where the storage becomes full one is told, works on and exports, and all is saved once there is room", async (page) => {
  await way.begin(page, { name: "Mill" });
  await page.getByText("Saved in this browser", { exact: true }).waitFor();
  const before = await storage(page);
  await page.evaluate(failsToStore);
  await nameField(page).fill("Mill 2");
  await page.getByText(FULL, { exact: true }).waitFor();
  assert.deepEqual(sessions(await storage(page)), sessions(before));
  assertExported(await workOn(page), "Mill 2");
  await page.getByText(FULL, { exact: true }).waitFor();

  await page.evaluate(() => (globalThis.storageFails = undefined));
  await way.step(page, "Set up");
  await includes(page).fill("The silo");
  await page.getByText("Saved in this browser", { exact: true }).waitFor();
  await page.reload();
  await way.arrived(page, "Set up");
  assert.equal(await nameField(page).inputValue(), "Mill 2");
  assert.equal(await includes(page).inputValue(), "The silo");
  assertExported(JSON.parse((await way.exported(page)).text), "Mill 2");
});

scene("where the storage is full from the start one is told, can begin, works on and exports", async (page) => {
  await page.addInitScript(failsToStore);
  await way.openStart(page);
  await page.getByRole("button", { name: "New assessment" }).click();
  await way.arrived(page, "Set up");
  await page.getByText(FULL, { exact: true }).waitFor();
  await nameField(page).fill("Mill");
  assertExported(await workOn(page), "Mill");
});

scene("an assessment kept before opens where nothing can be stored any more, and says that it is not saved", async (page, context) => {
  await way.begin(page, { name: "Mill" });
  const before = await storage(page);
  const later = await secondTab(page, context, "Set up", (other) => other.addInitScript(failsToStore));
  await nameField(later).fill("Mill 2");
  await later.getByText(FULL, { exact: true }).waitFor();
  assertExported(await workOn(later), "Mill 2");
  await way.home(later);
  await later.getByRole("heading", { name: /^Mill/ }).waitFor();
  assert.deepEqual(sessions(await storage(page)), sessions(before));
});

/** Alters what is stored of the only assessment behind the app's back, and gives back the key and the new value. */
async function damage(page, alter) {
  const [key] = Object.keys(await storage(page)).filter((key) => key.startsWith("plumbline.session."));
  const value = alter((await storage(page))[key]);
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [key, value]);
  return { key, value };
}

for (const [how, alter, words] of [
  ["damaged", (stored) => stored.replace("Mill", "Mull"), "It is damaged. It is left as it is: save it as a file and ask for help."],
  ["cut off", (stored) => stored.slice(0, -20), "It is damaged. It is left as it is: save it as a file and ask for help."],
  [
    "of a newer Plumbline",
    (stored) => stored.replace('"version":2', '"version":3'),
    "A newer Plumbline wrote it. It is safe: reload the page to get the newer one.",
  ],
]) {
  scene(`what is stored ${how} shows as unreadable, stays as it is and can be saved as a file`, async (page) => {
    await way.begin(page, { name: "Mill" });
    const address = page.url();
    await way.home(page);
    await forget(page);
    const { key, value } = await damage(page, alter);
    await page.reload();
    await way.canBegin(page);
    const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "An assessment that can't be opened" }) });
    await card.getByText(words, { exact: true }).waitFor();
    const saved = await downloaded(page, () => card.getByRole("button", { name: "Save what is stored" }).click());
    assert.equal(saved.text, value);
    await page.goto(address);
    await way.arrived(page, "This assessment can't be opened");
    await page.getByText(words, { exact: true }).waitFor();
    assert.equal((await storage(page))[key], value);

    await way.begin(page, { name: "Press" });
    await way.home(page);
    assert.deepEqual(await page.getByRole("heading", { level: 2 }).allInnerTexts(), ["Press", "An assessment that can't be opened"]);
    assert.equal((await storage(page))[key], value);
  });
}

scene("what was damaged on disk comes back from the journal, and the damaged is put aside as it is", async (page) => {
  await way.begin(page, { name: "Mill" });
  await soon(async () => assert.equal(await page.evaluate(() => JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith("plumbline.session."))[1].split("\n")[1]).name), "Mill"));
  const { value } = await damage(page, (stored) => stored.slice(0, -20));
  await page.reload();
  await way.arrived(page, "Set up");
  assert.equal(await nameField(page).inputValue(), "Mill");
  const aside = Object.entries(await storage(page)).filter(([name]) => name.startsWith("plumbline.aside."));
  assert.deepEqual(aside.map(([, kept]) => kept), [value]);
});

scene("what was damaged while it was open is put aside as it is, and the work is saved", async (page) => {
  await way.begin(page, { name: "Mill" });
  const { key, value } = await damage(page, (stored) => stored.replace("Mill", "Mull"));
  await includes(page).fill("The silo");
  await soon(async () => assert.notEqual((await storage(page))[key], value));
  const aside = Object.entries(await storage(page)).filter(([name]) => name.startsWith("plumbline.aside."));
  assert.deepEqual(aside.map(([, kept]) => kept), [value]);
  await page.reload();
  await way.arrived(page, "Set up");
  assert.equal(await includes(page).inputValue(), "The silo");
  assertExported(await workOn(page), "Mill");
});

scene("a file that is opened before the questions are there is opened as soon as they are", async (page) => {
  let letOn;
  const held = new Promise((resolve) => (letOn = resolve));
  await page.route("**/models/index.json", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./");
  await way.openFile(page, "early.json", JSON.stringify(small));
  await page.locator("#import-result").getByText("Reading the file").waitFor();
  letOn();
  await page.getByRole("button", { name: "Add as a new assessment" }).waitFor();
});
