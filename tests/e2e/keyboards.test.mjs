// Single keys on keyboards of other countries: the events are those that browsers make of such keyboards.
import assert from "node:assert/strict";
import { scene, soon } from "./browser.mjs";
import { practice, practices, statements } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const [FIRST, SECOND] = statements(PATCHING, 1).map(({ text }) => text.en);

const press = (page, key) =>
  page.evaluate((key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...key })), key);
const answer = (page, text) => way.chosen(page.getByRole("group", { name: text, exact: true }));

async function atPractice(page) {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHES);
}

for (const [country, next, one, undo] of [
  ["France", { key: "n", code: "KeyN" }, { key: "&", code: "Digit1" }, { key: "z", code: "KeyW" }],
  ["the Czech Republic", { key: "n", code: "KeyN" }, { key: "+", code: "Digit1" }, { key: "z", code: "KeyY" }],
  ["Russia", { key: "т", code: "KeyN" }, { key: "1", code: "Digit1" }, { key: "я", code: "KeyZ" }],
  ["Greece", { key: "ν", code: "KeyN" }, { key: "1", code: "Digit1" }, { key: "ζ", code: "KeyZ" }],
  ["Egypt", { key: "ى", code: "KeyN" }, { key: "١", code: "Digit1" }, { key: "ئ", code: "KeyZ" }],
]) {
  scene(`keys answer, move and undo on a keyboard of ${country}`, async (page) => {
    await atPractice(page);
    await press(page, next);
    await soon(async () => assert.equal(await way.focusedStatement(page), FIRST));
    await press(page, one);
    await soon(async () => assert.equal(await answer(page, FIRST), "Met"));
    await soon(async () => assert.equal(await way.focusedStatement(page), SECOND));
    await press(page, { ...undo, ctrlKey: true });
    await soon(async () => assert.equal(await answer(page, FIRST), undefined));
  });
}

scene("brackets lead to other practices however they are made, and keys of the browser stay its own", async (page) => {
  await atPractice(page);
  const at = practices().findIndex(({ name }) => name.en === PATCHES);
  const named = (index) => practices()[index].name.en;
  await page.locator("h1").focus();
  for (const key of [
    { key: "1", code: "Digit1", altKey: true },
    { key: "&", code: "Digit1", ctrlKey: true },
    { key: "[", code: "BracketLeft", altKey: true },
    { key: "é", code: "Digit2", metaKey: true },
  ]) {
    assert.equal(await press(page, key), true, `${JSON.stringify(key)} is not ours`);
  }
  await press(page, { key: "]", code: "Digit9", ctrlKey: true, altKey: true, modifierAltGraph: true });
  await way.arrived(page, named(at + 1));
  await press(page, { key: "[", code: "Digit5", altKey: true });
  await way.arrived(page, PATCHES);
  await press(page, { key: "ъ", code: "BracketRight" });
  await way.arrived(page, named(at + 1));
});
