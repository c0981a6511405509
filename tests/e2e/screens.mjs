// Every page in the states that look different, opened at once: what is stored is put in place before the app looks, and the day is
// always the same.
import { readFileSync } from "node:fs";
import { packed, still } from "./browser.mjs";
import { practice, practices, small } from "./model.mjs";
import { hop } from "./way.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const PATCHING = practice("hardening.vulnerability.patching").id;
const ACCESS = practice("enablement.access.access-control").id;
const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/** The day on which all pages are looked at. */
export const DAY = "2026-11-23T09:30:00Z";
/** What a browser context needs, so that dates read the same everywhere. */
export const CONTEXT = { locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce", serviceWorkers: "block" };

const EXAMPLE = read("tests/data/one-round/bottling-line.json");

/** The example with everything added that takes room: long names, many people, much evidence, doubts. */
function veryFull() {
  let count = 9000;
  const fact = (on, value, rest = {}) => ({ on, value, ...rest, at: "2026-11-20T09:05:00Z", stamp: `full:${++count}` });
  const person = (index) => `019a8c00-0000-7000-8000-0000000199${String(index).padStart(2, "0")}`;
  const names = [LONG, "Marta Lindqvist", "Tomasz Brandt", "A. M.", "Ngozi Okonkwo-Abernathy", "Jörg", "Saoirse", "王小明"];
  const people = names.map((name, index) => fact(person(index), { name, role: index % 2 ? "business_owner" : "technology_owner" }));
  const first = practices().flatMap(({ levels }) => levels[1].indicators.slice(0, 2));
  const proof = (index) => `019a8c00-0000-7000-8000-0000000299${String(index).padStart(2, "0")}`;
  const evidence = first.map((_, index) => fact(proof(index), { title: index % 4 ? "Record of the monthly check of line 3" : LONG, kind: "document", location: "https://example.com/record", dated: "2026-02-01" }));
  const minimums = practices().map(({ id }, index) => fact(id, { level: 1 + (index % 4), source: index % 2 ? LONG : "A customer" }));
  const confidence = first.map(({ id }, index) => fact(id, ["assumed", "told", "seen"][index % 3], { round: EXAMPLE.rounds[0].on }));
  const uses = first.map(({ id }, index) => fact({ indicator: id, evidence: proof(index) }, true));
  const system = EXAMPLE.system.map((one) => (one.on === "name" ? { ...one, value: `${one.value} ${LONG}` } : one));
  return { ...EXAMPLE, id: "019a8c00-0000-7000-8000-000000019999", system, people: [...EXAMPLE.people, ...people], minimums, confidence, evidence, evidence_uses: uses, seen: { ...EXAMPLE.seen, full: count } };
}

/** An assessment with a name and nothing else. */
function justBegun() {
  const { system, rounds, ...rest } = small;
  return { ...rest, system, rounds, targets: [], seen: { ana: 9 } };
}

/** The example of two rounds in a third that was just begun: all that was said is to be confirmed. */
function newRound() {
  const example = read("public/examples/bottling-line.json");
  const last = example.rounds.map(({ on }) => on).sort().at(-1);
  const round = { on: `${last}.z`, value: { name: "" }, at: "2026-11-22T09:05:00Z", stamp: "full:9990" };
  return { ...example, id: "019a8c00-0000-7000-8000-000000019998", rounds: [...example.rounds, round], seen: { ...example.seen, full: 9990 } };
}

/** What can be stored, by its name in the address. */
export const STORED = { ex: EXAMPLE, new: justBegun(), env: read("tests/data/envelope.json"), full: veryFull(), two: read("public/examples/bottling-line.json"), again: newRound() };

const openExamples = async (page) => {
  await page.getByText("Look at an example").click();
  await page.locator("ul.examples > li").first().waitFor();
};
/** Makes a workspace, puts all that is stored into it, and opens what is folded there. */
const fillWorkspace = async (page) => {
  await page.locator("#new-workspace").fill("Meyer & Sons");
  await page.locator(".workspace-new button").click();
  for (const count of [1, 2]) {
    await page.locator("#put-here").selectOption({ index: 1 });
    await page.locator(".choose-then:has(#put-here) button").click();
    await page.locator("section .session-card").nth(count - 1).waitFor();
  }
  await openFolds(page);
};
const pictureDrawn = (page) => page.locator(".pictures .chart svg text").first().waitFor({ state: "attached" });
const show = (picture) => async (page) => {
  await page.getByRole("radio", { name: picture, exact: true }).check();
  await still(page);
  await pictureDrawn(page);
};
const drawn = (page) => page.locator(".chart svg text").first().waitFor({ state: "attached" });
const openDrawn = async (page) => {
  await openFolds(page);
  await drawn(page);
};
const turnToTable = async (page) => {
  for (let turn = 0; turn < 12 && (await page.locator(".slide table").count()) === 0; turn += 1) {
    await page.keyboard.press("ArrowRight");
    await still(page);
  }
  await page.locator(".slide table").first().waitFor();
};
const chooseFile = async (page) => {
  const file = { name: "small.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(small)) };
  await page.locator("#meanwhile").waitFor({ state: "detached" });
  await page.getByLabel("Open a file…").setInputFiles(file);
  await page.getByRole("heading", { name: "Small" }).waitFor();
};
const openFolds = (page) =>
  page.evaluate(() => document.querySelectorAll("main details:not([open])").forEach((one) => (one.open = true)));

/** All screens: a name, what is stored, the address, the heading, and what is done there before it is looked at. */
export const SCREENS = [
  { name: "start-empty", stored: [], at: "" },
  // How far an assessment is, is counted after its card is there.
  { name: "start", stored: ["ex", "new", "env"], at: "", act: (page) => page.getByText("Assessed: 18 of 18").waitFor() },
  { name: "start-examples", stored: [], at: "", act: openExamples },
  { name: "start-file", stored: ["ex"], at: "", act: chooseFile },
  { name: "set-up-new", stored: ["new"], at: "s/new/setup" },
  { name: "set-up", at: "s/ex/setup" },
  { name: "targets-new", stored: ["new"], at: "s/new/targets" },
  { name: "targets", at: "s/ex/targets" },
  { name: "interview", at: "s/ex/interview" },
  { name: "interview-new", stored: ["new"], at: "s/new/interview" },
  { name: "compare", at: "s/ex/compare" },
  { name: "decisions", at: "s/ex/decisions" },
  { name: "people", at: "s/ex/people" },
  { name: "people-new", stored: ["new"], at: "s/new/people" },
  { name: "assess", at: "s/ex/assess" },
  { name: "assess-new", stored: ["new"], at: "s/new/assess" },
  { name: "quick", at: `s/ex/quick/${PATCHING}` },
  { name: "practice", at: `s/ex/full/${ACCESS}` },
  { name: "practice-open", at: `s/ex/full/${ACCESS}`, act: openFolds },
  { name: "evidence-new", stored: ["new"], at: "s/new/evidence" },
  { name: "results", at: "s/ex/results", act: pictureDrawn },
  { name: "results-levels", at: "s/ex/results", act: show("Levels") },
  { name: "results-stakes", at: "s/ex/results", act: show("What is at stake") },
  { name: "results-new", stored: ["new"], at: "s/new/results" },
  { name: "frameworks", at: "s/ex/frameworks" },
  { name: "report", at: "s/ex/report" },
  { name: "board", at: "s/ex/board" },
  { name: "agenda", at: "s/ex/agenda" },
  { name: "check", at: "s/ex/check" },
  { name: "search", at: "s/ex/search?q=patch" },
  { name: "share", at: "s/ex/share" },
  { name: "envelope", at: "s/ex/envelope" },
  { name: "answer", stored: ["env"], at: "s/env/answer" },
  { name: "settings", at: "settings" },
  { name: "about", at: "about" },
  { name: "notices", at: "notices" },
  { name: "learn", at: "learn" },
  { name: "learn-practice", at: `learn/${PATCHING}` },
  { name: "glossary", at: "learn/glossary" },
  { name: "not-found", stored: [], at: "nothing" },
  { name: "cant-open", stored: [], at: "s/not-here/targets" },
  { name: "results-two", stored: ["two"], at: "s/two/results", act: pictureDrawn },
  { name: "since", stored: ["two"], at: "s/two/since", act: drawn },
  { name: "plan", stored: ["two"], at: "s/two/plan", act: openDrawn },
  { name: "rounds", stored: ["two"], at: "s/two/rounds", act: openFolds },
  { name: "duties", stored: ["two"], at: "s/two/duties", act: openFolds },
  { name: "board-table", stored: ["two"], at: "s/two/board", act: turnToTable },
  { name: "confirm", stored: ["again"], at: "s/again/confirm" },
  { name: "fleet", stored: ["two"], at: "fleet" },
  { name: "workspaces", stored: ["ex", "two"], at: "workspaces" },
  { name: "workspace", stored: ["ex", "two"], at: "workspaces", act: fillWorkspace },
  { name: "full-set-up", stored: ["full"], at: "s/full/setup" },
  { name: "full-targets", stored: ["full"], at: "s/full/targets", act: openFolds },
  { name: "full-practice", stored: ["full"], at: `s/full/full/${PATCHING}` },
  { name: "full-people", stored: ["full"], at: "s/full/people" },
  { name: "full-evidence", stored: ["full"], at: "s/full/evidence" },
  { name: "full-results", stored: ["full"], at: "s/full/results", act: pictureDrawn },
  { name: "full-report", stored: ["full"], at: "s/full/report" },
];

/** Fixes the day, and puts in place what a screen finds stored: all of it, at each opening, whatever was there before. */
export async function prepare(page) {
  // A busy machine takes its time, and there are many screens.
  page.setDefaultTimeout(60_000);
  await page.clock.setFixedTime(DAY);
  await page.route("**/empty", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>-</title>" }));
}

/**
 * Opens a screen and waits until it stands still. Where `before` is the screen that was opened before it, and the same is stored, the
 * app stays: that is faster, and leaves what was chosen there as it is.
 */
export async function open(page, { stored = ["ex"], at, act }, before) {
  const isSame = before && (before.stored ?? ["ex"]).join() === stored.join() && before.at !== at;
  if (isSame) await hop(page, at);
  else {
    await page.goto("./empty");
    const entries = stored.map((name) => [`plumbline.session.${name}`, packed(STORED[name])]);
    await page.evaluate(async (entries) => {
      localStorage.clear();
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      for (const [key, value] of entries) localStorage.setItem(key, value);
    }, entries);
    await page.goto(`./${at}`);
  }
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector("main .loading"));
  await act?.(page);
  await page.evaluate(() => document.activeElement?.blur());
  await still(page);
}
