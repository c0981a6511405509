// What is asked, read from the files, and what has to follow from answers, worked out here a second time and without the app.
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

export const smm = read("public/models/iot-smm.json");
export const manufacturing = read("profiles/manufacturing-line.json");
export const retail = read("profiles/retail-pos.json");
export const tiny = read("tests/data/tiny-model.json");
export const tinyProfile = read("tests/data/tiny-profile.json");
/** A session file with a name and one target. */
export const small = read("tests/data/small.json");

const inside = (group) => [...(group.groups ?? []).flatMap(inside), ...(group.practices ?? [])];

/** The practices below some groups, in order. */
/** What an action of a level says: it is its words, or these and for whom it is. */
export const wordsOfAction = (action) => (action.text ?? action).en;

export const practices = (groups = smm.groups) => groups.flatMap(inside);

/** A practice by its id. */
export const practice = (id) => practices().find((one) => one.id === id);

/** The statements about a practice at a level, those of a profile after the model's own. */
export function statements(practice, level, profile) {
  const own = practice.levels.find((guide) => guide.level === level)?.indicators ?? [];
  return [...own, ...(profile?.indicators ?? []).filter((one) => one.practice === practice.id && one.level === level)];
}

/** All texts in a file of the model or of a profile. */
export function texts(value) {
  if (value === null || typeof value !== "object") return [];
  const own = typeof value.en === "string" ? [value.en] : [];
  return [...own, ...Object.values(value).flatMap(texts)];
}

/** The lowest and the highest level that statements leave possible; `answers` by the statement's id. */
export function reading(practice, answers, profile) {
  const all = smm.levels.slice(1).map(({ level }) => statements(practice, level, profile).map(({ id }) => answers[id]));
  if (all.flat().every((answer) => answer === undefined)) return undefined;
  const reached = (fine) => {
    const stop = all.findIndex((level) => !level.every((answer) => fine.includes(answer)));
    return stop < 0 ? all.length : stop;
  };
  return { low: reached(["met", "n/a"]), high: reached(["met", "n/a", undefined]) };
}

/** Where a practice stands: a level, "n/a" or nothing. Settled statements outrank the quick answer. */
export function current(practice, { quick = {}, answers = {}, profile }) {
  const read = reading(practice, answers, profile);
  if (!read) return { level: quick[practice.id], basis: quick[practice.id] === "n/a" ? "not applicable" : "quick pass" };
  if (read.low !== read.high) throw new Error(`the statements about ${practice.id} settle nothing`);
  return { level: read.low, basis: "statements" };
}

const levels = (count) => (count === 1 ? "1 level" : `${count} levels`);

/** A gap in the words of the table. */
export function gapWords(gap) {
  if (gap === undefined) return "not applicable";
  if (gap === 0) return "on target";
  return gap > 0 ? `${levels(gap)} short` : `${levels(-gap)} more than needed`;
}

/** Everything that follows, per practice, in the model's order. `targets` by the practice's id. */
export function results(said) {
  return practices().map((practice) => {
    const { level, basis } = current(practice, said);
    const target = said.targets[practice.id].level;
    return { practice, current: level, basis, target, gap: level === "n/a" ? undefined : target - level };
  });
}
