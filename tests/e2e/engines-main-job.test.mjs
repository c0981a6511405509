// The main job in every engine: from a new assessment by interview, quick answers and a full pass to results and a report.
import assert from "node:assert/strict";
import { everywhere } from "./engines/everywhere.mjs";
import * as way from "./engines/way.mjs";
import { interview, proposed, SYSTEMS } from "./guidance.mjs";
import { gapWords, practice, practices, statements } from "./model.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const { answers } = SYSTEMS.bottling;
/** Each description is taken once. */
const QUICK = [0, 1, 2, 3, 4];

everywhere("the main job is done from a new assessment to its report", async (person) => {
  await way.begin(person, "Bottling line 3");
  await person.follow("Go to targets");
  await person.arrives("Targets");

  // Targets, by the interview.
  await person.follow("Go to the interview");
  for (const { id, text, options } of interview.questions) {
    await person.choose(options.find((option) => option.id === answers[id]).text.en, { role: "group", name: new RegExp(text.en.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "u") });
  }
  await person.press("button", /^Use the proposals: 18 targets change/);
  await person.follow("See the targets");
  await person.arrives("Targets");

  // Quick answers.
  await way.step(person, "Assess");
  await person.follow("Begin the quick pass");
  for (const [index, level] of QUICK.entries()) {
    await person.arrives(practices()[index].name.en);
    await person.chooseByKey(new RegExp(`^${level}`), { role: "group", name: "Which description fits best?" });
    await person.follow("Next", { role: "navigation", name: "Back and next" });
  }

  // One practice in full: level 1 is met, of level 2 nothing is.
  await way.openFull(person, PATCHES, { all: true });
  for (const [level, answer] of [[1, "Met"], [2, "Not met"]]) {
    for (const { text } of statements(PATCHING, level)) await person.choose(answer, way.statement(text.en));
  }

  // What follows, worked out here without the app.
  const targets = proposed(answers);
  const expected = [
    ...QUICK.map((current, index) => ({ practice: practices()[index], current, basis: "quick pass" })),
    { practice: PATCHING, current: 1, basis: "statements" },
  ];
  await way.step(person, "Results");
  for (const { practice: { id, name }, current, basis } of expected) {
    const place = practices().findIndex((one) => one.id === id) + 1;
    const { level } = targets[id];
    await way.hasRow(person, [`${place} ${name.en}`, `${current} ${basis}`, String(level), gapWords(level - current)]);
  }

  await person.follow("Make a report");
  await person.arrives("Report");
  await person.sees(`Level 1, target ${targets[PATCHING.id].level}`);
  const { name, text } = await person.saves(() => person.press("button", "Save as HTML"));
  assert.match(name, /^bottling-line-3-.*-report\.html$/);
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/;
  assert.equal(code.exec(text)[0], code.exec(await person.text())[0]);
});
