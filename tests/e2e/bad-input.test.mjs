// Files that are no sessions, sessions that speak of things unknown here, and words that somebody might take for code.
import assert from "node:assert/strict";
import { scene, soon, storage } from "./browser.mjs";
import { practice, small } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const NOTHING = "Nothing was added or changed.";

const altered = (alter) => {
  const file = structuredClone(small);
  alter(file);
  return JSON.stringify(file, null, 2);
};
const placed = (on, value) => ({ on, round: "r1", value, at: "2026-11-23T09:03:00Z", stamp: "ana:4" });

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** What people choose by mistake, and what they are told. */
const FILES = [
  ["an empty file", "session.json", "", "The file is empty. Ask whoever sent it to export and send it again."],
  [
    "a picture",
    "photo.png",
    PNG,
    "This is no Plumbline session but a picture, an archive or the like. Choose the .json file that was exported.",
  ],
  ["a file that was cut off", "session.json", JSON.stringify(small, null, 2).slice(0, 400), /^The file ends too early, in line \d+: /],
  ["a text", "letter.txt", "Dear Ana,\nplease find attached", "This is no Plumbline session: line 1, column 1 is not JSON. If the file was edited, undo that; else have it sent again."],
  ["{}", "session.json", "{}", "This is no Plumbline session: it is JSON, but was not exported by Plumbline."],
  ["[]", "session.json", "[]", "This is no Plumbline session: it is JSON, but was not exported by Plumbline."],
  ["a profile", "retail-pos.json", '{"format": "plumbline-profile"}', "This is no Plumbline session: the file says that it is “plumbline-profile”."],
  [
    "a session of a newer version",
    "session.json",
    altered((file) => (file.version = 2)),
    "This file is newer (version 2) than this Plumbline, which knows versions up to 1. Open it with an up-to-date Plumbline; the file is fine.",
  ],
  [
    "a session about a model that is not here",
    "session.json",
    altered((file) => (file.model.id = "other-model")),
    "The session is about the model “other-model”, which this Plumbline does not have (it has: iot-smm). Open it where it was made, or have that model added here.",
  ],
  [
    "a session with a target off the scale",
    "session.json",
    altered((file) => (file.targets[0].value.level = 5)),
    /^There is something wrong in the file at “targets, entry about governance\.strategy\.program”: level 5 does not exist/,
  ],
  [
    "a session with a quick answer off the scale",
    "session.json",
    altered((file) => (file.quick = [placed(PATCHING.id, { level: 9 })])),
    /^There is something wrong in the file at “quick, entry about hardening\.vulnerability\.patching”: level 9 does not exist/,
  ],
  [
    "a session with a word where a level belongs",
    "session.json",
    altered((file) => (file.targets[0].value.level = "three")),
    /^There is something wrong in the file at “targets\[0\]\.value\.level”: /,
  ],
];

async function assertRefused(page, name, content, message) {
  await way.openFile(page, name, content, "application/octet-stream");
  const told = page.getByRole("status").filter({ hasText: `“${name}” was not opened` });
  await told.getByText(message, { exact: true }).waitFor();
  await told.getByText(NOTHING, { exact: true }).waitFor();
  await told.getByRole("button", { name: "Dismiss" }).click();
  await page.getByText(NOTHING).waitFor({ state: "detached" });
}

scene("what is no session is refused with what it is, and nothing changes", async (page) => {
  await way.begin(page, { name: "Mill", profile: "Manufacturing line" });
  await way.home(page);
  const before = await storage(page);
  assert.ok(Object.keys(before).length > 0);
  for (const [what, name, content, message] of FILES) {
    await assertRefused(page, name, content, message).catch((error) => assert.fail(`${what}: ${error.message}`));
    assert.deepEqual(await storage(page), before, what);
  }
  await page.reload();
  await way.canBegin(page);
  await soon(async () => assert.deepEqual(await page.getByRole("heading", { level: 2 }).allInnerTexts(), ["Mill"]));
});

scene("what is no session is refused on the page Share as well, and the open assessment stays as it is", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Share");
  const before = await storage(page);
  const [, name, content, message] = FILES[1];
  await assertRefused(page, name, content, message);
  assert.deepEqual(await storage(page), before);
});

scene("a file that is only looked at is not added", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.home(page);
  const before = await storage(page);
  await way.openFile(page, "small.json", altered(() => undefined));
  await page.getByRole("heading", { name: "Small" }).waitFor();
  await page.getByText("From the file “small.json”").waitFor();
  assert.deepEqual(await storage(page), before);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("heading", { name: "Small" }).waitFor({ state: "detached" });
  assert.deepEqual(await storage(page), before);
});

scene("opening the same file twice makes two assessments, and neither changes the other", async (page) => {
  await way.openStart(page);
  await way.openFile(page, "small.json", altered(() => undefined));
  await way.addChosen(page);
  await way.home(page);
  const first = await storage(page);
  await way.openFile(page, "small.json", altered(() => undefined));
  await page.getByText(/^You have a copy of this assessment already\./).waitFor();
  await way.addChosen(page);
  await way.step(page, "Set up");
  await page.getByLabel("Name of the system").fill("The copy");
  await way.home(page);
  const headings = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  assert.deepEqual(headings.sort(), ["Small", "The copy"]);
  const after = await storage(page);
  for (const [key, value] of Object.entries(first)) assert.equal(after[key], value, key);
});

scene("what is unknown here is listed before, kept, and still there in the next export", async (page) => {
  const unknown = {
    target: { on: "governance.strategy.luck", value: { level: 2, scope: "industry", origin: "practice", colour: "blue" }, at: "2026-11-23T09:02:00Z", stamp: "ana:5" },
    answer: placed("governance.strategy.luck.l1.charm", "met"),
    note: placed("governance.strategy.luck.l1.charm", "Above the door."),
    profile: { on: "fishing-fleet", value: { edition: "2030-01" }, at: "2026-11-23T09:02:00Z", stamp: "ana:6" },
  };
  const file = altered((file) => {
    file.targets.push(unknown.target);
    file.answers = [unknown.answer];
    file.notes = [unknown.note];
    file.profiles = [unknown.profile];
    file.moon = { phase: "full" };
    file.system[0].mood = "fine";
    file.model.edition = "2025-01";
  });
  await way.openStart(page);
  await way.openFile(page, "small.json", file);
  await page.getByText("It was made with another edition of the questions (2025-01).").waitFor();
  await page.getByText("It uses profiles that are not here: fishing-fleet.").waitFor();
  await page.getByText("2 items are not part of this model: kept, but not shown").click();
  const list = page.getByRole("group").filter({ hasText: "2 items are not part of this model" });
  assert.deepEqual(await list.getByRole("listitem").allInnerTexts(), ["governance.strategy.luck", "governance.strategy.luck.l1.charm"]);
  await way.addChosen(page);
  await way.step(page, "Set up");
  await page.getByLabel("What belongs to it").fill("Everything");

  const again = JSON.parse((await way.exported(page)).text);
  assert.deepEqual(again.targets.find(({ on }) => on === unknown.target.on), unknown.target);
  assert.deepEqual(again.answers, [unknown.answer]);
  assert.deepEqual(again.notes, [unknown.note]);
  assert.deepEqual(again.profiles, [unknown.profile]);
  assert.deepEqual(again.moon, { phase: "full" });
  assert.equal(again.system.find(({ on }) => on === "name").mood, "fine");
  assert.equal(again.model.edition, "2025-01");
});

const ODD = [
  `O'Brien & "Söhne", Halle 7; 100 % «fertig» 🏭👩🏽‍🔧 C:\\new &amp; %s`,
  "مصنع الألبان رقم 3, שלום",
  `</p><script>globalThis.ran = true</script><img src=x onerror="globalThis.ran = true"> {{7*7}}`,
];

for (const odd of ODD) {
  scene(`words stay words: ${odd}`, async (page) => {
    const nothingRan = async () => assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    const typed = (what) => `${odd} ${what}`;
    const [first] = PATCHING.levels[1].indicators;
    await way.begin(page, { name: odd });
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).fill(typed("person"));
    await page.getByLabel("Who is answering on this device?").selectOption({ label: typed("person") });
    await way.step(page, "Targets");
    await way.setTarget(page, PATCHES, { level: 2 });
    await way.step(page, "Assess");
    await way.openFull(page, PATCHES);
    await way.answerStatement(page, first.text.en, "Not applicable", typed("why"));
    const statement = way.statement(page, first.text.en);
    await way.openMore(statement);
    await statement.getByLabel("Your note").fill(typed("on it"));
    await page.getByLabel("Note", { exact: true }).fill(typed("note"));
    await way.step(page, "Targets");
    await way.targetReason(page, PATCHES).fill(typed("reason"));

    const check = async () => {
      await page.getByText(odd, { exact: true }).waitFor();
      await way.step(page, "Set up");
      assert.equal(await page.getByLabel("Name of the system").inputValue(), odd);
      assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), typed("person"));
      await page.getByRole("button", { name: `Remove ${typed("person")}`, exact: true }).waitFor();
      await way.step(page, "Targets");
      assert.equal(await way.targetReason(page, PATCHES).inputValue(), typed("reason"));
      await way.step(page, "Assess");
      await way.openFull(page, PATCHES);
      assert.equal(await page.getByLabel("Note", { exact: true }).inputValue(), typed("note"));
      assert.equal(await statement.getByLabel("Why is it not applicable?").inputValue(), typed("why"));
      await way.openMore(statement);
      assert.equal(await statement.getByLabel("Your note").inputValue(), typed("on it"));
      await nothingRan();
    };
    await check();
    const file = await way.exported(page);
    assert.match(file.name, /^[\p{L}\p{N}-]+-\d{4}-\d\d-\d\d\.json$/u);
    await page.getByText(file.name, { exact: true }).waitFor();
    await way.home(page);
    await page.getByRole("heading", { name: odd, exact: true }).waitFor();
    await page.getByRole("button", { name: `Delete ${odd}`, exact: true }).click();
    await page.getByText(`“${odd}” is deleted.`, { exact: true }).waitFor();
    await way.openFile(page, `${odd.replaceAll("/", "_")}.json`, file.text);
    await page.getByRole("heading", { name: odd, exact: true }).waitFor();
    assert.equal((await way.fileFacts(page)).People, typed("person"));
    await nothingRan();
    await way.addChosen(page);
    await check();
  });
}
