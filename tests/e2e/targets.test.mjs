// How much is enough: setting targets one by one, for a whole domain, from profiles, and what the screen says about them.
import assert from "node:assert/strict";
import { scene, soon, still } from "./browser.mjs";
import { coherence } from "./guidance.mjs";
import { manufacturing, practice, practices, retail, smm } from "./model.mjs";
import * as way from "./way.mjs";

const names = (groups) => practices(groups).map(({ name }) => name.en);
const [GOVERNANCE, ENABLEMENT] = smm.groups;
const ASSETS = ENABLEMENT.groups.find(({ id }) => id === "enablement.assets");
const THREATS = "Threat modeling";
const BY_HAND = { level: 1, scope: "System", reason: "Only the two cells with people in them." };
const AS_SET = { level: "1", scope: "system" };

/** The targets of some practices, the same for all; no other practice has one. */
const only = (set, target) => Object.fromEntries(names().map((name) => [name, set.includes(name) ? target : {}]));

const setAll = (page, group, level) => way.setUnset(page, group, level);

async function openTargets(page, profile) {
  await way.begin(page, { name: "Press shop", profile });
  await way.step(page, "Targets");
}

async function assertTargets(page, expected) {
  await soon(async () => assert.deepEqual(await way.targets(page), expected));
}

scene("nothing is set before somebody sets it", async (page) => {
  await openTargets(page);
  await assertTargets(page, only([], {}));
});

scene("setting a domain sets what is below it and still unset, and nothing else", async (page) => {
  await openTargets(page);
  await way.setTarget(page, THREATS, BY_HAND);
  await setAll(page, "Governance", 3);
  await page.getByText("Governance: 5 targets set to 3.").waitFor();
  const expected = { ...only(names([GOVERNANCE]), { level: "3", scope: "general" }), [THREATS]: AS_SET };
  await assertTargets(page, expected);
  assert.equal(await way.targetReason(page, THREATS).inputValue(), BY_HAND.reason);
  await way.openTargets(page);
  assert.match(await way.targetCard(page, "Risk attitude").innerText(), /Set for all of Governance\./);
  assert.doesNotMatch(await way.targetCard(page, THREATS).innerText(), /Set for all of/);

  // Nothing is left to set there: the choice is gone, and the focus is at what was set.
  assert.equal(await page.getByLabel("Set what is unset in Governance", { exact: true }).count(), 0);
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Governance"));
  await way.step(page, "Set up");
  await way.step(page, "Targets");
  await assertTargets(page, expected);
});

scene("setting a sub-domain sets its practices, and its domain leaves them as they are", async (page) => {
  await openTargets(page);
  await setAll(page, "Asset protection", 2);
  await page.getByText("Asset protection: 2 targets set to 2.").waitFor();
  const assets = only(names([ASSETS]), { level: "2", scope: "general" });
  await assertTargets(page, assets);
  await setAll(page, "Enablement", 4);
  await page.getByText("Enablement: 4 targets set to 4.").waitFor();
  const both = only(names([ENABLEMENT]), { level: "4", scope: "general" });
  for (const name of names([ASSETS])) both[name] = assets[name];
  await assertTargets(page, both);
});

/** Says of a law that it applies to this system, and goes to the results. */
async function itApplies(page, law) {
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Duties", exact: true }).click();
  await page.getByRole("button", { name: new RegExp(`^It applies to us: ${law}, `) }).click();
  await way.step(page, "Results");
}

scene("setting a domain can be undone, also when something was set before", async (page) => {
  await openTargets(page);
  await way.setTarget(page, THREATS, BY_HAND);
  await setAll(page, "Governance", 3);
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  const expected = { ...only([], {}), [THREATS]: AS_SET };
  await assertTargets(page, expected);
  await page.reload();
  await way.arrived(page, "Targets");
  await assertTargets(page, expected);
});

scene("a reason is kept through a reload, and a level changed later keeps it", async (page) => {
  await openTargets(page);
  await way.setTarget(page, THREATS, BY_HAND);
  await page.reload();
  await way.arrived(page, "Targets");
  assert.equal(await way.targetReason(page, THREATS).inputValue(), BY_HAND.reason);
  await way.setTarget(page, THREATS, { level: 4 });
  await page.reload();
  await way.arrived(page, "Targets");
  assert.equal(await way.targetReason(page, THREATS).inputValue(), BY_HAND.reason);
  await assertTargets(page, { ...only([], {}), [THREATS]: { level: "4", scope: "system" } });
});

scene("a target below a minimum is flagged once the law applies, with the minimum and its source", async (page) => {
  const { practice: id, level: minimum, source, law } = manufacturing.minimums[0];
  const { en: name } = practice(id).name;
  await openTargets(page, "Manufacturing line");
  const card = way.targetCard(page, name);
  const says = (flag, applies = "") => card.getByText(`${flag} of ${minimum}${applies} (reading of the profile Manufacturing line): ${source.en}`, { exact: true });
  await says("Outside minimum", ", if it applies to you").waitFor();
  await way.setTarget(page, name, { level: minimum - 1 });
  await says("Outside minimum", ", if it applies to you").waitFor();
  await itApplies(page, law.name.en);
  const rows = await way.resultRows(page);
  assert.deepEqual(rows.find(([head]) => head === `1 ${name}`), [`1 ${name}`, "– not answered", `${minimum - 1} outside min. ${minimum}`, "not answered"]);
  await way.step(page, "Targets");
  await says("The target is below the outside minimum").waitFor();
  await way.setTarget(page, name, { level: minimum });
  await says("Outside minimum").waitFor();
  await says("The target is below the outside minimum").waitFor({ state: "detached" });
});

scene("a proposal that is confirmed stays when its profile goes, one that is not goes with it", async (page) => {
  await openTargets(page, "Manufacturing line");
  await page.getByRole("button", { name: `Confirm the target of ${THREATS}` }).click();
  await way.targetCard(page, THREATS).getByText("Proposed, not yet confirmed:").waitFor({ state: "detached" });
  await way.step(page, "Set up");
  await page.getByRole("checkbox", { name: "Manufacturing line" }).uncheck();
  await way.step(page, "Targets");
  await assertTargets(page, only([THREATS], { level: "2", scope: "system" }));
});

scene("where two profiles disagree, the higher target wins and both say why", async (page) => {
  await openTargets(page, "Manufacturing line");
  await way.step(page, "Set up");
  await page.getByRole("checkbox", { name: "Retail point of sale" }).check();
  await way.step(page, "Targets");
  const proposals = (id) => [manufacturing, retail].map(({ name, targets }) => ({ profile: name.en, ...targets.find((one) => one.practice === id) }));
  const shown = await way.targets(page);
  for (const { id, name } of practices()) {
    const both = proposals(id);
    assert.equal(shown[name.en].level, String(Math.max(...both.map(({ level }) => level))), id);
    const words = (await way.targetCard(page, name.en).innerText()).replace(/\s+/g, " ");
    for (const { profile, level, scope, reason } of both) {
      assert.ok(words.includes(`${profile} proposes ${level} · ${scope}: ${reason.en}`), `${id}: ${words}`);
    }
  }
});

scene("what is done beyond the target shows as more than needed, and is no gap", async (page) => {
  await openTargets(page);
  await way.setTarget(page, THREATS, BY_HAND);
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Quick pass of ${THREATS}` }).click();
  await way.arrived(page, THREATS);
  await way.answerQuick(page, 3);
  await way.step(page, "Results");
  const row = (await way.resultRows(page)).find(([head]) => head === `3 ${THREATS}`);
  assert.deepEqual(row, [`3 ${THREATS}`, "3 quick pass", "1", "2 levels more than needed"]);
  await page.getByRole("heading", { name: "More than needed" }).waitFor();
  await page.locator("ul.summary summary").filter({ hasText: /^1 practice more than needed$/ }).waitFor();
  await page.locator("ul.more-list summary").filter({ hasText: /Threat modeling[^]*2 levels more than needed$/ }).waitFor();
  await page.locator(".urgent").getByText("No practice is known to be below its target or below an outside minimum.").waitFor();
});

scene("typing an own statement leaves the rest of the page as it stands, and the statement is asked", async (page) => {
  await openTargets(page, "Manufacturing line");
  const card = way.targetCard(page, THREATS);
  await card.getByText("Decision, outside minimum, own statements").click();
  await card.getByText("Own statements for this system").click();
  await card.getByRole("button", { name: "Add a statement" }).click();
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^own-/));
  await page.evaluate(() => {
    globalThis.before = [...document.querySelectorAll(".origin p, .target-choice .hint")];
  });
  await page.keyboard.type("The pump stops by itself when the network is gone.");
  await page.getByText("Saved in this browser", { exact: true }).waitFor();
  await still(page);
  assert.ok(await page.evaluate(() => globalThis.before.length > 18 && globalThis.before.every((it) => it.isConnected)), "nothing was written anew");
  await way.step(page, "Assess");
  await way.openFull(page, THREATS);
  await page.getByText("The pump stops by itself when the network is gone.").first().waitFor();
});

// Below, the page as it is first seen: nothing is opened.
async function overview(page, { profile } = {}) {
  await way.begin(page, { name: "Press shop", profile });
  await page.getByRole("navigation", { name: "Steps of the assessment" }).getByRole("link", { name: "Targets" }).click();
  await page.locator("details.target-card").nth(17).waitFor();
  await still(page);
}

const rowOf = (page, name) => page.locator("summary.target-row").filter({ has: page.getByRole("heading", { name, exact: true }) });
const spoken = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();

for (const profile of [undefined, "Manufacturing line"]) {
  const what = profile ? "with a profile" : "with nothing set";
  scene(`on a phone the first control is within 700 pixels and the page below 6,000, ${what}`, { viewport: { width: 390, height: 844 } }, async (page) => {
    await overview(page, { profile });
    const [first, height] = await page.evaluate(() => {
      const controls = [...document.querySelectorAll("h1 ~ * :is(a, button, summary, select, input), .page-head ~ * :is(a, button, summary, select, input)")];
      return [Math.min(...controls.map((it) => it.getBoundingClientRect().top + scrollY)), document.documentElement.scrollHeight];
    });
    assert.ok(first < 700, `the first control begins at ${first}`);
    assert.ok(height < 6000, `the page is ${height} high`);
  });

  scene(`with nothing opened Tab gets from the top of the page to its end in 60 steps, ${what}`, async (page) => {
    await overview(page, { profile });
    await page.evaluate(() => document.activeElement.blur());
    let stops = 0;
    for (let inside = true; inside && stops <= 200; stops += 1) {
      await page.keyboard.press("Tab");
      inside = await page.evaluate(() => document.activeElement !== document.body && document.activeElement?.id !== "to-assess");
    }
    assert.ok(stops <= 60, `${stops} stops`);
  });
}

scene("every row of the overview says level, scope, minimum, state and who decided, and opens its card", async (page) => {
  const { practice: id, level: minimum, law } = manufacturing.minimums[0];
  const { en: name } = practice(id).name;
  const { level } = manufacturing.targets.find((one) => one.practice === id);
  await overview(page, { profile: "Manufacturing line" });
  await itApplies(page, law.name.en);
  await page.getByRole("navigation", { name: "Steps of the assessment" }).getByRole("link", { name: "Targets" }).click();
  await rowOf(page, name).waitFor();
  assert.match(await spoken(rowOf(page, name)), new RegExp(`^${name} Level ${level} (General|Industry|System) outside minimum ${minimum} proposed`));
  assert.equal(await page.getByRole("group", { name: /^Target level for/ }).count(), 0, "nothing is opened");
  await rowOf(page, name).click();
  await way.setTarget(page, name, { level: minimum - 1 });
  await soon(async () => assert.match(await spoken(rowOf(page, name)), new RegExp(`^${name} Level ${minimum - 1} \\w+ below outside minimum ${minimum} decided`)));
});

scene("the main button follows the state: interview, confirm, assess", async (page) => {
  const primary = () => page.locator("main .button.primary").allInnerTexts();
  await overview(page);
  assert.deepEqual(await primary(), ["Go to the interview"]);
  await way.step(page, "Set up");
  await page.getByRole("checkbox", { name: "Manufacturing line" }).check();
  await way.step(page, "Targets");
  await soon(async () => assert.deepEqual(await primary(), ["Confirm all 18 proposals"]));
  await page.getByRole("button", { name: "Confirm all 18 proposals" }).click();
  await soon(async () => assert.deepEqual(await primary(), ["Go to assess"]));
});

scene("confirming all names who decides: the one person there is, or the one chosen among several", async (page) => {
  const person = async (name) => {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  };
  const [{ practice: id }] = manufacturing.targets;
  const { en: name } = practice(id).name;
  await overview(page, { profile: "Manufacturing line" });
  await way.step(page, "Set up");
  await person("Karin Vogel");
  await way.step(page, "Targets");
  await page.getByRole("button", { name: "Confirm all 18 proposals" }).click();
  await soon(async () => assert.match(await spoken(rowOf(page, name)), /decided Karin Vogel$/));
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Confirm all 18 proposals" }).waitFor();

  await way.step(page, "Set up");
  await person("Werner Alt");
  await way.step(page, "Targets");
  await page.getByRole("button", { name: "Confirm all 18 proposals" }).click();
  const who = page.getByLabel("Who decides these targets?");
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "who-decides"));
  await who.selectOption({ label: "Werner Alt" });
  await page.locator(".onward").getByRole("button", { name: "Confirm", exact: true }).click();
  await soon(async () => assert.match(await spoken(rowOf(page, name)), /decided Werner Alt$/));
});

scene("a contradiction is said where it arises, as a status, and in both rows", async (page) => {
  const dependency = coherence.dependencies.find(({ at_least }) => at_least > 0);
  const [from, needs] = [dependency.practice, dependency.needs].map((id) => practice(id).name.en);
  await openTargets(page);
  await way.setTarget(page, from, { level: dependency.from_level });
  await way.setTarget(page, needs, { level: dependency.at_least - 1 });
  const words = new RegExp(`May not fit together: ${from} at ${dependency.from_level}, but ${needs} at ${dependency.at_least - 1}`);
  for (const name of [from, needs]) {
    await way.targetCard(page, name).getByRole("status").getByText(words).waitFor();
    await rowOf(page, name).getByText("may not fit").waitFor();
  }
  await way.targetCard(page, needs).getByRole("button", { name: "Say why it is right as it is" }).click();
  await page.keyboard.type("The provider does it.");
  await rowOf(page, needs).getByText("may not fit").waitFor({ state: "detached" });
});
