// The keyboard, in every engine: days typed into its own field for them, a practice answered with single keys, and the list of keys.
import assert from "node:assert/strict";
import { soon } from "./engines/person.mjs";
import { everywhere } from "./engines/everywhere.mjs";
import * as way from "./engines/way.mjs";
import { practice, statements } from "./model.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const at = (level) => statements(PATCHING, level).map(({ text }) => text.en);
const SINCE = "In use, in its present form, since";

/** The statement whose answers have the focus. */
const focused = () => document.getElementById(document.activeElement.closest("fieldset")?.getAttribute("aria-labelledby"))?.textContent.trim();
const chosen = (group) =>
  [...document.querySelectorAll("fieldset[aria-labelledby]")].find((one) => document.getElementById(one.getAttribute("aria-labelledby"))?.textContent.trim() === group)?.querySelector("input:checked")?.labels[0].textContent.trim();

/** Waits until this statement has the focus, and whoever presses keys means it. */
const isAt = (person, text) => soon(async () => assert.equal(await person.ask(focused), text));

/**
 * The keys that type a day into an engine's own field. The same digits for day and month: which of them comes first depends on the
 * machine. WebKit waits to be told when one of the three is done, the others go on by themselves.
 */
const dayKeys = (engine) => ["11", "11", "2019"].flatMap((digits, index) => [...(engine === "webkit" && index > 0 ? ["ArrowRight"] : []), ...digits]);

everywhere("a day that is typed key by key arrives as it was meant, and stays", async (person, engine) => {
  await way.begin(person, "Mill");
  await person.into(SINCE);
  await person.keys(...dayKeys(engine));
  await person.hasTyped(SINCE, "2019-11-11");
  await person.into("Name of the system");
  await way.isSaved(person);
  await person.reload();
  await person.arrives("Set up");
  await person.hasTyped(SINCE, "2019-11-11");
});

everywhere("a practice is answered with single keys, they write where somebody writes, and their list opens and closes", async (person) => {
  await way.begin(person, "Mill");
  await way.openFull(person, PATCHES, { all: true });
  await person.keys("n");
  for (const [index, text] of at(1).entries()) {
    await isAt(person, text);
    await person.keys(["1", "2", "3"][index % 3]);
  }
  for (const [index, text] of at(1).entries()) {
    await soon(async () => assert.equal(await person.ask(chosen, text), ["Met", "Partly", "Not met"][index % 3]));
  }
  // After the last key the focus goes on as after the others.
  await soon(async () => assert.notEqual(await person.ask(focused), at(1).at(-1)));
  await person.type(/^Note/, "1 2 3 s n ? /");
  await person.hasTyped(/^Note/, "1 2 3 s n ? /");

  const opensList = () => person.seesThe("heading", "Answer with single keys", { role: "dialog" });
  const closesList = async () => {
    await person.keys("Escape");
    await soon(async () => assert.equal(await person.ask(() => document.querySelector("dialog[open]") === null), true));
  };
  await person.press("button", "Keys");
  await opensList();
  await closesList();
  await person.keys("?");
  await opensList();
  await closesList();
});
