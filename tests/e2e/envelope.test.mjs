// Asking somebody: a file with some questions goes out, is answered elsewhere, comes back and folds in; and the same on paper.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, elsewhere, root, scene, soon, storage, unpacked } from "./browser.mjs";
import { practice, practices, smm, statements } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { width: 390, height: 844 };
const PATCHING = practice("hardening.vulnerability.patching");
const PHYSICAL = practice("enablement.assets.physical");
const PATCHES = PATCHING.name.en;
const PROTECTION = PHYSICAL.name.en;
const [FIRST, SECOND] = PATCHING.levels[1].indicators.map(({ text }) => text.en);
const ALL = PATCHING.levels.flatMap(({ indicators }) => indicators ?? []);
const MESSAGE = "By Friday, please.\nThe papers are in binder 3.";
const SECRET = "Nobody else may read this";
const QUESTIONS = "Questions about Mill";
const ANSWERS_FILE = "plumbline-answers-mill-bo-lind.json";

/** An assessment of Ana, with Bo in it, with targets and answers that are not his business. */
async function atHome(page) {
  await way.begin(page, { name: "Mill" });
  for (const name of ["Ana Ruiz", "Bo Lind"]) {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  }
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Ana Ruiz" });
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHES, { level: 2, reason: SECRET });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHES);
  await way.answerStatement(page, FIRST, "Not applicable", SECRET);
}

async function openAsking(page) {
  await way.step(page, "Share");
  await page.getByRole("link", { name: "Choose whom to ask what" }).click();
  await way.arrived(page, "Ask somebody");
}

/** The file with questions about patching for Bo. */
async function questions(page) {
  await openAsking(page);
  await page.getByLabel("Who should answer?").selectOption({ label: "Bo Lind" });
  await page.getByLabel("Message").fill(MESSAGE);
  await page.getByRole("checkbox", { name: PATCHES, exact: true }).check();
  return downloaded(page, () => page.getByRole("button", { name: "Save the file" }).click());
}

/** Opens the file and begins to answer it. */
async function openQuestions(page, file) {
  await way.openStart(page);
  await way.openFile(page, file.name, file.text);
  await page.getByRole("heading", { name: QUESTIONS }).waitFor();
  await page.getByRole("button", { name: "Answer it" }).click();
  await way.arrived(page, QUESTIONS);
}

async function answered(page, answers) {
  await page.getByRole("link", { name: `Statements of ${PATCHES}` }).click();
  await way.arrived(page, PATCHES);
  await way.showAllLevels(page);
  for (const [text, answer] of answers) await way.answerStatement(page, text, answer);
  await page.getByRole("navigation", { name: "Back and next" }).getByRole("link", { name: "All practices" }).click();
  await way.arrived(page, QUESTIONS);
}

const sendBack = (page) => downloaded(page, () => page.getByRole("button", { name: "Send the answers back" }).click());

/** What Bo sends back after these answers. */
const answeredByBo = (page, file, answers) =>
  elsewhere(page, async (other) => {
    await openQuestions(other, file);
    await answered(other, answers);
    return sendBack(other);
  });

const fold = (page) => page.getByRole("button", { name: "Add what is new to “Mill”" });
const undo = (page) => page.locator(".notice").getByRole("button", { name: "Undo" });

/** Who answered what about a statement, in an exported file. */
function said(text, statement) {
  const { id } = ALL.find((one) => one.text.en === statement);
  const file = JSON.parse(text);
  const name = (by) => file.people.find(({ on }) => on === by)?.value.name;
  const about = file.answers.filter(({ on }) => on === id);
  return Object.fromEntries(about.map(({ by, value }) => [name(by), typeof value === "object" ? Object.keys(value)[0] : value]));
}

scene("the file for somebody else holds their questions, and nothing that is not their business", async (page) => {
  await atHome(page);
  const file = await questions(page);
  assert.equal(file.name, "plumbline-questions-mill-bo-lind.json");
  await page.getByText(`“${file.name}” is in your downloads.`).waitFor();
  const session = JSON.parse(file.text);
  assert.equal(session.envelope.message, MESSAGE);
  assert.deepEqual(session.envelope.practices, [PATCHING.id]);
  assert.deepEqual(session.people.map(({ value }) => value.name).sort(), ["Ana Ruiz", "Bo Lind"]);
  assert.deepEqual([session.targets, session.answers], [[], []]);
  assert.ok(!file.text.includes(SECRET));
});

scene("whoever was asked is shown as asked until their answers come back, and it can be undone", async (page) => {
  await atHome(page);
  // Only now: of people who were added in the same moment, nobody knows who came last.
  await page.clock.setFixedTime(new Date("2026-11-27T10:00:00Z"));
  const file = await questions(page);
  await page.getByText("Its practice is now for Bo Lind to answer, and noted as asked today.").waitFor();
  await page.getByText("asked on 2026-11-27 about 1 practice, no answers yet").waitFor();
  const open = page.locator("li", { has: page.getByRole("checkbox", { name: PATCHES, exact: true }) });
  assert.match(await open.innerText(), /\d+ open statements matter · Bo Lind was asked on 2026-11-27/);
  assert.match(await page.getByText(/^1 practice chosen: /).innerText(), /: (\d+) open statements matter, about \d+ minutes/);
  assert.ok((await page.locator("main").innerText()).includes(`${root.replace(/\/$/, "")}/`), "where the other opens the file");

  await way.hop(page, page.url().replace(/[^/]+$/, "people"));
  await way.arrived(page, "People");
  await page.getByText("answered 0 of their 1 practice · asked on 2026-11-27 about 1 practice, no answers yet").first().waitFor();
  const answers = await answeredByBo(page, file, [[FIRST, "Met"]]);
  await way.step(page, "Share");
  await way.openFile(page, answers.name, answers.text);
  await fold(page).click();
  await page.getByText("What was new in the file is in “Mill” now.").waitFor();
  await openAsking(page);
  await page.getByLabel("Who should answer?").selectOption({ label: "Bo Lind" });
  await page.getByText(/^1 practice chosen/).waitFor();
  assert.equal(await page.getByText("no answers yet").count(), 0);

  await page.clock.setFixedTime(new Date("2026-11-28T10:00:00Z"));
  await page.getByRole("button", { name: "Save the file" }).click();
  await page.getByText("asked on 2026-11-28 about 1 practice, no answers yet").waitFor();
  await undo(page).click();
  await soon(async () => assert.equal(await page.getByText("asked on 2026-11-28").count(), 0));
});

scene("one is told what is still to be chosen, and led to where people are named", async (page) => {
  await way.begin(page, { name: "Mill" });
  await openAsking(page);
  await page.getByRole("link", { name: "Name people in Set up" }).click();
  await way.arrived(page, "Set up");
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Bo Lind");
  await openAsking(page);
  await page.getByRole("button", { name: "Save the file" }).click();
  await page.getByText("Choose who should answer.").waitFor();
  await page.getByLabel("Who should answer?").selectOption({ label: "Bo Lind" });
  await page.getByRole("button", { name: "Save the file" }).click();
  await page.getByText("Choose at least one practice.").waitFor();

  const [domain] = smm.groups;
  const inside = practices([domain]);
  const all = page.getByRole("checkbox", { name: `All of ${domain.name.en}` });
  await all.check();
  await page.getByText(`${inside.length} practices chosen`).waitFor();
  await page.getByRole("checkbox", { name: inside[0].name.en, exact: true }).uncheck();
  await page.getByText(`${inside.length - 1} practices chosen`).waitFor();
  assert.equal(await all.isChecked(), false);
  await all.check();
  await all.uncheck();
  await page.getByText("No practice chosen").waitFor();
});

scene("it opens as a short questionnaire of its own, keeps what is answered, and leads nowhere else", async (page) => {
  await atHome(page);
  const file = await questions(page);
  await elsewhere(page, async (other) => {
    await way.openStart(other);
    await way.openFile(other, file.name, file.text);
    await other.getByRole("heading", { name: QUESTIONS }).waitFor();
    const { Made, ...facts } = await way.fileFacts(other);
    assert.ok(Made);
    assert.deepEqual({ For: facts.For, From: facts.From, Practices: facts.Practices }, { For: "Bo Lind", From: "Ana Ruiz", Practices: "1" });
    await other.getByRole("button", { name: "Answer it" }).click();
    await way.arrived(other, QUESTIONS);
    await other.getByText("For Bo Lind, from Ana Ruiz").waitFor();
    await other.getByText("The papers are in binder 3.").waitFor();
    await other.getByText(`0 of ${ALL.length} statements answered`).waitFor();
    assert.equal(await other.getByRole("navigation", { name: "Steps of the assessment" }).count(), 0);

    await other.getByRole("link", { name: "Begin" }).click();
    await way.arrived(other, PATCHES);
    await other.getByText("Answering as Bo Lind").waitFor();
    assert.equal(await other.getByRole("link", { name: /who is answering/ }).count(), 0);
    const onward = other.getByRole("navigation", { name: "Back and next" });
    assert.equal(await onward.getByRole("link", { name: /^Practice / }).count(), 0, "there is no other practice");
    await way.showAllLevels(other);
    await way.answerStatement(other, FIRST, "Met");
    await other.reload();
    await way.arrived(other, PATCHES);
    await way.showAllLevels(other);
    assert.equal(await way.chosen(other.getByRole("group", { name: FIRST, exact: true })), "Met");
    await onward.getByRole("link", { name: "All practices" }).click();
    await way.arrived(other, QUESTIONS);
    await other.getByText(`1 of ${ALL.length} statements answered`).waitFor();

    const address = other.url();
    for (const path of ["targets", "results", "setup", "share", ""]) {
      await other.goto(address.replace(/answer$/, path));
      await way.arrived(other, QUESTIONS);
      assert.equal(other.url(), address, path);
    }
    await other.goto(address.replace(/answer$/, `full/${PHYSICAL.id}`));
    await way.arrived(other, "Nothing here");

    await way.home(other);
    const card = other.getByRole("listitem").filter({ has: other.getByRole("heading", { name: QUESTIONS }) });
    await card.getByText(`1 of ${ALL.length} statements answered`).waitFor();
    assert.equal(await card.getByRole("link", { name: /Results/ }).count(), 0);
    await other.goto(address);
    await way.arrived(other, QUESTIONS);
    const back = await sendBack(other);
    assert.equal(back.name, ANSWERS_FILE);
    assert.deepEqual(said(back.text, FIRST), { "Bo Lind": "met" });
  });
});

scene("whoever the questions were for answers as themselves when the whole assessment comes over them", async (page) => {
  await atHome(page);
  const file = await questions(page);
  const whole = await way.exported(page);
  await elsewhere(page, async (other) => {
    await openQuestions(other, file);
    await way.home(other);
    await way.openFile(other, whole.name, whole.text);
    await other.getByRole("button", { name: /^Add what is new to / }).click();
    await other.getByRole("link", { name: /^Continue Mill/ }).click();
    await way.step(other, "Assess");
    await way.openFull(other, PATCHES);
    await way.answerStatement(other, FIRST, "Met");
    assert.deepEqual(said((await way.exported(other)).text, FIRST)["Bo Lind"], "met");
  });
});

scene("the last statement leads back to sending the answers", async (page) => {
  await atHome(page);
  const file = await questions(page);
  await elsewhere(page, async (other) => {
    await openQuestions(other, file);
    await other.getByRole("link", { name: "Begin" }).click();
    await way.arrived(other, PATCHES);
    await way.showAllLevels(other);
    for (const { text } of ALL) await way.answerStatement(other, text.en, "Met");
    await other.getByRole("link", { name: "Review and send back" }).click();
    await way.arrived(other, QUESTIONS);
    await other.getByText("Everything is answered.").waitFor();
  });
});

scene("who does not know something is not told that everything is answered, and who asked sees what is not known", async (page) => {
  await atHome(page);
  const file = await questions(page);
  const back = await elsewhere(page, async (other) => {
    await openQuestions(other, file);
    await answered(other, ALL.map(({ text }) => [text.en, text.en === SECOND ? "I don’t know" : "Met"]));
    await other.getByText("You have said something to everything. Whoever asked you sees what you don’t know.").waitFor();
    await other.getByText(`${ALL.length - 1} of ${ALL.length} statements answered, 1 not known`).waitFor();
    assert.equal(await other.getByText("Everything is answered.").count(), 0);
    return sendBack(other);
  });
  assert.deepEqual(said(back.text, SECOND), { "Bo Lind": "dont_know" });
  await way.step(page, "Share");
  await way.openFile(page, back.name, back.text);
  await fold(page).click();
  await page.getByText("What was new in the file is in “Mill” now.").waitFor();
  await way.step(page, "Assess");
  await way.openFull(page, PATCHES);
  await way.showAllLevels(page);
  await way.statement(page, SECOND).getByText(/Bo Lind.*don’t know/i).first().waitFor();
});

scene("answers fold in with the name of who gave them; what was said meanwhile stays; it can be undone", async (page) => {
  await atHome(page);
  const file = await questions(page);
  const back = await answeredByBo(page, file, [[FIRST, "Met"], [SECOND, "Not met"]]);
  await way.step(page, "Assess");
  await way.openFull(page, PATCHES);
  await way.answerStatement(page, SECOND, "Met");
  await way.step(page, "Share");
  const before = (await downloaded(page, () => page.getByRole("button", { name: "Export as a file" }).click())).text;

  await way.openFile(page, back.name, back.text);
  await page.getByText("Bo Lind: 2 answers").waitFor();
  await fold(page).click();
  await page.getByText("What was new in the file is in “Mill” now.").waitFor();
  const folded = await downloaded(page, () => page.getByRole("button", { name: "Export as a file" }).click());
  assert.deepEqual(said(folded.text, FIRST), { "Ana Ruiz": "not_applicable", "Bo Lind": "met" });
  assert.deepEqual(said(folded.text, SECOND), { "Ana Ruiz": "met", "Bo Lind": "not_met" });
  assert.equal(JSON.parse(folded.text).envelope, undefined);
  assert.deepEqual(JSON.parse(folded.text).targets, JSON.parse(before).targets);

  await way.openFile(page, back.name, back.text);
  await page.getByText("Everything in the file is here already.").waitFor();
});

scene("folding in can be undone, on the page of the assessment and on the start page", async (page) => {
  await atHome(page);
  const file = await questions(page);
  const back = await answeredByBo(page, file, [[FIRST, "Met"]]);
  const isThere = async (expected) => {
    const text = Object.entries(await storage(page)).find(([key]) => key.startsWith("plumbline.session."))[1];
    assert.equal("Bo Lind" in said(JSON.stringify(unpacked(text)), FIRST), expected);
  };
  for (const go of [() => way.step(page, "Share"), () => way.home(page)]) {
    await go();
    await way.openFile(page, back.name, back.text);
    await fold(page).click();
    await page.getByText("What was new in the file is in “Mill” now.").waitFor();
    await isThere(true);
    await undo(page).click();
    await soon(() => isThere(false));
  }
  await page.reload();
  await way.canBegin(page);
  await isThere(false);
});

scene("what was changed on both sides is shown side by side, and the choice counts", async (page) => {
  await atHome(page);
  const { text } = await way.exported(page);
  await way.step(page, "Set up");
  await page.getByLabel("Name of the system").fill("Mill 2");
  const theirs = JSON.parse(text);
  const name = theirs.system.find(({ on }) => on === "name");
  Object.assign(name, { value: "Millstone", stamp: "machine-of-cy:900", by: undefined });
  theirs.seen["machine-of-cy"] = 900;
  await way.step(page, "Share");
  const choose = async (which) => {
    await way.openFile(page, "from-cy.json", JSON.stringify(theirs));
    const group = page.getByRole("group", { name: "About the system" });
    assert.ok(await group.getByRole("radio", { name: /^Here: Mill 2 \(Ana Ruiz, / }).isChecked());
    await group.getByRole("radio", { name: which }).check();
    await page.getByRole("button", { name: "Add what is new to “Mill 2”" }).click();
  };
  const systemName = page.locator(".session-name");
  await choose(/^In the file: Millstone/);
  await soon(async () => assert.equal(await systemName.innerText(), "Millstone"));
  await undo(page).click();
  await soon(async () => assert.equal(await systemName.innerText(), "Mill 2"));
  await choose(/^Here: /);
  await page.getByText("What was new in the file is in “Mill 2” now.").waitFor();
  assert.equal(await systemName.innerText(), "Mill 2");
  await way.openFile(page, "from-cy.json", JSON.stringify(theirs));
  await page.getByText("Everything in the file is here already.").waitFor();
});

scene("a file about an assessment that is here can still be added beside it", async (page) => {
  await atHome(page);
  const file = await way.exported(page);
  await way.home(page);
  await way.openFile(page, file.name, file.text);
  await page.getByText("Everything in the file is here already.").waitFor();
  await way.addChosen(page);
  await way.home(page);
  await soon(async () => assert.equal(await page.getByRole("link", { name: "Continue Mill" }).count(), 2));
});

const countPrints = (context) =>
  context.addInitScript(() => {
    globalThis.prints = 0;
    globalThis.print = () => (globalThis.prints += 1);
  });

scene("on paper stands what was chosen, with boxes and room for notes, and nothing of the screen", { prepare: countPrints }, async (page) => {
  await atHome(page);
  await openAsking(page);
  await page.getByRole("button", { name: "Print it" }).click();
  await page.getByText("Choose at least one practice.").waitFor();
  await page.getByLabel("Who should answer?").selectOption({ label: "Bo Lind" });
  await page.getByLabel("Message").fill(MESSAGE);
  await page.getByRole("checkbox", { name: PATCHES, exact: true }).check();
  await page.getByRole("checkbox", { name: PROTECTION, exact: true }).check();
  await page.getByRole("button", { name: "Print it" }).click();
  assert.equal(await page.evaluate(() => globalThis.prints), 1);

  const sheet = page.locator(".sheet");
  assert.equal(await sheet.isVisible(), false);
  await page.emulateMedia({ media: "print" });
  assert.ok(await sheet.isVisible());
  assert.equal(await page.getByRole("button").count(), 0, "nothing to press on paper");
  assert.equal(await page.getByLabel("Who should answer?").isVisible(), false);
  const heads = await sheet.getByRole("heading").allInnerTexts();
  const chosen = practices().filter(({ id }) => [PATCHING.id, PHYSICAL.id].includes(id));
  assert.deepEqual(heads, [QUESTIONS, ...chosen.map(({ name }) => name.en)]);
  assert.equal(await sheet.getByText("For Bo Lind, from Ana Ruiz").count(), chosen.length);
  assert.equal(await sheet.getByText(SECRET).count(), 0);
  const asked = chosen.flatMap((one) => smm.levels.flatMap(({ level }) => statements(one, level)));
  assert.deepEqual(await sheet.locator("tbody th").allInnerTexts(), asked.map(({ text }) => text.en));
  assert.equal(await sheet.locator(".tick-box").count(), 5 * asked.length);
  // Each practice can be handed to somebody else: on pages of its own, with its levels, and with who filled it in.
  assert.equal(await sheet.getByText("Filled in by, on:").count(), chosen.length);
  assert.equal(await sheet.locator(".sheet-level").count(), chosen.length * smm.levels.filter(({ level }) => level > 0).length);
  assert.equal(await sheet.locator(".sheet-practice").nth(1).evaluate((one) => getComputedStyle(one).breakBefore), "page");
  for (const format of ["A4", "Letter"]) {
    const { width } = await sheet.boundingBox();
    assert.ok(width > 0);
    assert.ok((await page.pdf({ format })).length > 1_000, format);
  }
});

/** Every page of asking, answering and folding in. */
async function* tour(page) {
  await way.begin(page, { name: "Mill" });
  await openAsking(page);
  yield "asking, nobody named";
  await atHome(page);
  const file = await questions(page);
  yield "asking";
  const back = await answeredByBo(page, file, [[FIRST, "Met"]]);
  await way.step(page, "Share");
  yield "share";
  const theirs = JSON.parse(back.text);
  Object.assign(theirs.system[0], { value: "Millstone ".repeat(12), stamp: "machine-of-cy:900" });
  await way.openFile(page, back.name, JSON.stringify(theirs));
  await fold(page).waitFor();
  yield "a file to fold in";
  await way.home(page);
  await page.getByRole("button", { name: "Delete Mill" }).first().click();
  await page.locator(".notice").getByRole("button", { name: "Dismiss" }).click();
  await way.openFile(page, file.name, file.text);
  await page.getByRole("button", { name: "Answer it" }).or(page.getByRole("button", { name: "Cancel" })).first().waitFor();
  yield "questions, looked at";
  await page.getByRole("button", { name: "Answer it" }).click();
  await way.arrived(page, QUESTIONS);
  yield "questions, opened";
  await page.getByRole("link", { name: "Begin" }).click();
  await way.arrived(page, PATCHES);
  yield "a practice among the questions";
  await way.home(page);
  yield "the start page with questions";
}

for (const viewport of [{ width: 1280, height: 800 }, PHONE]) {
  scene(`axe finds nothing where somebody is asked, and nothing scrolls sideways, ${viewport.width} pixels wide`, { viewport, reducedMotion: "reduce" }, async (page) => {
    const found = [];
    for await (const what of tour(page)) {
      found.push(...(await axeFinds(page, what)));
      found.push(...(await sticksOut(page, what)));
    }
    assert.deepEqual(found, []);
  });
}
