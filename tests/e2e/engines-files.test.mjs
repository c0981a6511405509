// Files, in every engine: one goes out, comes in elsewhere as it was, and one that others went on with is folded in.
import assert from "node:assert/strict";
import { everywhere } from "./engines/everywhere.mjs";
import * as way from "./engines/way.mjs";

const [INCLUDES, EXCLUDES] = ["What belongs to it", "What does not belong to it"];
const WORDS = "The silo 🏭, Größe 3";

everywhere("a file goes out, comes back with what is new, takes the place of what was deleted, and others are refused", async (person) => {
  await way.begin(person, "Mill");
  await person.type(INCLUDES, WORDS);
  const { name, text } = await way.exported(person);
  assert.match(name, /^mill-\d{4}-\d\d-\d\d\.json$/);
  await person.gives(name, text);
  await person.sees("Everything in the file is here already.");

  const theirs = JSON.parse(text);
  theirs.system.push({ on: "excludes", value: "The yard", at: "2026-11-24T09:00:00Z", stamp: "ana:50" });
  await person.gives("from-ana.json", JSON.stringify(theirs));
  await person.sees("From the file “from-ana.json”");
  await person.press("button", "Add what is new to “Mill”");
  await person.sees("What was new in the file is in “Mill” now.");
  await way.step(person, "Set up");
  await person.hasTyped(INCLUDES, WORDS);
  await person.hasTyped(EXCLUDES, "The yard");
  const { text: both } = await way.exported(person);
  assert.deepEqual(Object.fromEntries(JSON.parse(both).system.map(({ on, value }) => [on, value])), { name: "Mill", includes: WORDS, excludes: "The yard" });

  await person.gives("list.json", "[]");
  await person.sees("“list.json” was not opened");

  await person.follow("Plumbline");
  await person.press("button", "Delete Mill");
  await person.sees("“Mill” is deleted.");
  await person.gives(name, both);
  await person.press("button", "Add as a new assessment");
  await person.arrives("Results");
  await way.step(person, "Set up");
  await person.hasTyped(EXCLUDES, "The yard");
});
