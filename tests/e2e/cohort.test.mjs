// An anonymous benchmark: made of many files, looked at before it is saved, refused where it would say too much or nothing; and elsewhere an
// assessment stands beside it, in sentences that were worked out by hand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, scene, soon, storage } from "./browser.mjs";
import { practices, small, smm } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const [FIRST, SECOND, THIRD] = practices();
const round = small.rounds[0].on;
const fact = (on, value, at) => ({ at: small.created, stamp: `ana:${at}`, on, value });
const GOLDEN = readFileSync(new URL("../data/golden/cohort-v1.json", import.meta.url), "utf8");

/** A plant with a level and a target of the first practice, and a level of the second where one is given. */
function plant(number, level, target, second) {
  const quick = [[FIRST, level], [SECOND, second]].filter(([, level]) => level !== undefined);
  const session = {
    ...small,
    id: `plant-${number}`,
    model: { id: smm.id, edition: smm.edition },
    system: [fact("name", `Plant ${number}`, 20)],
    targets: [fact(FIRST.id, { level: target, scope: "general", origin: "practice" }, 21)],
    quick: quick.map(([practice, level], at) => ({ ...fact(practice.id, { level }, 22 + at), round })),
    seen: { ana: 30 },
  };
  return { name: `plant-${number}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(session)) };
}

// Of six, three have to lie at or below a level: of 0, 1, 2, 2, 3, 4 the third is 2; of the targets 1, 1, 3, 3, 3, 3 it is 3. Of the second
// practice only four levels are known: too few.
const SIX = [[0, 1, 1], [1, 1, 1], [2, 3, 1], [2, 3, 1], [3, 3], [4, 3]].map(([level, target, second], at) => plant(at + 1, level, target, second));
const json = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)) });

async function compare(page, files) {
  await page.goto("./fleet");
  await way.arrived(page, "Compare many files");
  await page.mouse.move(1, 1);
  await page.locator("main input[type='file']").first().setInputFiles(files);
  await page.locator(".fleet-count").waitFor({ timeout: 30_000 });
  await page.getByText("Make a benchmark of these").click();
}

const rows = (page, name) => page.getByRole("region", { name }).locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map(({ innerText }) => innerText.trim())));

/** Makes the benchmark of the six, and gives what was saved. */
async function benchmark(page) {
  await compare(page, SIX);
  await page.getByLabel("What it is called").fill("Plants of the north");
  return downloaded(page, () => page.getByRole("button", { name: "Save the benchmark" }).click());
}

/** Opens a file on the page that compares with a benchmark. */
const load = (page, file) => page.locator("main input[type='file']").setInputFiles([file]);

/** An assessment of one's own, at the page that compares with a benchmark. */
async function own(page) {
  await way.openStart(page);
  await way.openFile(page, "own.json", plant(7, 2, 3).buffer.toString());
  await way.addChosen(page);
  await way.step(page, "Results");
  await way.arrived(page, "Results");
  await page.getByRole("link", { name: "Compare with a benchmark of others" }).click();
  await way.arrived(page, "Compare with a benchmark");
}

scene("six files become a benchmark: what is in the file can be seen before, and names nobody", async (page) => {
  await compare(page, SIX);
  const save = page.getByRole("button", { name: "Save the benchmark" });
  await page.getByText("Say what it is called.").waitFor();
  assert.ok(await save.isDisabled());
  await page.getByText("At least 5 assessments, made in", { exact: false }).waitFor();
  const said = "of at least 5, half or more are at";
  assert.deepEqual(await rows(page, "What is in the file"), [[`1 ${FIRST.name.en}`, `${said} 2 or below`, `${said} 3 or below`]]);
  const without = await page.getByText("Levels left out, because fewer than 5 are known:", { exact: false }).innerText();
  assert.ok(without.includes(SECOND.name.en) && without.includes(THIRD.name.en) && !without.includes(FIRST.name.en), without);
  await page.getByLabel("What it is called").fill("Plants of the north");
  await page.getByText("Say what it is called.").waitFor({ state: "detached" });
  await page.getByText("The file itself, word for word").click();
  const shown = await page.locator(".benchmark-file").innerText();
  const { name, text } = await downloaded(page, () => save.click());
  assert.equal(shown.trim(), text.trim());
  assert.match(name, /^plumbline-benchmark-plants-of-the-north-\d{4}-\d\d\.json$/);
  const file = JSON.parse(text);
  assert.deepEqual(file.practices, [{ practice: FIRST.id, levels: { at_least: 5, half: 2 }, targets: { at_least: 5, half: 3 } }]);
  assert.deepEqual(Object.keys(file), ["$schema", "format", "version", "limits", "title", "made", "model", "at_least", "practices"]);
  assert.ok(!/Plant \d|plant-\d|ana/.test(text), text);
  assert.deepEqual(await axeFinds(page, "making a benchmark"), []);
  assert.deepEqual(await sticksOut(page, "making a benchmark"), []);
});

scene("too few, or one that counts twice, make no benchmark, and the page says why", async (page) => {
  await compare(page, SIX.slice(0, 4));
  await page.getByText("A benchmark needs at least 5, so that none can be found out. Here 4 are open.").waitFor();
  assert.ok(await page.getByRole("button", { name: "Save the benchmark" }).isDisabled());
  await page.locator("main input[type='file']").first().setInputFiles([{ ...SIX[0], name: "again.json" }]);
  await page.getByText("“Plant 1” and “Plant 1 (again.json)” are copies of one assessment.", { exact: false }).waitFor();
  assert.equal(await page.getByRole("region", { name: "What is in the file" }).count(), 0);
});

scene("elsewhere one stands beside it, practice by practice, with one's own need; nothing of it is stored", async (page) => {
  const { text } = await benchmark(page);
  await own(page);
  const before = await storage(page);
  await load(page, json("north.json", text));
  await soon(async () => assert.equal(await page.locator(":focus").innerText(), "Plants of the north"));
  await page.getByText(/^Made in \w+ \d{4} from at least 5 assessments, with the edition /).waitFor();
  const table = await rows(page, "You among the others");
  assert.equal(table.length, 18);
  const others = "of at least 5, half or more are at";
  assert.deepEqual(table[0], [`1 ${FIRST.name.en}`, "2", `Your level is 2; ${others} 2 or below. Yours is in the middle.`, "3", "1 level short", `${others} 3 or below`]);
  // What nobody assessed is no level 0, and of what the benchmark does not tell nothing is said.
  assert.deepEqual(table[1].slice(1), ["not answered", "Too few of them to say.", "none", "no target", "too few to say"]);
  assert.deepEqual(await storage(page), before);
  // It stays while one looks at something else, and goes when it is closed.
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Compare with a benchmark of others" }).click();
  await page.getByRole("heading", { name: "Plants of the north" }).waitFor();
  assert.deepEqual(await axeFinds(page, "beside a benchmark"), []);
  await page.getByRole("button", { name: "Close the benchmark" }).click();
  await page.getByRole("heading", { name: "Plants of the north" }).waitFor({ state: "detached" });
});

scene("what is no benchmark, or breaks its limits, is not used, and the page says where it is wrong", async (page) => {
  const { text } = await benchmark(page);
  await own(page);
  const refused = async (file, words) => {
    await load(page, file);
    await page.locator(".banner-warning").filter({ hasText: words }).waitFor();
    assert.equal(await page.getByRole("region", { name: "You among the others" }).count(), 0);
  };
  await refused(json("own.json", plant(8, 1, 1).buffer.toString()), "This is an assessment, and no benchmark.");
  await refused(json("cut.json", text.slice(0, 200)), "The file ends too early");
  await refused(json("newer.json", { ...JSON.parse(text), version: 2 }), "This benchmark is newer (version 2)");
  await refused(json("two.json", { ...JSON.parse(text), at_least: 2 }), "at “at_least” a number in steps of five is expected");
  await refused(json("bakeries.json", GOLDEN), "The benchmark is about other questions (backstube)");
  // Opened where assessments are, it says what it is and where it belongs.
  await way.openStart(page);
  await way.openFile(page, "north.json", text);
  await page.getByText("This is a benchmark, and no assessment.", { exact: false }).waitFor();
});

scene("on a phone the benchmark is made and read as well", PHONE, async (page) => {
  const { text } = await benchmark(page);
  assert.deepEqual(await sticksOut(page, "making a benchmark on a phone"), []);
  await own(page);
  await load(page, json("north.json", text));
  await page.getByRole("heading", { name: "Plants of the north" }).waitFor();
  assert.deepEqual(await sticksOut(page, "beside a benchmark on a phone"), []);
  assert.deepEqual(await axeFinds(page, "beside a benchmark on a phone"), []);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.deepEqual(await sticksOut(page, "beside a benchmark at 320 pixels"), []);
});
