// Profiles: one of one's own, saved and loaded elsewhere, one that a link names, and how far the own targets are from one.
import assert from "node:assert/strict";
import { downloaded, root, scene, soon, storage } from "./browser.mjs";
import * as guidance from "./guidance.mjs";
import { nameOf, onScreen, proposed, SYSTEMS } from "./guidance.mjs";
import { practice, practices, retail } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const THREATS = "Threat modeling";
const COMPLIANCE = "Compliance management";
const REASON = "“Two” cells, <one> maker & no network.";
const SOURCE = "Contract with Aldermoor, section 7";
const STATEMENT = "Only the miller starts an update of mill 7.";
const NAME = "Mill 7 – Nord";
const NOTHING = "Nothing was added or changed.";

const json = (value) => JSON.stringify(value, null, 1);

async function assertTargets(page, expected) {
  await soon(async () => assert.deepEqual(await way.targets(page), expected));
}

/** Chooses a profile file to load. */
const load = (page, name, content) =>
  page.getByLabel("Load a profile from a file…").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });

/** Chooses a file of so many bytes: made in the page, since it takes long to get there. */
const loadOf = (page, name, bytes) =>
  page.getByLabel("Load a profile from a file…").evaluate(
    (field, [name, bytes]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array(bytes).fill(32)], name, { type: "application/json" }));
      field.files = carried.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [name, bytes],
  );

/** Saves the targets as a profile, from the page of targets. */
async function saved(page, name) {
  await page.getByText("Save these targets as a profile of your own").click();
  await page.getByLabel("Name of the profile").fill(name);
  return downloaded(page, () => page.getByRole("button", { name: "Save as a profile file" }).click());
}

/** A profile of one's own with all targets, a reason, a minimum and a statement; what its targets are. */
async function ownProfile(page) {
  await way.begin(page, { name: "Mill 7" });
  await way.step(page, "Targets");
  await guidance.useInterview(page, SYSTEMS.pump.answers);
  await way.setTarget(page, THREATS, { level: 1, scope: "Industry", reason: REASON });
  await page.getByRole("button", { name: `Clear the target of ${COMPLIANCE}` }).click();
  await page.getByRole("button", { name: "Dismiss" }).click();
  const here = await guidance.opened(way.targetCard(page, PATCHES), "Decision, outside minimum, own statements", "Own statements for this system");
  await here.getByLabel(`Your own outside minimum for ${PATCHES}, beside those of profiles`).selectOption("3");
  await here.getByLabel("Who demands it, and where it is written").fill(SOURCE);
  await here.getByRole("button", { name: "Add a statement" }).click();
  await here.getByLabel("Statement", { exact: true }).fill(STATEMENT);
  await here.locator("li.own-row").getByLabel("Level").selectOption("2");
  const targets = { ...proposed(SYSTEMS.pump.answers), "governance.risk.threat-modeling": { level: 1, scope: "industry" } };
  delete targets["governance.strategy.compliance"];
  return { ...(await saved(page, NAME)), targets };
}

scene("for whom a profile is can be read without opening anything", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Set up");
  const cameras = page.locator("li.choice", { has: page.getByRole("checkbox", { name: "Consumer cameras and home devices" }) });
  assert.match(await cameras.innerText(), /For makers, brands and importers of home cameras/);
  assert.doesNotMatch(await cameras.innerText(), /It is driven by/);
  await cameras.locator("summary").click();
  await cameras.getByText("It is driven by").waitFor();
});

scene("the own targets can be saved as a profile file", async (page) => {
  const { name, text, targets } = await ownProfile(page);
  assert.equal(name, "mill-7-nord.json");
  await page.getByText("mill-7-nord.json").waitFor();
  const file = JSON.parse(text);
  assert.deepEqual([file.format, file.version, file.id, file.model, file.name.en], ["plumbline-profile", 1, "mill-7-nord", "iot-smm", NAME]);
  const found = Object.fromEntries(file.targets.map(({ practice, level, scope }) => [practice, { level, scope }]));
  assert.deepEqual(onScreen(found), onScreen(targets));
  assert.equal(file.targets.length, 17);
  assert.equal(file.targets.find((target) => target.practice === "governance.risk.threat-modeling").reason.en, REASON);
  assert.deepEqual(file.minimums, [{ practice: PATCHING.id, level: 3, source: { en: SOURCE } }]);
  assert.deepEqual(file.indicators.map(({ practice, level, scope, text }) => ({ practice, level, scope, text: text.en })), [{ practice: PATCHING.id, level: 2, scope: "system", text: STATEMENT }]);
});

scene("a proposed target goes into the own profile with the reason for which it was proposed", async (page) => {
  const { text } = await ownProfile(page);
  const target = JSON.parse(text).targets.find(({ practice }) => practice === PATCHING.id);
  assert.ok(target.reason.en.includes(proposed(SYSTEMS.pump.answers)[PATCHING.id].reasons[0]), target.reason.en);
});

scene("a profile without a name is not saved, and it is said why", async (page) => {
  await way.begin(page, { name: "Mill 7" });
  await way.step(page, "Targets");
  await way.setTarget(page, THREATS, { level: 1 });
  await page.getByText("Save these targets as a profile of your own").click();
  for (const name of ["", "  ", "水车"]) {
    await page.getByLabel("Name of the profile").fill(name);
    await page.getByRole("button", { name: "Save as a profile file" }).click();
    await page.getByText("Give the profile a name with Latin letters or digits first.").waitFor();
    await page.getByRole("button", { name: "Dismiss" }).click();
  }
});

scene("an own profile is loaded in another browser, proposes the same there and stays", async (page, context) => {
  const { name, text, targets } = await ownProfile(page);
  const elsewhere = await context.browser().newContext({ baseURL: root, locale: "en-GB", viewport: { width: 1280, height: 800 } });
  try {
    const other = await elsewhere.newPage();
    await way.begin(other, { name: "Mill 8" });
    await load(other, name, text);
    await other.getByText(`The profile “${NAME}” is kept in this browser and can be chosen now.`).waitFor();
    assert.equal(await other.getByLabel("Name of the system").inputValue(), "Mill 8");
    await other.getByRole("checkbox", { name: NAME }).check();
    await other.getByText(`${NAME} is used. 17 targets proposed, for you to confirm.`).waitFor();
    await way.step(other, "Targets");
    await assertTargets(other, onScreen(targets));
    const card = await guidance.words(way.targetCard(other, THREATS));
    assert.ok(card.includes(`${NAME} proposes 1 · industry: ${REASON}`), card);
    await way.targetCard(other, PATCHES).getByText(`Outside minimum of 3, if it binds you (reading of the profile ${NAME}): ${SOURCE}`, { exact: true }).waitFor();
    await way.setTarget(other, PATCHES, { level: 2 });
    await way.targetCard(other, PATCHES).getByText(`The target is below the outside minimum of 3, if it binds you (reading of the profile ${NAME}): ${SOURCE}`, { exact: true }).waitFor();
    await way.step(other, "Assess");
    await way.openFull(other, PATCHES);
    await way.arrived(other, PATCHES);
    await other.getByRole("region", { name: /^2/ }).getByRole("group", { name: STATEMENT, exact: true }).waitFor();

    await way.begin(other, { name: "Mill 9", profile: NAME });
    await other.reload();
    await way.arrived(other, "Set up");
    assert.ok(await other.getByRole("checkbox", { name: NAME }).isChecked());
    await way.step(other, "Targets");
    await assertTargets(other, onScreen(targets));
  } finally {
    await elsewhere.close();
  }
});

scene("loading a profile can be undone, and a newer file takes the place of the older one", async (page) => {
  const own = { ...guidance.profile("digital-twin"), id: "mill", name: { en: "Mill" } };
  await way.begin(page, { name: "Mill 7" });
  await load(page, "mill.json", json(own));
  const choice = (name) => page.getByRole("checkbox", { name, exact: true });
  await choice("Mill").waitFor();
  await load(page, "mill2.json", json({ ...own, name: { en: "Mill, second" } }));
  await choice("Mill, second").waitFor();
  await choice("Mill").waitFor({ state: "detached" });
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await choice("Mill").waitFor();
  await choice("Mill, second").waitFor({ state: "detached" });
  await page.reload();
  await choice("Mill").waitFor();
});

/** What of a broken profile is said, each with the place in the file. */
const BROKEN = {
  ...retail,
  id: "broken",
  targets: retail.targets.map((target, index) => {
    if (index === 0) return { ...target, level: 7 };
    if (index === 2) return { ...target, practice: "governance.risk.guessing" };
    if (index === 3) return { ...target, practice: retail.targets[1].practice };
    if (index === 4) return { ...target, scope: "galaxy" };
    return index === 5 ? { ...target, reason: { en: " " } } : target;
  }),
  minimums: [{ practice: retail.minimums[0].practice, level: "2" }],
  indicators: [{ ...retail.indicators[0], kind: "hoped" }],
};
const PLACES = [
  /^targets\[0\]\.level: a whole number from 0 to 4 is expected here$/,
  /^targets\[2\]: the model “iot-smm” has no practice “governance\.risk\.guessing”$/,
  /^targets\[3\]: there are two targets for “governance\.strategy\.compliance”$/,
  /^targets\[4\]\.scope: “galaxy” is not one of “general”, “industry”, “system”$/,
  /^targets\[5\]\.reason\.en: this text is empty$/,
  /^minimums\[0\]\.level: a whole number from 1 to 4 is expected here$/,
  /^minimums\[0\]: “source” is missing$/,
  /^indicators\[0\]\.kind: “hoped” is not one of /,
];

scene("a broken profile shows all its problems at once, with their places, and changes nothing", async (page) => {
  await way.begin(page, { name: "Mill 7", profile: "Manufacturing line" });
  const before = await storage(page);
  const choices = await page.getByRole("checkbox").count();
  await load(page, "broken.json", json(BROKEN));
  const problems = page.getByRole("status").filter({ hasText: "“broken.json” was not opened" });
  await problems.getByText(NOTHING).waitFor();
  const said = await problems.getByRole("listitem").allInnerTexts();
  for (const place of PLACES) assert.ok(said.some((problem) => place.test(problem)), `${place} is not among\n${said.join("\n")}`);
  assert.equal(said.length, PLACES.length, said.join("\n"));
  assert.deepEqual(await storage(page), before);
  assert.equal(await page.getByRole("checkbox").count(), choices);

  await load(page, "mill.json", json({ ...retail, id: "mill", name: { en: "Mill" } }));
  await page.getByRole("checkbox", { name: "Mill", exact: true }).waitFor();
  await problems.waitFor({ state: "detached" });
});

for (const [what, content, expected] of [
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "this is no text file: choose the .json file of a profile"],
  ["an empty file", "", undefined],
  ["a file of 33 MB", 33_000_000, "the file has 33 MB; profiles have at most 32 MB. Look whether it is the right file."],
  ["a text", "Dear Ana, please find attached", undefined],
  ["a session", json({ format: "plumbline-session", version: 1 }), "this file says that it is a “plumbline-session”, a “plumbline-profile” is expected"],
  ["a profile for another model", json({ ...retail, id: "mill", model: "other" }), "the profile is for the model “other”, not for “iot-smm”"],
  ["a profile of a newer version", json({ ...retail, id: "mill", version: 2 }), undefined],
  ["a profile with the id of a hosted one", json(retail), "id: a profile “retail-pos” is hosted here already: give yours another id"],
]) {
  scene(`${what} instead of a profile is refused and changes nothing`, async (page) => {
    await way.begin(page, { name: "Mill 7" });
    const before = await storage(page);
    await (typeof content === "number" ? loadOf : load)(page, "file.json", content);
    const problems = page.getByRole("status").filter({ hasText: "“file.json” was not opened" });
    await problems.getByText(NOTHING).waitFor();
    const said = await problems.getByRole("listitem").allInnerTexts();
    if (expected) assert.ok(said.includes(expected), said.join("\n"));
    else assert.ok(said.length > 0 && said.every((problem) => problem.length > 10), said.join("\n"));
    assert.deepEqual(await storage(page), before);
  });
}

scene("a link with a profile begins with it", async (page) => {
  await page.goto("./?profile=retail-pos");
  await page.getByRole("button", { name: "New assessment with the profile Retail point of sale" }).click();
  await way.arrived(page, "Set up");
  assert.ok(await page.getByRole("checkbox", { name: "Retail point of sale" }).isChecked());
  await page.getByRole("link", { name: "Targets 0 of 18, 18 to confirm" }).click();
  await way.arrived(page, "Targets");
  await assertTargets(page, onScreen(Object.fromEntries(retail.targets.map((target) => [target.practice, target]))));
});

scene("a link with a profile that is not here says so, and one can begin without", async (page) => {
  await page.goto("./?profile=%3Cb%3Egolf%3C%2Fb%3E");
  await page.getByText("The link names a profile “<b>golf</b>” that is not here. You can begin without it.").waitFor();
  await page.getByRole("button", { name: "New assessment", exact: true }).click();
  await way.arrived(page, "Set up");
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 0);
});

/** The rows of the comparison. */
const compared = (page) =>
  page.locator("table tbody").getByRole("row").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));

scene("the own targets beside a profile's: above, below, the same, with a reason or without", async (page) => {
  const { targets } = retail;
  const level = (id) => targets.find(({ practice }) => practice === id).level;
  const own = {
    "governance.strategy.program": { level: level("governance.strategy.program") + 2 },
    "governance.risk.threat-modeling": { level: level("governance.risk.threat-modeling") - 1, reason: "The maker does it." },
    "enablement.assets.physical": { level: level("enablement.assets.physical") - 3 },
    "governance.risk.risk-attitude": { level: level("governance.risk.risk-attitude") + 1, reason: "We had an incident." },
    "enablement.data.policy": { level: level("enablement.data.policy") },
    "hardening.response.recovery": { level: level("hardening.response.recovery"), reason: "As in the sector." },
  };
  await way.begin(page, { name: "Shop" });
  await way.step(page, "Targets");
  for (const [id, target] of Object.entries(own)) await way.setTarget(page, nameOf(id), target);
  await page.getByRole("link", { name: "Compare with a profile" }).click();
  await way.arrived(page, "Compare with a profile");
  const choice = page.getByLabel("Compare your targets with");
  assert.equal(await page.locator("table").count(), 0);
  const names = await choice.locator("option").allInnerTexts();
  assert.equal(names.length, guidance.profiles.length + 1);
  const difference = ({ practice, level }) => {
    const mine = own[practice];
    if (!mine) return "no target of your own";
    const why = mine.reason ? "with a reason" : "no reason given";
    return mine.level === level ? "the same" : `${Math.abs(mine.level - level)} ${mine.level > level ? "above" : "below"}, ${why}`;
  };
  for (const id of ["retail-pos", "digital-twin", "automotive-ota"]) {
    const profile = guidance.profile(id);
    await choice.selectOption({ label: profile.name.en });
    await page.getByRole("heading", { name: profile.name.en }).waitFor();
    const expected = profile.targets.map((target) => [nameOf(target.practice), own[target.practice] ? String(own[target.practice].level) : "no target", String(target.level), difference(target)]);
    await soon(async () => assert.deepEqual(await compared(page), expected));
  }
  const said = new Set(Object.keys(own).map((id) => difference(targets.find(({ practice }) => practice === id))));
  assert.deepEqual([...said].sort(), ["1 above, with a reason", "1 below, with a reason", "2 above, no reason given", "3 below, no reason given", "the same"]);
});

scene("with a profile in use the comparison begins with it, and all is the same", async (page) => {
  await way.begin(page, { name: "Shop", profile: "Retail point of sale" });
  await way.step(page, "Targets");
  await page.getByRole("link", { name: "Compare with a profile" }).click();
  await page.getByRole("heading", { name: "Retail point of sale" }).waitFor();
  const choice = page.getByLabel("Compare your targets with");
  assert.equal(await choice.evaluate((select) => select.selectedOptions[0].textContent), "Retail point of sale");
  assert.deepEqual(await compared(page), retail.targets.map(({ practice, level }) => [nameOf(practice), String(level), String(level), "the same"]));
  assert.equal((await compared(page)).length, practices().length);
});
