// Several people share the work: every answer says whose it is, differences are seen and settled, parts are answered apart.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { scene, soon } from "./browser.mjs";
import { practice, practices, smm, statements } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { width: 390, height: 844 };
const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const [FIRST, SECOND] = statements(PATCHING, 1);
const ABOVE = statements(PATCHING, 2)[0];
const [DOMAIN] = smm.groups;
const OF_DOMAIN = practices([DOMAIN]);
const ANA = "Ana Ruiz";
const BO = "Bo Lind";

const whoAnswers = (page) => page.getByLabel("Who is answering on this device?");
const region = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
const words = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();
const undoNotice = (page) => page.locator(".notice").getByRole("button", { name: "Undo" }).click();

/** Begins an assessment with these people, of whom nobody is chosen yet. */
async function begin(page, people = [ANA, BO]) {
  await way.begin(page, { name: "Mill" });
  for (const name of people) {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  }
}

const go = way.goTo;

const openPeople = (page) => go(page, "people", "People");
const openStatement = (page, { id }, at = PATCHING) => go(page, `full/${at.id}?at=${id}`, at.name.en);

async function iAm(page, name) {
  await openPeople(page);
  await whoAnswers(page).selectOption({ label: name });
}

async function answer(page, statement, answer, reason) {
  await openStatement(page, statement);
  await way.answerStatement(page, statement.text.en, answer, reason);
}

/** Ana meets the first level, as a whole; Bo says that its first statement does not hold. */
async function differ(page) {
  await begin(page);
  await iAm(page, ANA);
  for (const statement of statements(PATCHING, 1)) await answer(page, statement, "Met");
  await answer(page, ABOVE, "Not met");
  await iAm(page, BO);
  await answer(page, FIRST, "Not met");
}

const standing = (page) => page.locator(".standing");
const differences = (page) => region(page, "Differences to settle");
const exportedSession = async (page) => JSON.parse((await way.exported(page)).text);

scene("nobody has to be chosen, which is said; whoever is chosen is remembered and stands beside every practice", async (page) => {
  await begin(page, []);
  await openPeople(page);
  await page.getByText("Nobody is named yet.").waitFor();
  assert.equal(await whoAnswers(page).count(), 0);
  // With the first practice, and not with every further one.
  const [program] = practices();
  await go(page, `full/${program.id}`, program.name.en);
  assert.equal(await words(page.locator(".answering-as")), "Your answers carry no name. Say who you are");
  await openStatement(page, FIRST);
  assert.equal(await page.locator(".answering-as").count(), 0);
  await page.goBack();
  await page.getByRole("link", { name: "Say who you are" }).click();
  await way.arrived(page, "Set up");
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Add a person"));
  for (const name of [ANA, BO]) {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  }
  await page.getByText("Nobody is chosen here").waitFor();
  await openStatement(page, FIRST);
  assert.equal(await words(page.locator(".answering-as")), "Your answers carry no name. Choose who is answering");
  await page.getByRole("link", { name: "Choose who is answering" }).click();
  await way.arrived(page, "People");
  await whoAnswers(page).selectOption({ label: ANA });
  await page.getByText("Nobody is chosen here").waitFor({ state: "detached" });
  await page.reload();
  await way.arrived(page, "People");
  assert.equal(await whoAnswers(page).evaluate((select) => select.selectedOptions[0].textContent), ANA);
  await answer(page, FIRST, "Met");
  assert.equal(await words(page.locator(".answering-as")), "Answering as Ana Ruiz · change who is answering");
  await page.getByRole("link", { name: "change who is answering" }).click();
  await way.arrived(page, "People");
  const { answers, people } = await exportedSession(page);
  assert.equal(answers[0].by, people.find(({ value }) => value.name === ANA).on);
});

scene("whoever is removed says nothing more, until that is undone", async (page) => {
  await begin(page);
  await iAm(page, ANA);
  await way.step(page, "Set up");
  await page.getByRole("button", { name: `Remove ${ANA}` }).click();
  await page.getByText("Nobody is chosen here").waitFor();
  await undoNotice(page);
  await page.getByText("Nobody is chosen here").waitFor({ state: "detached" });
  assert.equal(await whoAnswers(page).evaluate((select) => select.selectedOptions[0].textContent), ANA);
});

scene("two people answer the same differently: both answers stand, the lowest counts until it is settled", async (page) => {
  await differ(page);
  const item = way.statement(page, FIRST.text.en);
  await item.getByText("Answers differ (Ana Ruiz: met, Bo Lind: not met). The lowest counts until it is settled.").waitFor();
  assert.match(await words(standing(page)), /Level 0, from the statements/);

  await item.getByText("Settle this difference").click();
  const form = item.getByRole("group", { name: `Difference about: ${FIRST.text.en}` });
  const settle = form.getByRole("button", { name: "Settle" });
  assert.ok(await settle.isDisabled(), "something has to be chosen");
  const why = await settle.evaluate((button) => document.getElementById(button.getAttribute("aria-describedby")).textContent);
  assert.equal(why, "First choose above what counts.");
  await form.getByText(why).waitFor();
  await form.getByRole("group", { name: "What counts?" }).getByRole("radio", { name: "Met", exact: true }).check();
  await form.getByLabel("Why that one (optional)").fill("We looked together.");
  await form.getByRole("button", { name: "Settle" }).click();
  await form.getByText("What counts: Met").waitFor();
  assert.match(await words(form), /We looked together\. Settled by Bo Lind, .* Ana Ruiz · Met Bo Lind · Not met Open again/);
  assert.match(await words(standing(page)), /Level 1, from the statements/);
  await soon(async () => assert.ok(await form.evaluate((it) => it === document.activeElement), "the focus stays here"));

  const { answers, settlements } = await exportedSession(page);
  const here = answers.filter(({ on }) => on === FIRST.id);
  assert.deepEqual(here.map(({ value }) => value).sort(), ["met", "not_met"]);
  assert.deepEqual([settlements[0].value.answer, settlements[0].value.among.sort()], ["met", here.map(({ stamp }) => stamp).sort()]);

  await openPeople(page);
  await page.getByText("All differences found so far are settled.").waitFor();
  await page.getByText("Settled (1)").click();
  await differences(page).getByRole("button", { name: "Open again" }).click();
  await page.getByText("1 difference is open.").waitFor();
  await undoNotice(page);
  await page.getByText("All differences found so far are settled.").waitFor();
});

scene("a new answer that differs opens it again, an agreeing one does not", async (page) => {
  await differ(page);
  await openPeople(page);
  await differences(page).getByRole("radio", { name: "Met", exact: true }).check();
  await differences(page).getByRole("button", { name: "Settle" }).click();
  await page.getByText("All differences found so far are settled.").waitFor();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Differences to settle"));
  await answer(page, FIRST, "Met");
  await answer(page, FIRST, "Not met");
  await openPeople(page);
  await page.getByText("1 difference is open.").waitFor();
  await answer(page, FIRST, "Met");
  await openPeople(page);
  await page.getByText("Where two people answered the same statement, they say the same.").waitFor();
});

scene("what does not apply can be settled on with the reason of whoever said so", async (page) => {
  await differ(page);
  await answer(page, SECOND, "Not applicable", "Nothing here can be patched.");
  await openPeople(page);
  const item = differences(page).getByRole("listitem").filter({ hasText: SECOND.text.en });
  await item.getByRole("radio", { name: "Not applicable: Nothing here can be patched." }).check();
  await item.getByRole("button", { name: "Settle" }).click();
  await page.getByText("1 difference is open.").waitFor();
  const { settlements } = await exportedSession(page);
  assert.deepEqual(settlements[0].value.answer, { not_applicable: { reason: "Nothing here can be patched." } });
});

scene("the map shows each person's own level, and where they differ first", async (page) => {
  await differ(page);
  const last = practices().at(-1);
  assert.notEqual(last.id, PATCHING.id);
  await iAm(page, ANA);
  await go(page, `quick/${last.id}`, last.name.en);
  await way.answerQuick(page, 1);
  const [program] = practices();
  await go(page, `quick/${program.id}`, program.name.en);
  await way.answerQuick(page, 2);
  await iAm(page, BO);
  await go(page, `quick/${last.id}`, last.name.en);
  await way.answerQuick(page, 3);
  await openPeople(page);
  const table = page.getByRole("region", { name: "Map of disagreement" }).getByRole("table");
  const rows = () => table.getByRole("row").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));
  assert.deepEqual(await rows(), [
    ["Practice", ANA, BO, "Difference"],
    [`${PATCHES} levels differ`, "1", "0", "1 level apart, 1 statement answered differently"],
    [`${last.name.en} levels differ`, "1", "3", "2 levels apart"],
    [program.name.en, "2", "–", "one answer only"],
  ]);
  await page.getByText(`${practices().length - 3} practices without an answer that counts are left out.`).waitFor();
  await table.getByRole("link", { name: PATCHES }).click();
  await way.arrived(page, PATCHES);
});

scene("quick answers that differ are marked wherever the level shows, and settled beside those of statements", async (page) => {
  await begin(page);
  await iAm(page, ANA);
  await go(page, `quick/${PATCHING.id}`, PATCHES);
  await way.answerQuick(page, 1);
  await iAm(page, BO);
  await go(page, `quick/${PATCHING.id}`, PATCHES);
  await way.answerQuick(page, 3);
  await go(page, `quick/${PATCHING.id}`, PATCHES);
  await page.getByText(`Others say: ${ANA}: level 1. The lowest answer counts until it is settled.`).waitFor();
  const stands = page.getByText("This answer counts until you answer the statements");
  assert.equal(await stands.count(), 0, "the answer of whoever reads it is not the one that counts");
  await go(page, "results", "Results");
  await page.getByText("All practices as a table").click();
  await page.locator("details[open]").getByText("but people differ").first().waitFor();
  await openPeople(page);
  await differences(page).getByText("1 difference is open").waitFor();
  const settle = differences(page).locator("li.settle-form");
  assert.match(await words(settle), /Ana Ruiz: 1, Bo Lind: 3/);
  assert.equal(await settle.getByRole("radio").count(), 2, "what can be chosen is what somebody said");
  // What can't be done yet says so to whoever presses it.
  await settle.getByRole("button", { name: "Settle" }).press("Enter");
  await soon(async () => assert.equal(await settle.locator("input:focus").count(), 1, "nothing is settled without a choice"));
  await settle.getByRole("radio", { name: /^3/ }).check();
  await settle.getByLabel("Why that level").fill("Both looked at the last three updates.");
  await settle.getByRole("button", { name: "Settle" }).click();
  await page.locator(".notice").getByText(`${PATCHES}: level 3 counts, as settled. All answers stay.`).waitFor();
  await soon(async () => assert.equal(await settle.count(), 0));
  await go(page, `quick/${PATCHING.id}`, PATCHES);
  await page.getByText(`Others say: ${ANA}: level 1.`, { exact: true }).waitFor();
  assert.equal(await stands.count(), 0, "what was settled counts, and no quick answer");
  const file = await exportedSession(page);
  assert.deepEqual(file.quick.map(({ value }) => value.level).sort(), [1, 3]);
  assert.deepEqual(file.overrides.map(({ value }) => [value.level, value.reason]), [[3, "Both looked at the last three updates."]]);
});

scene("who agree on a level but not on its statements see that it is the statements", async (page) => {
  await begin(page);
  for (const [name, missed] of [[ANA, FIRST], [BO, SECOND]]) {
    await iAm(page, name);
    for (const statement of [FIRST, SECOND]) await answer(page, statement, statement === missed ? "Not met" : "Met");
  }
  await openPeople(page);
  const row = page.getByRole("region", { name: "Map of disagreement" }).getByRole("row").filter({ hasText: PATCHES });
  assert.equal(await words(row), `${PATCHES} statements differ 0 0 same level, but 2 statements answered differently`);
});

scene("whoever names the first person can say at once that it is them", async (page) => {
  await way.begin(page, { name: "Mill" });
  await page.getByRole("button", { name: "Add a person" }).click();
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^person-/));
  assert.equal(await page.getByRole("button", { name: /^That is me/ }).count(), 0, "nobody is named yet");
  await page.keyboard.type(ANA);
  await page.getByRole("button", { name: `That is me: ${ANA}` }).click();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "who-answers"));
  assert.equal(await whoAnswers(page).evaluate((select) => select.selectedOptions[0].textContent), ANA);
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.keyboard.type(BO);
  assert.equal(await page.getByRole("button", { name: /^That is me/ }).count(), 0, "somebody is chosen");
  await answer(page, FIRST, "Met");
  await page.getByText("Answering as Ana Ruiz").waitFor();
});

scene("one person alone sees no map", async (page) => {
  await begin(page);
  await answer(page, FIRST, "Met");
  await openPeople(page);
  await page.getByText("As soon as two people have answered").waitFor();
  assert.equal(await page.getByRole("region", { name: "Map of disagreement" }).count(), 0);
});

const box = (page, person, what) => page.getByRole("checkbox", { name: `${person} answers ${what}`, exact: true });
const assignedTo = ({ assignments = [], people }) => {
  const name = (id) => people.find(({ on }) => on === id)?.value.name;
  return assignments.filter(({ value }) => value).map(({ on }) => `${name(on.person)}: ${on.practice}`).sort();
};

scene("practices are assigned one by one or a domain at a time, and everybody sees how far they are", async (page) => {
  await begin(page);
  await openPeople(page);
  await box(page, BO, PATCHES).check();
  const all = box(page, ANA, `all of ${DOMAIN.name.en}`);
  await all.check();
  for (const { name } of OF_DOMAIN) assert.ok(await box(page, ANA, name.en).isChecked(), name.en);
  await box(page, ANA, OF_DOMAIN[0].name.en).uncheck();
  assert.ok(await all.evaluate((it) => it.indeterminate && !it.checked), "some of it");
  await all.check();
  await page.getByText(`${ANA} answers all of ${DOMAIN.name.en}.`).waitFor();
  assert.ok(await box(page, ANA, OF_DOMAIN[0].name.en).isChecked());
  await all.uncheck();
  assert.ok(!(await box(page, ANA, OF_DOMAIN[0].name.en).isChecked()));
  await undoNotice(page);
  await soon(async () => assert.ok(await all.isChecked()));

  const heads = async () => (await page.locator("table.assign thead").getByRole("columnheader").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
  const before = ["Practice", `${ANA} answered 0 of their ${OF_DOMAIN.length} practices`, `${BO} answered 0 of their 1 practice`];
  assert.deepEqual(await heads(), before);
  await answer(page, FIRST, "Met");
  await openPeople(page);
  assert.deepEqual(await heads(), before, "nobody put a name to it, so it is nobody's");
  await iAm(page, BO);
  await answer(page, SECOND, "Met");
  await openPeople(page);
  const after = [...before.slice(0, 2), `${BO} answered 1 of their 1 practice · 1 statement answered`];
  await soon(async () => assert.deepEqual(await heads(), after, "only what they said themselves"));
  assert.ok(await box(page, BO, PATCHES).isChecked());
  assert.deepEqual(assignedTo(await exportedSession(page)), [...OF_DOMAIN.map(({ id }) => `${ANA}: ${id}`), `${BO}: ${PATCHING.id}`].sort());
});

scene("on a phone, practices are assigned to one person at a time", { viewport: PHONE }, async (page) => {
  await begin(page);
  await openPeople(page);
  assert.equal(await page.getByRole("table").count(), 0, "no wide table");
  const person = page.getByLabel("Person", { exact: true });
  assert.equal(await person.evaluate((select) => select.selectedOptions[0].textContent), ANA);
  await person.selectOption({ label: BO });
  await page.getByRole("checkbox", { name: PATCHES, exact: true }).check();
  await page.getByRole("checkbox", { name: `All of ${DOMAIN.name.en}`, exact: true }).check();
  await page.locator(".narrow-only").getByText(`answered 0 of their ${OF_DOMAIN.length + 1} practices`).waitFor();
  await person.selectOption({ label: ANA });
  assert.ok(!(await page.getByRole("checkbox", { name: PATCHES, exact: true }).isChecked()));
  assert.deepEqual(assignedTo(await exportedSession(page)), [...OF_DOMAIN.map(({ id }) => id), PATCHING.id].map((id) => `${BO}: ${id}`).sort());
});

const partName = (page) => page.getByLabel("Name of the part");
const partSwitch = (page) => page.getByRole("group", { name: "Which part are you answering for?" });

scene("a reason typed for one part is not put in the mouth of another", async (page) => {
  await way.begin(page, { name: "Mill" });
  await page.getByRole("button", { name: "Add Device" }).click();
  await page.getByText("Device is a part of its own now.").waitFor();
  await openStatement(page, FIRST);
  const choice = (name) => way.statement(page, FIRST.text.en).getByRole("radio", { name, exact: true });
  const why = page.getByLabel("Why is it not applicable?");
  await partSwitch(page).getByRole("radio", { name: "Device" }).check();
  await choice("Not applicable").check();
  await why.fill("It has no network");
  await choice("Met").check();
  await why.waitFor({ state: "detached" });
  await partSwitch(page).getByRole("radio", { name: "Whole system" }).check();
  await soon(async () => assert.equal(await choice("Met").isChecked(), false));
  await choice("Not applicable").check();
  await why.waitFor();
  assert.equal(await why.inputValue(), "");
});

scene("parts are named, answered apart only where they differ, and the lowest one decides", async (page) => {
  await way.begin(page, { name: "Mill" });
  await openStatement(page, FIRST);
  assert.equal(await partSwitch(page).count(), 0);
  for (const statement of statements(PATCHING, 1)) await answer(page, statement, "Met");
  await answer(page, ABOVE, "Not met");
  await way.step(page, "Set up");
  await page.getByText("No parts are named: the system is assessed as a whole.").waitFor();
  await page.getByRole("button", { name: "Add Device" }).click();
  await page.getByText("Device is a part of its own now.").waitFor();
  await page.getByRole("button", { name: "Add Device" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Add a part" }).click();
  await soon(async () => assert.equal(await partName(page).last().evaluate((it) => it === document.activeElement), true));
  await partName(page).last().pressSequentially("Backend");
  await openStatement(page, FIRST);
  assert.deepEqual(await partSwitch(page).getByRole("radio").evaluateAll((all) => all.map(({ labels }) => labels[0].textContent.trim())), ["Whole system", "Device", "Backend"]);
  assert.match(await words(standing(page)), /Level 1, from the statements/);

  await partSwitch(page).getByRole("radio", { name: "Backend" }).check();
  await way.answerStatement(page, FIRST.text.en, "Not met");
  await soon(async () => assert.match(await words(standing(page)), /Level 0, from the statements.*Backend/));
  await partSwitch(page).getByRole("radio", { name: "Whole system" }).check();
  const met = way.statement(page, FIRST.text.en).getByRole("radio", { name: "Met", exact: true });
  await soon(async () => assert.ok(await met.isChecked()));

  await way.step(page, "Set up");
  await page.getByRole("button", { name: "Remove Backend" }).click();
  await page.getByText("Backend is removed. Its 1 answer stays in the file but no longer counts; undo brings it back.").waitFor();
  await page.getByRole("button", { name: "Remove Backend" }).waitFor({ state: "detached" });
  await openStatement(page, FIRST);
  assert.match(await words(standing(page)), /Level 1, from the statements/);
});

scene("a part that is removed while it is answered leaves the whole system chosen", async (page) => {
  await way.begin(page, { name: "Mill" });
  for (const name of ["Device", "Cloud"]) await page.getByRole("button", { name: `Add ${name}` }).click();
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Quick pass of ${PATCHES}` }).click();
  await partSwitch(page).getByRole("radio", { name: "Cloud" }).check();
  await way.answerQuick(page, 3);
  await way.step(page, "Set up");
  await page.getByRole("button", { name: "Remove Cloud" }).click();
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Quick pass of ${PATCHES}` }).click();
  assert.ok(await partSwitch(page).getByRole("radio", { name: "Whole system" }).isChecked());
  await way.answerQuick(page, 1);
  const { quick } = await exportedSession(page);
  assert.deepEqual(quick.map(({ part, value }) => [part !== undefined, value.level]).sort(), [[false, 1], [true, 3]]);
});

scene("differences in a part are named with it and settled apart", async (page) => {
  await begin(page);
  await page.getByRole("button", { name: "Add Device" }).click();
  for (const [name, said] of [[ANA, "Met"], [BO, "Partly"]]) {
    await iAm(page, name);
    await openStatement(page, FIRST);
    await partSwitch(page).getByRole("radio", { name: "Device" }).check();
    await way.answerStatement(page, FIRST.text.en, said);
  }
  await way.statement(page, FIRST.text.en).getByText(/^Answers differ/).waitFor();
  await partSwitch(page).getByRole("radio", { name: "Whole system" }).check();
  await way.statement(page, FIRST.text.en).getByText(/^Answers differ/).waitFor({ state: "detached" });
  await openPeople(page);
  await page.getByRole("heading", { level: 3, name: `${PATCHES} · Device` }).waitFor();
});

scene("since when the system is in use and that targets stay hidden survive a reload and travel with the session", async (page) => {
  await begin(page);
  await page.getByLabel("In use, in its present form, since").fill("2024-05-01");
  await openPeople(page);
  await page.getByRole("checkbox", { name: "Hide the target of a practice until it is answered" }).check();
  await page.reload();
  await way.arrived(page, "People");
  assert.ok(await page.getByRole("checkbox", { name: "Hide the target of a practice until it is answered" }).isChecked());
  await way.step(page, "Set up");
  assert.equal(await page.getByLabel("In use, in its present form, since").inputValue(), "2024-05-01");
  const { system, ways } = await exportedSession(page);
  assert.equal(system.find(({ on }) => on === "in_use_since").value, "2024-05-01");
  assert.deepEqual(ways.map(({ on, value }) => [on, value]), [["blind", true]]);
});

/** Visits the page in the states that look different. */
async function* tour(page) {
  await way.begin(page, { name: LONG });
  await openPeople(page);
  yield "people, nobody named";
  await way.step(page, "Set up");
  for (const name of [ANA, LONG]) {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  }
  await page.getByRole("button", { name: "Add End to end (the whole chain)" }).click();
  await page.getByRole("button", { name: "Add a part" }).click();
  await partName(page).last().fill(LONG);
  yield "set up, with parts";
  for (const [name, said] of [[ANA, "Met"], [LONG, "Not applicable"]]) {
    await iAm(page, name);
    await answer(page, FIRST, said, said === "Met" ? undefined : `${LONG} ${LONG}`);
    await answer(page, SECOND, said, said === "Met" ? undefined : LONG);
  }
  await way.statement(page, SECOND.text.en).getByText("Settle this difference").click();
  yield "a statement that people answered differently";
  await openPeople(page);
  const item = differences(page).getByRole("listitem").filter({ hasText: SECOND.text.en });
  await item.getByRole("radio", { name: "Partly" }).check();
  await item.getByLabel("Why that one (optional)").fill(LONG);
  await item.getByRole("button", { name: "Settle" }).click();
  await page.getByText("Settled (1)").click();
  yield "people, with differences, open and settled";
}

for (const viewport of [{ width: 1280, height: 800 }, PHONE]) {
  scene(`axe finds nothing where people share the work, ${viewport.width} pixels wide`, { viewport, reducedMotion: "reduce" }, async (page) => {
    const found = [];
    for await (const what of tour(page)) {
      found.push(...(await axeFinds(page, what)));
      const twice = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
        return ids.filter((id, index) => ids.indexOf(id) !== index);
      });
      found.push(...twice.map((id) => `${what}: the id ${id} stands there twice`));
    }
    assert.deepEqual(found, []);
  });
}

for (const viewport of [PHONE, { width: 640, height: 400 }, { width: 320, height: 640 }]) {
  scene(`nothing scrolls sideways where people share the work, ${viewport.width} pixels wide`, { viewport }, async (page) => {
    const found = [];
    for await (const what of tour(page)) {
      found.push(...(await sticksOut(page, what)));
    }
    assert.deepEqual(found, []);
  });
}
