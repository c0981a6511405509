// The steps of the way, in the few words that every engine understands.
import assert from "node:assert/strict";
import { soon } from "./person.mjs";

const STEPS = { role: "navigation", name: "Steps of the assessment" };
export const PREVIEW = { role: "region", name: "Preview" };

/** Begins an assessment from the start page. */
export async function begin(person, name, address) {
  await person.open("./", address);
  await person.press("button", "New assessment");
  await person.arrives("Set up");
  await person.type("Name of the system", name);
  await isSaved(person);
}

/** Waits until all that was typed is stored. */
export const isSaved = (person) => person.sees("Saved in this browser");

/** Goes to a step of the way, unless one is there. */
export async function step(person, name) {
  if (await person.isAt(name)) return;
  await person.follow(new RegExp(`^${name}`), STEPS);
  await person.arrives(name);
}

/** Opens the full pass of a practice, one level at a time or, if wanted, with the statements of all levels. */
export async function openFull(person, practice, { all = false } = {}) {
  await step(person, "Assess");
  await person.follow(`Full pass of ${practice}`);
  await person.arrives(practice);
  if (all) await person.press("button", "Show all levels");
}

/** The group of answers to a statement. */
export const statement = (text) => ({ role: "group", name: text });

/** Exports the open assessment: the name and the text of its file. */
export async function exported(person) {
  await step(person, "Share");
  return person.saves(() => person.press("button", "Export as a file"));
}

/** The rows of the table of all practices: words per cell. Where it is folded away it is opened; it is made then. */
export function resultRows(person) {
  return person.ask(() => {
    for (const fold of document.querySelectorAll("details.all-practices")) fold.open = true;
    return [...document.querySelectorAll("table.results tr")].map((row) => [...row.cells].slice(0, 4).map((cell) => cell.textContent.replace(/\s+/g, " ").trim()));
  });
}

/** Waits until a row of the results table says this. */
export function hasRow(person, words) {
  return soon(async () => {
    const rows = await resultRows(person);
    assert.ok(rows.some((row) => row.join(" | ") === words.join(" | ")), `no row says ${words.join(" | ")}:\n${rows.map((row) => row.join(" | ")).join("\n")}`);
  });
}
