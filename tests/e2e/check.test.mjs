// What stands out: found, explained, and each with a link to where it can be helped.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { scene, soon } from "./browser.mjs";
import { practice, practices, small } from "./model.mjs";
import * as way from "./way.mjs";

const NOON = new Date("2026-11-23T12:00:00Z");
const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const STATEMENT = PATCHING.levels[1].indicators[0];
const PROGRAM = practice("governance.strategy.program");
const RULES = 17;

const openCheck = async (page) => {
  await way.step(page, "Assess");
  await page.getByRole("link", { name: "Check", exact: true }).click();
  await way.arrived(page, "Check");
};

/** The part of the page about a rule. */
const group = (page, title) =>
  page.locator(".check > section").filter({ has: page.getByRole("heading", { level: 3, name: new RegExp(`^${title} \\(\\d+\\)$`) }) });

/** The findings of a rule: their words, and the page to which their first link leads. */
const findings = (page, title) =>
  group(page, title).locator(".findings > li").evaluateAll((items) =>
    items.map((item) => [
      item.innerText.replace(/\s*\n\s*/g, " | ").trim(),
      item.querySelector("a").href.replace(/^.*\/s\/[^/]+\//, ""),
    ]),
  );

/** A session file in which these facts were stated, each as a list and an entry of it. */
function file(facts) {
  const session = { ...small, targets: [], seen: {} };
  facts.forEach(([list, entry], index) => {
    const round = ["answers", "quick", "notes", "practice_notes", "shown", "overrides"].includes(list) ? { round: "r1" } : {};
    session[list] = [...(session[list] ?? []), { ...round, at: "2026-11-20T09:00:00Z", stamp: `tab:${index + 1}`, ...entry }];
  });
  return JSON.stringify(session);
}

async function openWith(page, facts) {
  await page.clock.setFixedTime(NOON);
  await way.openStart(page);
  await way.openFile(page, "found.json", file(facts));
  await way.addChosen(page);
  await openCheck(page);
}

scene("where nothing is said yet, the check says so, what is open and what it looks for", async (page) => {
  await way.begin(page, { name: "Mill" });
  await openCheck(page);
  await page.getByRole("heading", { level: 2, name: "There is nothing to check yet" }).waitFor();
  assert.ok(!(await page.locator("main").innerText()).includes("fits together"), "nobody looked at anything");
  await page.getByText("0 of ", { exact: false }).filter({ hasText: "statements are answered" }).first().waitFor();
  await page.getByRole("link", { name: /practices are not answered$/ }).waitFor();
  assert.equal(await page.locator(".check li").count(), RULES);
  assert.ok((await page.locator(".check li").allInnerTexts()).includes("Not applicable, without a reason"));
});

scene("a finding leads to its place, and is gone once it is helped", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Full pass of ${PATCHES}` }).click();
  await way.arrived(page, PATCHES);
  await way.answerStatement(page, STATEMENT.text.en, "Not applicable");
  await openCheck(page);
  await page.getByRole("heading", { level: 2, name: "2 things are worth a look" }).waitFor();
  const nameless = "Answers without a name";
  assert.deepEqual((await findings(page, nameless)).map(([words]) => words), [`${PATCHES} | 1 answer, beginning here, and nobody is named`]);
  const rule = "Not applicable, without a reason";
  assert.deepEqual(await findings(page, rule), [[`${PATCHES} | ${STATEMENT.text.en}`, `full/${PATCHING.id}?at=${STATEMENT.id}`]]);
  await page.getByText("What else was looked for, without finding any").click();
  assert.equal(await page.locator(".check details li").count(), RULES - 2);

  await group(page, rule).getByRole("link", { name: STATEMENT.text.en }).click();
  await way.arrived(page, PATCHES);
  assert.ok(page.url().endsWith(`full/${PATCHING.id}?at=${STATEMENT.id}`), page.url());
  await way.statement(page, STATEMENT.text.en).getByLabel("Why is it not applicable?").fill("There is only one way in.");
  await openCheck(page);
  await page.getByRole("heading", { level: 2, name: "1 thing is worth a look" }).waitFor();
  assert.equal(await group(page, rule).count(), 0);
});

scene("targets and quick answers are helped on pages of their own", async (page) => {
  await openWith(page, [
    ["targets", { on: PROGRAM.id, value: { level: 1, scope: "general", origin: "practice" } }],
    ["minimums", { on: PROGRAM.id, value: { level: 3, source: "The customer" } }],
    ["quick", { on: PATCHING.id, value: { not_applicable: { reason: "" } } }],
  ]);
  await page.getByRole("heading", { level: 2, name: "3 things are worth a look" }).waitFor();
  assert.deepEqual(await findings(page, "Targets below an outside minimum"), [[`${PROGRAM.name.en} | Target 1, outside minimum 3`, "targets"]]);
  assert.deepEqual(await findings(page, "Not applicable, without a reason"), [[PATCHES, `quick/${PATCHING.id}`]]);
  await group(page, "Not applicable, without a reason").getByRole("link", { name: PATCHES }).click();
  await way.arrived(page, PATCHES);
  await page.getByLabel("Why is it not applicable?").waitFor();
});

scene("decided targets without a name are counted apart from answers, lead to the target, and get one name at once", async (page) => {
  const target = ({ id }) => ["targets", { on: id, value: { level: 2, scope: "general", origin: "practice" } }];
  await openWith(page, [
    ["people", { on: "p1", value: { name: "Karin Vogel", role: "business_owner" } }],
    ["people", { on: "p2", value: { name: "Werner Alt", role: "technology_owner" } }],
    ["answers", { on: STATEMENT.id, value: "met" }],
    target(PROGRAM),
    target(PATCHING),
  ]);
  const nameless = "Decided targets without a name";
  assert.deepEqual(await findings(page, nameless), [PROGRAM, PATCHING].map(({ id, name }) => [name.en, `targets?at=${id}`]));
  assert.equal((await findings(page, "Answers without a name")).length, 1);
  await page.getByRole("heading", { level: 3, name: `${nameless} (2)` }).waitFor();
  const nameThem = async () => {
    await group(page, nameless).getByLabel("Decided by, for all 2").selectOption({ label: "Karin Vogel" });
    await group(page, nameless).getByRole("button", { name: "For all of them" }).click();
    await page.getByText("2 targets are now decided by Karin Vogel.").waitFor();
    await soon(async () => assert.equal(await group(page, nameless).count(), 0));
  };
  await nameThem();
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { level: 3, name: `${nameless} (2)` }).waitFor();
  await nameThem();
  await way.step(page, "Targets");
  assert.match(await page.locator(".target-row", { hasText: PATCHES }).first().innerText(), /decided\s+Karin Vogel/);
});

/** Something that nearly every rule finds, with nasty words. */
function everything() {
  const nasty = `<b>As agreed</b> ${"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(2)}`;
  const levels = [1, 2].flatMap((level) => PATCHING.levels[level].indicators);
  return [
    ["system", { on: "in_use_since", value: "2026-01-01" }],
    ["people", { on: "p1", value: { name: "Ana Ruiz", role: "technology_owner" } }],
    ["people", { on: "p2", value: { name: nasty, role: "technology_owner" } }],
    ["parts", { on: "cloud", value: { name: "Cloud" } }],
    ...levels.map(({ id }) => ["answers", { on: id, value: "met" }]),
    ["answers", { on: PROGRAM.levels[1].indicators[0].id, by: "p1", value: "met" }],
    ["answers", { on: PROGRAM.levels[1].indicators[0].id, by: "p2", value: "not_met" }],
    ["answers", { on: PROGRAM.levels[1].indicators[1].id, by: "p1", part: "cloud", value: { compensated: { reason: "" } } }],
    ["answers", { on: PATCHING.levels[3].indicators[0].id, value: "not_met" }],
    ["quick", { on: PATCHING.id, value: { level: 4 } }],
    ...PROGRAM.levels[2].indicators.slice(0, 3).map(({ id }) => ["notes", { on: id, by: "p1", value: nasty }]),
    ["evidence", { on: "e1", value: { title: nasty, kind: "document", dated: "2020-02-29" } }],
    ["evidence", { on: "e2", value: { title: "", kind: "test", location: "binder 3" } }],
    ["shown", { on: levels[0].id, by: "p1", value: "not_shown" }],
    ["overrides", { on: PROGRAM.id, value: { level: 2, reason: " " } }],
  ];
}

scene("findings say what was found, about which part and by whom, in words as they are", async (page) => {
  await openWith(page, everything());
  const said = async (title) => (await findings(page, title)).map(([words]) => words);
  const [first, second] = PROGRAM.levels[1].indicators.map(({ text }) => text.en);
  assert.deepEqual(await said("Compensated, without a reason"), [`${PROGRAM.name.en} | ${second} | Cloud · by Ana Ruiz`]);
  assert.deepEqual(await said("A level set by hand, without a reason"), [`${PROGRAM.name.en} | Set to level 2`]);
  const [disputed] = await said("Different answers from different people");
  assert.ok(disputed.startsWith(`${PROGRAM.name.en} | ${first} | Ana Ruiz: met, <b>As agreed</b>`), disputed);
  assert.deepEqual(await said("Quick pass and statements far apart"), [`${PATCHES} | Quick pass 4, statements 2`]);
  const met = [1, 2].flatMap((level) => PATCHING.levels[level].indicators).length;
  assert.deepEqual(await said("Levels by statements with nothing to show for them"), [
    `${PATCHES} | Level 2, without evidence for ${met - 1} of ${met} statements that are met`,
  ]);
  assert.deepEqual(await said("Met, but the evidence does not show it"), [`${PATCHES} | ${STATEMENT.text.en}`]);
  const [old] = await findings(page, "Evidence older than the system");
  assert.match(old[0], /\| From 2020-02-29; the system is as it is since 2026-01-01$/);
  assert.equal(old[1], "evidence");
  assert.ok((await said("Evidence that is not used")).includes("Evidence without a title"));
  assert.deepEqual(await said("Answers without a name"), [`${PATCHES} | ${met + 2} of ${met + 2} answers`]);
  const [pasted] = await said("The same note in many places");
  assert.match(pasted, /3 times: “<b>As agreed<\/b>/);
  assert.equal(await group(page, "The same note in many places").getByRole("link").count(), 3);
  assert.equal(await page.locator(".check b").count(), 0, "what people typed stays text");
  await page.getByRole("link", { name: "Choose who is answering" }).click();
  await way.arrived(page, "Set up");
});

scene("many findings of one kind are folded after the first", async (page) => {
  const some = practices().slice(0, 11);
  await openWith(page, some.map(({ id }) => ["quick", { on: id, value: { not_applicable: { reason: "" } } }]));
  await page.getByRole("heading", { level: 2, name: "12 things are worth a look" }).waitFor();
  const here = group(page, "Not applicable, without a reason");
  const last = here.getByRole("link", { name: some[10].name.en, exact: true });
  assert.equal(await here.getByRole("link").count(), 8);
  await here.getByText("Show 3 more").click();
  await last.waitFor();
  assert.equal(await here.getByRole("link").count(), 11);
});

scene("answers that grew old are found by today's date", async (page) => {
  // The first statement lasts until the next release, the second one a year.
  await openWith(page, [["answers", { on: PATCHING.levels[1].indicators[1].id, value: "met", at: "2024-05-01T09:00:00Z" }]]);
  const title = "Answers that may no longer be true";
  await soon(async () => assert.match((await findings(page, title))[0]?.[0] ?? "", /\| Not looked at again since before 2025-05-02$/));
});

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }, { width: 320, height: 640 }]) {
  scene(`everybody can use the check, ${viewport.width} pixels wide`, { viewport, reducedMotion: "reduce" }, async (page) => {
    const found = [];
    const look = async (what) => {
      found.push(...(await axeFinds(page, what)));
      found.push(...(await sticksOut(page, what)));
    };
    await openWith(page, []);
    await look("nothing found");
    await way.home(page);
    await openWith(page, everything());
    await page.getByText("What else was looked for, without finding any").click();
    await look("much found");
    assert.deepEqual(found, []);
  });
}
