// The main job: set targets, assess, see the gaps, keep it and come back to it.
import assert from "node:assert/strict";
import { scene, soon } from "./browser.mjs";
import { gapWords, manufacturing, practice, practices, results, smm, statements, texts, wordsOfAction } from "./model.mjs";
import * as way from "./way.mjs";

const NAME = "Bottling line 3";
const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const BY_HAND = { level: 3, scope: "Industry", reason: "The machine builder now sends patches each quarter." };
const NOTE = "Ask the builder for the list of versions.";
const NO_POLICY = "Nothing on this line is confidential.";

/** The quick answer to each practice, in the model's order: short of, on and above target, and one that does not apply. */
const QUICK = [1, 2, 0, 3, 4, 2, 1, 3, 3, 2, "n/a", 1, 2, 1, 1, 1, 4, 2];
const quick = Object.fromEntries(practices().map(({ id }, index) => [id, QUICK[index]]));

/** What the profile proposes, by the practice's name, as the screen says it. */
const proposed = Object.fromEntries(
  manufacturing.targets.map(({ practice: id, level, scope }) => [practice(id).name.en, { level: String(level), scope }]),
);

/** The answers of the full pass: levels 1 and 2 are met, of level 3 some are not, the rest is left open. */
const FULL = [
  ...[1, 2].flatMap((level) => statements(PATCHING, level, manufacturing).map((one) => [one, "Met"])),
  ...statements(PATCHING, 3, manufacturing).slice(0, 3).map((one, index) => [one, ["Partly", "Not met", "Not applicable"][index]]),
];
const KEYS = { Met: "met", Partly: "partly", "Not met": "not met", "Not applicable": "n/a" };

const targets = Object.fromEntries(manufacturing.targets.map(({ practice, level }) => [practice, { level }]));
targets[PATCHING.id] = { level: BY_HAND.level };

/** What has to follow from all that. */
const expected = results({
  quick,
  targets,
  profile: manufacturing,
  answers: Object.fromEntries(FULL.map(([one, answer]) => [one.id, KEYS[answer]])),
});

// What a profile reads out of a law is not counted as long as nobody said that it applies, and here nobody does: with demands that
// apply, the results are tried in examples.test.mjs and targets.test.mjs.
assert.ok(manufacturing.minimums.every(({ applies }) => applies));

function expectedRows() {
  let number = 0;
  const row = (one) => {
    const { practice: { name }, current, basis, target, gap } = one;
    return [`${++number} ${name.en}`, `${current} ${basis}`, `${target}`, gapWords(gap)];
  };
  const group = (one) => {
    const ids = practices([one]).map(({ id }) => id);
    const here = expected.filter(({ practice: { id } }) => ids.includes(id));
    const known = here.map(({ current }) => current).filter((level) => level !== "n/a");
    const wanted = here.map(({ target }) => target);
    const gap = Math.max(...here.map(({ gap }) => gap ?? -Infinity));
    const spread = (low, high, one, two) => (low === high ? one(low) : two(low, high));
    const head = [
      one.name.en,
      spread(Math.min(...known), Math.max(...known), (low) => `lowest ${low}`, (low, high) => `lowest ${low} · spread ${low}–${high}`),
      spread(Math.min(...wanted), Math.max(...wanted), String, (low, high) => `${low}–${high}`),
      gap > 0 ? `largest: ${gapWords(gap)}` : "none short",
    ];
    const own = expected.filter(({ practice }) => (one.practices ?? []).includes(practice));
    return [head, ...(one.groups ?? []).flatMap(group), ...own.map(row)];
  };
  return [["Practice", "Current", "Target", "Gap"], ...smm.groups.flatMap(group)];
}

/** From a new assessment to its results, on the screen. */
async function theWholeWay(page) {
  await way.begin(page, { name: NAME, profile: "Manufacturing line" });
  await page.getByRole("link", { name: "Go to targets" }).click();
  await way.arrived(page, "Targets");
  await way.setTarget(page, PATCHES, BY_HAND);
  await page.getByRole("link", { name: "Go to assess" }).click();
  await page.getByRole("link", { name: "Begin the quick pass" }).click();
  for (const [index, one] of practices().entries()) {
    await way.arrived(page, one.name.en);
    await way.answerQuick(page, quick[one.id], quick[one.id] === "n/a" ? NO_POLICY : undefined);
    await way.next(page, index === practices().length - 1);
  }
  await way.arrived(page, "Results");
  await way.step(page, "Assess");
  await way.openFull(page, PATCHES);
  await way.arrived(page, PATCHES);
  for (const [one, answer] of FULL) {
    await way.answerStatement(page, one.text.en, answer, answer === "Not applicable" ? "No such device is in the line." : undefined);
  }
  await page.getByLabel("Note", { exact: true }).fill(NOTE);
  await page.getByText(/^Level 2, from the statements \(quick pass: 1\)\. Target 3: 1 level short\.$/).waitFor();
  await way.step(page, "Results");
}

const section = (page, heading) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: heading, exact: true }) });
const inOneLine = (text) => text.replace(/\s+/g, " ").trim();

async function assertChart(page) {
  await page.getByRole("img", { name: /^Current level and target of every practice/ }).locator("svg path").first().waitFor({ state: "attached" });
  const drawn = await page.evaluate(() => {
    const { series } = globalThis.charts.at(-1).getOption();
    const across = (name) => series.filter((one) => one.name === name).flatMap(({ data }) => data ?? []).map(({ value }) => value[0]);
    const words = (name) => series.filter((one) => one.name === name).flatMap(({ data }) => data ?? []).map((point) => point.name);
    return { target: across("Target"), current: across("Current"), names: words("Practice"), fits: words("Gap") };
  });
  assert.deepEqual(drawn.target, expected.map(({ target }) => target));
  assert.deepEqual(drawn.current, expected.map(({ current }) => current).filter((current) => current !== "n/a"));
  // A long name stands on two lines.
  assert.equal(drawn.names.join(" "), expected.map(({ practice }, index) => `${index + 1} ${practice.name.en}`).join(" "));
  assert.equal(drawn.fits.join(" "), expected.map(({ gap }) => gapWords(gap)).join(" "));
}

scene("a profile proposes a target for each of the 18 practices, and says why", async (page) => {
  await way.begin(page, { name: NAME, profile: "Manufacturing line" });
  await page.getByText("Manufacturing line is used. 18 targets proposed, for you to confirm.").waitFor();
  await way.step(page, "Targets");
  assert.deepEqual(await way.targets(page), proposed);
  assert.equal(Object.keys(proposed).length, 18);
  for (const { practice: id, level, scope, reason } of manufacturing.targets) {
    const card = way.targetCard(page, practice(id).name.en);
    const words = inOneLine(await card.innerText());
    assert.ok(words.includes("Proposed, not yet confirmed:"), words);
    assert.ok(words.includes(`Manufacturing line proposes ${level} · ${scope}: ${reason.en}`), words);
  }
});

scene("a target set by hand survives that the profile goes and comes back", async (page) => {
  await way.begin(page, { name: NAME, profile: "Manufacturing line" });
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHES, BY_HAND);
  const withProfile = { ...proposed, [PATCHES]: { level: "3", scope: "industry" } };
  const byHandOnly = Object.fromEntries(Object.keys(proposed).map((name) => [name, name === PATCHES ? withProfile[PATCHES] : {}]));
  const there = async (targets) => {
    await way.step(page, "Targets");
    assert.deepEqual(await way.targets(page), targets);
    assert.equal(await way.targetReason(page, PATCHES).inputValue(), BY_HAND.reason);
  };
  const words = async () => inOneLine(await way.targetCard(page, PATCHES).innerText());

  await there(withProfile);
  assert.match(await words(), /Your own target; it differs from what is proposed:/);
  await way.step(page, "Set up");
  await page.getByRole("checkbox", { name: "Manufacturing line" }).uncheck();
  await page.getByText("Manufacturing line is no longer used. 17 targets changed.").waitFor();
  await there(byHandOnly);
  assert.doesNotMatch(await words(), /propose/);
  await way.step(page, "Set up");
  await page.getByRole("checkbox", { name: "Manufacturing line" }).check();
  await page.getByText("Manufacturing line is used. 17 targets proposed, for you to confirm.").waitFor();
  await there(withProfile);
});

scene("choosing a profile, dropping it and clearing a target can each be undone", async (page) => {
  await way.begin(page, { name: NAME });
  const profile = page.getByRole("checkbox", { name: "Manufacturing line" });
  const undo = page.locator(".notices").getByRole("button", { name: "Undo" });
  const counted = async (words) => page.getByRole("link", { name: `Targets ${words}`, exact: true }).waitFor();

  await profile.check();
  await counted("0 of 18, 18 to confirm");
  await undo.click();
  await counted("0 of 18");
  assert.equal(await profile.isChecked(), false);
  await profile.check();
  await profile.uncheck();
  await counted("0 of 18");
  await undo.click();
  await counted("0 of 18, 18 to confirm");
  assert.equal(await profile.isChecked(), true);

  await way.step(page, "Targets");
  await way.setTarget(page, PATCHES, BY_HAND);
  await page.getByRole("button", { name: `Clear the target of ${PATCHES}` }).click();
  await counted("0 of 18, 17 to confirm");
  assert.equal(await way.chosen(way.targetLevels(page, PATCHES)), undefined);
  await undo.click();
  await counted("1 of 18, 17 to confirm");
  assert.equal(await way.targetReason(page, PATCHES).inputValue(), BY_HAND.reason);
  assert.deepEqual(await way.targets(page), { ...proposed, [PATCHES]: { level: "3", scope: "industry" } });
});

scene("the results are the numbers that follow from targets and answers, in table, picture and gaps", { prepare: way.watchCharts }, async (page) => {
  await theWholeWay(page);
  assert.deepEqual(await way.resultRows(page), expectedRows());
  await assertChart(page);

  const count = (fits) => expected.filter(({ gap }) => fits(gap)).length;
  const counts = `${count((gap) => gap === 0)} of 18 practices on target`;
  await page.getByRole("listitem").filter({ hasText: counts }).waitFor();

  // The largest gap stands first, then that of which more is needed.
  const gaps = expected.filter(({ gap }) => gap > 0);
  gaps.sort((one, two) => two.gap - one.gap || two.target - one.target);
  const items = section(page, "Gaps").locator("ol.gaps > li > details");
  assert.deepEqual(
    (await items.locator("> summary").allInnerTexts()).map(inOneLine),
    gaps.map(({ practice, current, target, gap }) => `${practice.name.en} ${current} → to ${target} ${gapWords(gap)}`),
  );

  for (const [index, { practice, current, target }] of gaps.entries()) {
    const item = items.nth(index);
    await item.locator("> summary").click();
    // What is inside is made once it is open.
    await item.getByRole("heading", { level: 3 }).first().waitFor();
    const found = await item.getByRole("heading", { level: 3 }).evaluateAll((headings) =>
      headings.map((heading) => ({
        level: Number(heading.textContent.trim()[0]),
        lists: [...heading.parentElement.querySelectorAll(":scope > ul")].map((list) => [...list.children].map((one) => one.textContent.trim())),
      })),
    );
    const verdict = (one) => FULL.find(([other]) => other === one)?.[1] ?? "Unanswered";
    const open = (one) => !["Met", "Not applicable"].includes(verdict(one));
    const missing = smm.levels.filter(({ level }) => level > current && level <= target).map(({ level }) => ({
      level,
      lists: [
        practice.levels[level].actions.map(wordsOfAction),
        statements(practice, level, manufacturing).filter(open).map((one) => `${verdict(one)} ${one.text.en}`),
      ],
    }));
    assert.deepEqual(found, missing, practice.id);
  }

  const more = expected.filter(({ gap }) => gap < 0).sort((one, two) => one.gap - two.gap);
  assert.deepEqual(
    (await section(page, "More than needed").locator("ul.more-list > li > details > summary").allInnerTexts()).map(inOneLine),
    more.map(({ practice, current, target, gap }) => `${practice.name.en} ${current} → to ${target} ${gapWords(gap)}`),
  );
});

scene("one comes back to the same place and the same numbers, after a reload and after closing the tab", { prepare: way.watchCharts }, async (page, context) => {
  await theWholeWay(page);
  const address = page.url();
  await page.reload();
  await way.arrived(page, "Results");
  assert.equal(page.url(), address);
  assert.deepEqual(await way.resultRows(page), expectedRows());
  await assertChart(page);
  await page.close();

  const later = await context.newPage();
  await way.openStart(later);
  await later.getByText("Targets decided: 1 of 18").waitFor();
  await later.getByText("Assessed: 18 of 18").waitFor();
  await later.getByRole("link", { name: `Continue ${NAME}` }).click();
  await way.arrived(later, "Results");
  assert.equal(later.url(), address);
  assert.deepEqual(await way.resultRows(later), expectedRows());

  await way.step(later, "Assess");
  await way.openFull(later, PATCHES);
  await way.arrived(later, PATCHES);
  await later.close();
  const last = await context.newPage();
  await way.openStart(last);
  await last.getByRole("link", { name: `Continue ${NAME}` }).click();
  await way.arrived(last, PATCHES);
  assert.equal(await last.getByLabel("Note", { exact: true }).inputValue(), NOTE);
  for (const [one, answer] of FULL) {
    assert.ok(await way.statement(last, one.text.en).getByRole("radio", { name: answer, exact: true }).isChecked(), one.id);
  }
});

scene("what was exported and deleted comes back from its file with the same numbers", async (page) => {
  await theWholeWay(page);
  const file = await way.exported(page);
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  assert.equal(file.name, `bottling-line-3-${today}.json`);
  await page.getByText(`“${file.name}” is in your downloads.`).waitFor();

  const session = JSON.parse(file.text);
  assert.equal(session.format, "plumbline-session");
  assert.equal(session.version, 1);
  assert.deepEqual(session.model, { id: smm.id, edition: smm.edition });
  assert.ok(file.text.includes(BY_HAND.reason) && file.text.includes(NOTE) && file.text.includes(NO_POLICY), "what was typed is in it");
  // Names of levels and scopes are single words that ids have, too; everything longer is the model's or profile's own text.
  // The reasons of the profile stay with the targets that were confirmed for them.
  const reasons = new Set(manufacturing.targets.map(({ reason }) => reason.en));
  const own = [smm, manufacturing].flatMap(texts).filter((text) => /\s/.test(text) && !reasons.has(text));
  assert.ok(own.length > 500);
  assert.deepEqual(own.filter((text) => file.text.includes(text)), []);

  await way.home(page);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: NAME }) });
  const remove = page.getByRole("button", { name: `Delete ${NAME}` });
  await remove.click();
  await page.getByText(`“${NAME}” is deleted.`).waitFor();
  await card.waitFor({ state: "detached" });
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await card.waitFor();
  await page.getByRole("link", { name: `Results of ${NAME}` }).click();
  assert.deepEqual(await way.resultRows(page), expectedRows());
  await way.home(page);
  await remove.click();
  await card.waitFor({ state: "detached" });
  await page.reload();
  await way.canBegin(page);
  assert.equal(await card.count(), 0);

  await way.openFile(page, file.name, file.text);
  await page.getByRole("heading", { name: NAME }).waitFor();
  const { Begun, "Last changed": changed, ...rest } = await way.fileFacts(page);
  assert.ok(Begun && changed);
  const said = { Targets: "18", "Quick answers": "18", "Answers to statements": String(FULL.length), Evidence: "0", Notes: "1" };
  assert.deepEqual(rest, { People: "nobody named", ...said });
  await way.addChosen(page);
  assert.deepEqual(await way.resultRows(page), expectedRows());
  await way.step(page, "Targets");
  assert.equal(await way.targetReason(page, PATCHES).inputValue(), BY_HAND.reason);
  await way.home(page);
  await soon(async () => assert.equal(await card.count(), 1));
});
