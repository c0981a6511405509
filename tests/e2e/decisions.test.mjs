// A target that can be defended a year later: why it is what it is, who decided it, what it asks for, what was there before.
import assert from "node:assert/strict";
import { downloaded, scene, soon } from "./browser.mjs";
import * as guidance from "./guidance.mjs";
import { coherence, nameOf, proposed, SYSTEMS } from "./guidance.mjs";
import { practice, practices, smm, statements, wordsOfAction } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const CHANGE = nameOf("enablement.assets.change");
const MONITORING = nameOf("hardening.awareness.monitoring");
const THREATS = "Threat modeling";
const MORE = "Decision, outside minimum, own statements";
const OBLIGATIONS = "What would have to be true";
const OWN = "Own statements for this system";
const NOON = new Date("2026-11-23T12:00:00Z");
const later = (minutes) => new Date(NOON.getTime() + minutes * 60_000);

/** An assessment with two people, of whom the first one answers on this device. */
async function openTargets(page, { tick } = {}) {
  await way.begin(page, { name: "Mill" });
  for (const name of ["Ana Ruiz", "Bo Lind"]) {
    // People stand in the order in which they were added: where the clock stands still, that would be any order.
    await tick?.();
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  }
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Ana Ruiz" });
  await way.step(page, "Targets");
}

const card = way.targetCard;
const more = (page, name) => guidance.opened(card(page, name), MORE);
const reload = async (page, heading = "Targets") => {
  await page.reload();
  await way.arrived(page, heading);
};
const selected = (field) => field.evaluate((select) => select.selectedOptions[0].textContent);

/** The decision log from the targets: per decision when and by whom, what, and why. */
async function log(page) {
  await page.getByRole("link", { name: "Decision log" }).click();
  await way.arrived(page, "Decision log");
  const rows = page.locator("ol.log > li");
  await rows.or(page.getByText("No target has been set yet.")).first().waitFor();
  return rows.evaluateAll((items) => items.map((item) => [...item.querySelectorAll("p")].map((one) => one.textContent.replace(/\s+/g, " ").trim())));
}

/** The log without when and by whom. */
const decided = (rows) => rows.map(([, ...rest]) => rest);

const DECISION = {
  because: ["Regulation: what the law demands", "regulation"],
  reason: "The authority inspects every second year.",
  by: "Bo Lind",
  on: "2026-11-20",
  review: "2027-11-20",
};

async function decide(page, name, { because, reason, by, on, review }) {
  const here = await more(page, name);
  await way.targetReason(page, name).fill(reason);
  await here.getByLabel("Kind of reason").selectOption({ label: because[0] });
  await here.getByLabel("Decided by").selectOption({ label: by });
  await here.getByLabel("Decided on").fill(on);
  await here.getByLabel("Review on").fill(review);
  return here;
}

scene("a decision with everything said about it survives a reload and stands in the log", async (page) => {
  await openTargets(page);
  await way.setTarget(page, PATCHES, { level: 2, scope: "Industry" });
  const here = await decide(page, PATCHES, DECISION);
  await here.getByLabel(`Your own outside minimum for ${PATCHES}, beside those of profiles`).selectOption({ label: "at least 3" });
  await here.getByLabel("Who demands it, and where it is written").fill("Contract with Aldermoor, section 7");
  await here.getByText("The target is below the outside minimum of 3: Contract with Aldermoor, section 7", { exact: true }).waitFor();

  await reload(page);
  await more(page, PATCHES);
  assert.equal(await way.chosen(way.targetLevels(page, PATCHES)), "2");
  assert.equal(await way.chosen(way.targetScopes(page, PATCHES)), "Industry");
  assert.equal(await way.targetReason(page, PATCHES).inputValue(), DECISION.reason);
  assert.equal(await selected(here.getByLabel("Kind of reason")), DECISION.because[0]);
  assert.equal(await selected(here.getByLabel("Decided by")), DECISION.by);
  assert.equal(await here.getByLabel("Decided on").inputValue(), DECISION.on);
  assert.equal(await here.getByLabel("Review on").inputValue(), DECISION.review);
  assert.equal(await selected(here.getByLabel(`Your own outside minimum for ${PATCHES}, beside those of profiles`)), "at least 3");
  assert.equal(await here.getByLabel("Who demands it, and where it is written").inputValue(), "Contract with Aldermoor, section 7");
  const flag = here.getByText("The target is below the outside minimum of 3: Contract with Aldermoor, section 7", { exact: true });
  await flag.waitFor();
  await way.setTarget(page, PATCHES, { level: 3 });
  await here.getByText("Outside minimum of 3: Contract with Aldermoor, section 7", { exact: true }).waitFor();
  await way.setTarget(page, PATCHES, { level: 2 });
  await flag.waitFor();

  const [row, ...others] = await log(page);
  assert.deepEqual(others, []);
  const [when, what, why] = row;
  assert.match(when, / · Ana Ruiz$/);
  assert.equal(what, `${PATCHES}: set to 2 · industry`);
  assert.equal(why, `${DECISION.because[0]} · ${DECISION.reason} · decided by Bo Lind · on 2026-11-20 · review on 2027-11-20`);
  await way.step(page, "Results");
  const results = await way.resultRows(page);
  assert.ok(results.some(([head, , target]) => head.endsWith(PATCHES) && target === "2 outside min. 3"), JSON.stringify(results));
});

scene("every kind of reason can be chosen and taken back", async (page) => {
  await openTargets(page);
  await way.setTarget(page, PATCHES, { level: 1 });
  const kind = (await more(page, PATCHES)).getByLabel("Kind of reason");
  const kinds = await kind.locator("option").allInnerTexts();
  assert.deepEqual(kinds.map((one) => one.split(":")[0]), ["Not said", "Risk", "Contract", "Regulation", "Incident", "Cost", "Something else"]);
  for (const label of [...kinds.slice(1), kinds[0]]) {
    await kind.selectOption({ label });
    await reload(page);
    await more(page, PATCHES);
    assert.equal(await selected(kind), label);
  }
});

scene("days and words that are typed key by key arrive as they were meant, as one decision", async (page) => {
  await openTargets(page);
  await way.setTarget(page, PATCHES, { level: 2 });
  const here = await more(page, PATCHES);
  await way.targetReason(page, PATCHES).pressSequentially("Twice a year");
  // The same digits for day and month: which of them comes first depends on the machine.
  for (const [label, keys] of [["Decided on", "11112026"], ["Review on", "12122027"]]) {
    await here.getByLabel(label).focus();
    await page.keyboard.type(keys, { delay: 20 });
  }
  assert.equal(await here.getByLabel("Decided on").inputValue(), "2026-11-11");
  assert.equal(await here.getByLabel("Review on").inputValue(), "2027-12-12");
  assert.deepEqual(decided(await log(page)), [[`${PATCHES}: set to 2 · general`, "Twice a year · on 2026-11-11 · review on 2027-12-12"]]);
});

scene("the log says what a target was before, when, by whom and why, the latest first", async (page) => {
  let minute = -5;
  const tick = async (minutes = 1) => page.clock.setFixedTime(later((minute += minutes)));
  await openTargets(page, { tick });
  await way.setTarget(page, PATCHES, { level: 2, reason: "Enough for now." });
  await tick(5);
  await way.setTarget(page, THREATS, { level: 1 });
  await way.step(page, "Set up");
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Bo Lind" });
  await way.step(page, "Targets");
  await tick(5);
  await way.setTarget(page, PATCHES, { level: 4 });
  await way.targetReason(page, PATCHES).fill("After the incident in spring.");
  await tick(10);
  await page.getByRole("button", { name: `Clear the target of ${THREATS}` }).click();
  await reload(page);
  const rows = await log(page);
  assert.deepEqual(decided(rows), [
    [`${THREATS}: cleared; it was 1 · general`],
    [`${PATCHES}: 2 · general → 4 · general`, "After the incident in spring."],
    [`${THREATS}: set to 1 · general`],
    [`${PATCHES}: set to 2 · general`, "Enough for now."],
  ]);
  assert.deepEqual(rows.map(([when]) => when.split(" · ").at(-1)), ["Bo Lind", "Bo Lind", "Ana Ruiz", "Ana Ruiz"]);
});

scene("a proposal that is changed stands in the log as what it was, and nothing is set without an entry", async (page) => {
  await openTargets(page);
  assert.deepEqual(await log(page), []);
  await way.step(page, "Targets");
  await guidance.useInterview(page, SYSTEMS.pump.answers);
  await way.setTarget(page, THREATS, { level: 2, reason: "The maker does it." });
  const proposals = proposed(SYSTEMS.pump.answers);
  const rows = decided(await log(page));
  const was = proposals["governance.risk.threat-modeling"];
  assert.deepEqual(rows[0], [`${THREATS}: ${was.level} · ${was.scope} → 2 · ${was.scope}`, "The maker does it."]);
  const expected = practices().map(({ id, name }) => [`${name.en}: set to ${proposals[id].level} · ${proposals[id].scope}`, "proposed by the interview, not confirmed"]);
  // Before that stands why it was proposed.
  const told = rows.slice(1).map(([what, why]) => [what, why.split(" · ").at(-1)]);
  assert.ok(rows.slice(1).some(([, why]) => why.includes(" · ")), "the reasons stand there");
  assert.deepEqual(told.sort(), expected.sort());
});

/** A table as a spreadsheet reads it. */
function parsed(csv) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let match; cell.lastIndex < csv.length && (match = cell.exec(csv)); ) {
    rows.at(-1).push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] !== ",") rows.push([]);
  }
  assert.equal(cell.lastIndex, csv.length, `not CSV from ${cell.lastIndex}`);
  const [head, ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => (assert.equal(row.length, head.length), Object.fromEntries(head.map((name, index) => [name, row[index]]))));
}

scene("the log can be saved as a table, in which no word is a formula", async (page) => {
  await page.clock.setFixedTime(NOON);
  await way.begin(page, { name: "Mühle 7" });
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).fill('@Ana "the boss", Ruiz');
  await page.getByLabel("Who is answering on this device?").selectOption({ index: 1 });
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHES, { level: 2, scope: "Industry" });
  await decide(page, PATCHES, { ...DECISION, by: '@Ana "the boss", Ruiz', reason: '=HYPERLINK("https://example.com";"click")' });
  for (const [index, reason] of ["+1 line,\nand one more; \"quoted\"", "-2+3", "\tindented", "plain = fine"].entries()) {
    await way.setTarget(page, practices()[index].name.en, { level: index, reason });
  }
  await page.clock.setFixedTime(later(5));
  await way.setTarget(page, PATCHES, { level: 3 });
  await log(page);
  const { name, text } = await downloaded(page, () => page.getByRole("button", { name: "Export as CSV" }).click());
  assert.equal(name, "mühle-7-2026-11-23-decisions.csv");
  assert.equal(text[0], "\uFEFF", "spreadsheets know UTF-8 by its mark");
  const rows = parsed(text.slice(1));
  assert.equal(rows.length, 6);
  for (const value of rows.flatMap((row) => Object.values(row))) assert.doesNotMatch(value, /^[=+\-@\t\r]/);
  const common = {
    who: '\'@Ana "the boss", Ruiz',
    practice: PATCHES,
    scope: "industry",
    "kind of reason": "regulation",
    reason: '\'=HYPERLINK("https://example.com";"click")',
    "decided by": '\'@Ana "the boss", Ruiz',
    "decided on": DECISION.on,
    "review on": DECISION.review,
    origin: "set",
  };
  assert.deepEqual(rows[0], { ...common, when: "2026-11-23T12:05:00Z", "level before": "2", "scope before": "industry", level: "3" });
  const first = { ...common, when: "2026-11-23T12:00:00Z", "level before": "", "scope before": "", level: "2" };
  assert.deepEqual(rows.find((row) => row.practice === PATCHES && row["level before"] === ""), first);
  const reasons = Object.fromEntries(rows.map((row) => [row.practice, row.reason]));
  const expected = ["'+1 line,\nand one more; \"quoted\"", "'-2+3", "indented", "plain = fine"];
  assert.deepEqual(practices().slice(0, 4).map(({ name }) => reasons[name.en]), expected);
});

/** The levels under “What would have to be true”: what stands on each, its statements and its actions. */
const obligations = (page, name) =>
  card(page, name).locator("details.obligations > details").evaluateAll((levels) =>
    levels.map((level) => {
      const [statements, actions] = [...level.querySelectorAll("ul")].map((list) => [...list.children].map((item) => item.textContent.replace(/\s+/g, " ").trim()));
      return { head: level.querySelector("summary").textContent.replace(/\s+/g, " ").trim(), open: level.open, statements, actions };
    }),
  );

scene("before a level is chosen it shows which statements it asks for, how many are met already, and what is to be done", async (page) => {
  const retail = guidance.profile("retail-pos");
  const { en: name } = practice("enablement.access.access-control").name;
  const answers = ["Met", "Partly", "Not applicable", "Not met", "Met"];
  await way.begin(page, { name: "Shop", profile: retail.name.en });
  await way.step(page, "Assess");
  await way.openFull(page, name);
  await way.arrived(page, name);
  const at = (level) => statements(practice("enablement.access.access-control"), level, retail);
  for (const [index, answer] of answers.entries()) {
    await way.answerStatement(page, at(3)[index].text.en, answer, answer === "Not applicable" ? "There is none here." : undefined);
  }
  await way.answerStatement(page, at(1)[0].text.en, "Met");
  await way.step(page, "Targets");
  await page.getByRole("button", { name: `Clear the target of ${name}` }).click();
  await guidance.opened(card(page, name), OBLIGATIONS);

  const said = { 1: ["Met"], 3: answers };
  const met = { 1: 1, 2: 0, 3: 3, 4: 0 };
  const expected = (target) =>
    [1, 2, 3, 4].map((level) => ({
      head: `${level} ${smm.levels[level].name.en}: ${met[level]} of ${at(level).length} statements met already${level <= target ? " part of the target" : ""}`,
      open: level <= target,
      statements: at(level).map(({ text }, index) => `${said[level]?.[index] ?? "Unanswered"} ${text.en}`),
      actions: practice("enablement.access.access-control").levels[level].actions.map(wordsOfAction),
    }));
  const shut = (rows) => rows.map((row) => ({ ...row, open: false }));
  assert.ok(at(3).some(({ id }) => id.startsWith("retail-pos.")), "the profile's statements are among them");
  await soon(async () => assert.deepEqual(shut(await obligations(page, name)), shut(expected(0))));
  await way.setTarget(page, name, { level: 2 });
  await soon(async () => assert.deepEqual(await obligations(page, name), expected(2)));
  await way.setTarget(page, name, { level: 3 });
  await soon(async () => assert.deepEqual(await obligations(page, name), expected(3)));
});

scene("what somebody opened to read stays open while they write the reason", async (page) => {
  await openTargets(page);
  await way.setTarget(page, PATCHES, { level: 1 });
  await guidance.opened(card(page, PATCHES), OBLIGATIONS);
  const level = card(page, PATCHES).locator("details.obligations > details").nth(2);
  await level.locator("summary").click();
  await level.getByText(statements(PATCHING, 3)[0].text.en).waitFor();
  await way.targetReason(page, PATCHES).pressSequentially("Because");
  assert.ok(await level.getByText(statements(PATCHING, 3)[0].text.en).isVisible());
});

const STATEMENT = "Nobody <b>but</b> the miller & Bo can start an update of mill 7.";

/** Adds an own statement from the card of a practice. */
async function addOwn(page, name, { text, level, kind }) {
  const here = await more(page, name);
  await guidance.opened(here, OWN);
  await here.getByRole("button", { name: "Add a statement" }).click();
  const row = here.locator("li.own-row").last();
  await row.getByLabel("Statement").pressSequentially(text);
  await row.getByLabel("Level").selectOption(String(level));
  if (kind) await row.getByLabel("Kind").selectOption({ label: kind });
  assert.equal(await row.getByLabel("Statement").inputValue(), text);
  return row;
}

async function openFull(page, name) {
  await way.step(page, "Assess");
  await way.openFull(page, name);
  await way.arrived(page, name);
}

scene("an own statement is asked at its level, counts for it, and travels with the session", async (page) => {
  await openTargets(page);
  await way.setTarget(page, PATCHES, { level: 2 });
  await addOwn(page, PATCHES, { text: STATEMENT, level: 2, kind: "How it is assured" });
  await reload(page);
  await openFull(page, PATCHES);
  const section = page.getByRole("region", { name: /^2/ });
  await section.getByRole("group", { name: STATEMENT, exact: true }).waitFor();
  assert.match(await guidance.words(way.statement(page, STATEMENT)), /How it is assured/);
  for (const { text } of [1, 2].flatMap((level) => statements(PATCHING, level))) await way.answerStatement(page, text.en, "Met");
  await way.answerStatement(page, statements(PATCHING, 3)[0].text.en, "Not met");
  await way.answerStatement(page, STATEMENT, "Not met");
  const standing = page.locator(".standing");
  await standing.getByText("Level 1, from the statements. Target 2: 1 level short.").waitFor();
  await standing.getByText(`Level 2 but for one: ${STATEMENT}`).waitFor();
  const row = async () => (await way.resultRows(page)).find(([head]) => head.endsWith(PATCHES));
  await way.step(page, "Results");
  assert.deepEqual((await row()).slice(1), ["1 statements", "2", "1 level short"]);
  const gap = page.locator("li.gap").filter({ hasText: PATCHES });
  await gap.locator("summary").first().click();
  await gap.locator(".missing").getByText(STATEMENT).waitFor();

  const { name, text } = await way.exported(page);
  const [own] = JSON.parse(text).indicators;
  assert.deepEqual([own.value.practice, own.value.level, own.value.kind, own.value.text], [PATCHING.id, 2, "assured", STATEMENT]);
  await way.home(page);
  await page.getByRole("button", { name: "Delete Mill" }).click();
  await way.openFile(page, name, text);
  await way.addChosen(page);
  assert.deepEqual((await row()).slice(1), ["1 statements", "2", "1 level short"]);
  await way.step(page, "Set up");
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Ana Ruiz" });
  await openFull(page, PATCHES);
  await way.answerStatement(page, STATEMENT, "Met");
  await page.getByText("Level 2, from the statements. Target 2: on target.").waitFor();
  await way.step(page, "Targets");
  await guidance.opened(card(page, PATCHES), OBLIGATIONS);
  await soon(async () => assert.equal((await obligations(page, PATCHES))[1]?.statements.at(-1), `Met ${STATEMENT}`));
});

scene("an own statement can be changed, taken away and put back; an empty one is not asked", async (page) => {
  await openTargets(page);
  const row = await addOwn(page, PATCHES, { text: "Draft", level: 1 });
  await row.getByLabel("Statement").fill("Every pump is on the list.");
  await row.getByRole("button", { name: "Remove" }).click();
  await page.getByText("The statement is removed.").waitFor();
  await row.waitFor({ state: "detached" });
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await row.waitFor();
  assert.equal(await row.getByLabel("Statement").inputValue(), "Every pump is on the list.");
  await card(page, PATCHES).getByRole("button", { name: "Add a statement" }).click();
  await openFull(page, PATCHES);
  const all = [1, 2, 3, 4].flatMap((level) => statements(PATCHING, level)).length;
  assert.equal(await page.locator("li.indicator").count(), all + 1);
  await page.getByRole("region", { name: /^1/ }).getByRole("group", { name: "Every pump is on the list.", exact: true }).waitFor();
});

scene("an own statement without an example of proof does not say that nothing would show it", async (page) => {
  await openTargets(page);
  await addOwn(page, PATCHES, { text: "Every pump is on the list.", level: 1 });
  await openFull(page, PATCHES);
  assert.doesNotMatch(await guidance.words(way.statement(page, "Every pump is on the list.")), /Would show it: ?\./);
});

/** The hints that some targets give, worked out from the file. */
const hintsOf = (levels) =>
  coherence.dependencies
    .filter(({ practice, from_level, needs, at_least }) => levels[practice] >= from_level && levels[needs] < at_least)
    .map(({ practice, needs, reason }) => `${nameOf(practice)} at ${levels[practice]}, but ${nameOf(needs)} at ${levels[needs]} ${reason.en}`);

const hintRows = (page) => page.getByRole("listitem").filter({ has: page.getByLabel("Why it is right as it is") });
const assertHints = (page, levels) =>
  soon(async () => assert.deepEqual((await hintRows(page).allInnerTexts()).map((text) => text.replace(/\s+/g, " ").replace("Why it is right as it is", "").trim()), hintsOf(levels)));

scene("targets that do not fit together give a hint, whose answer stays", async (page) => {
  await openTargets(page);
  await way.setTarget(page, MONITORING, { level: 4 });
  assert.equal(await hintRows(page).count(), 0, "nothing is said about practices without a target");
  await way.setTarget(page, CHANGE, { level: 1 });
  const levels = { "hardening.awareness.monitoring": 4, "enablement.assets.change": 1 };
  assert.equal(hintsOf(levels).length, 1);
  await assertHints(page, levels);
  await hintRows(page).getByLabel("Why it is right as it is").pressSequentially("The provider keeps the inventory.");
  await way.setTarget(page, nameOf("hardening.response.detection"), { level: 2 });
  levels["hardening.response.detection"] = 2;
  assert.equal(hintsOf(levels).length, 2);
  await assertHints(page, levels);
  await reload(page);
  await assertHints(page, levels);
  assert.deepEqual(await hintRows(page).getByLabel("Why it is right as it is").evaluateAll((fields) => fields.map(({ value }) => value)), ["The provider keeps the inventory.", ""]);
  assert.deepEqual([await way.chosen(way.targetLevels(page, MONITORING)), await way.chosen(way.targetLevels(page, CHANGE))], ["4", "1"]);
  await way.setTarget(page, CHANGE, { level: 2 });
  await assertHints(page, { ...levels, "enablement.assets.change": 2 });
});

scene("a hint names the levels as they are now", async (page) => {
  await openTargets(page);
  await way.setTarget(page, CHANGE, { level: 1 });
  for (const level of [4, 3]) {
    await way.setTarget(page, MONITORING, { level });
    await assertHints(page, { "hardening.awareness.monitoring": level, "enablement.assets.change": 1 });
  }
  await way.setTarget(page, CHANGE, { level: 0 });
  await assertHints(page, { "hardening.awareness.monitoring": 3, "enablement.assets.change": 0 });
});

scene("every dependency gives its hint one level below what is needed, and none at it", async (page) => {
  await openTargets(page);
  const setAll = async (levels) => {
    for (const [id, level] of Object.entries(levels)) await way.setTarget(page, nameOf(id), { level });
    await assertHints(page, levels);
  };
  const few = coherence.dependencies.filter((_, index) => index % 5 === 0);
  for (const { practice: from, from_level, needs, at_least } of few) {
    await setAll({ [from]: from_level, [needs]: at_least - 1 });
    await setAll({ [from]: from_level, [needs]: at_least });
    for (const id of [from, needs]) await page.getByRole("button", { name: `Clear the target of ${nameOf(id)}` }).click();
  }
});

scene("all fours are questioned, and one practice lower is enough to be left alone", async (page) => {
  await openTargets(page);
  const question = page.getByText(coherence.all_top.en);
  for (const group of smm.groups) {
    assert.equal(await question.count(), 0);
    await way.setUnset(page, group.name.en, 4);
  }
  await question.waitFor();
  await way.setTarget(page, PATCHES, { level: 3 });
  await question.waitFor({ state: "detached" });
});

scene("one click shows the card to a technology owner or to a business owner, and is remembered", async (page) => {
  await openTargets(page);
  await way.setTarget(page, PATCHES, { level: 3 });
  const has = async (text) => (await guidance.words(card(page, PATCHES).locator(".target-words"))).includes(text);
  const guide = PATCHING.levels[3];
  const assertFor = async (technology) => {
    await soon(async () => {
      for (const text of [PATCHING.objective.en, PATCHING.without.en]) assert.equal(await has(text), !technology, text);
      for (const text of [guide.description.en, ...guide.actions.map(wordsOfAction)]) assert.equal(await has(text), technology, text);
    });
  };
  const who = page.getByRole("group", { name: "Show it for" });
  await assertFor(false);
  await who.getByRole("radio", { name: "Technology owner" }).check();
  await assertFor(true);
  assert.equal(await has(PATCHING.levels[2].description.en), false);
  await way.setTarget(page, PATCHES, { level: 2 });
  await soon(async () => assert.equal(await has(PATCHING.levels[2].description.en), true));
  await way.setTarget(page, PATCHES, { level: 3 });
  for (const { description } of practice("governance.risk.threat-modeling").levels) {
    assert.ok((await guidance.words(card(page, THREATS))).includes(description.en), "without a target, all levels are described");
  }
  await reload(page);
  await assertFor(true);
  assert.ok(await who.getByRole("radio", { name: "Technology owner" }).isChecked());
  await who.getByRole("radio", { name: "Business owner" }).check();
  await assertFor(false);
  await reload(page);
  await assertFor(false);
});
