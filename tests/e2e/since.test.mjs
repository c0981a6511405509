// Since the round before: what became of an example from one round to the next, as a sentence, a picture, a table, with reasons.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { scene, soon } from "./browser.mjs";
import { practice, practices } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { width: 390, height: 844 };
const LINE = JSON.parse(readFileSync(new URL("../../public/examples/bottling-line.json", import.meta.url), "utf8"));
const ONE = readFileSync(new URL("../data/one-round/bottling-line.json", import.meta.url), "utf8");
// Worked out by hand, as tests/it/examples.rs has it: the levels of both rounds, practice by practice.
const THEN = ["1", "1", "1", "2", "2", "1", "2", "2", "2", "3", "n/a", "2", "1", "2", "1", "2", "2", "3"];
const NOW = ["2", "1", "1", "2", "2", "2", "2", "3", "2", "3", "n/a", "2", "1", "2", "2", "2", "2", "2"];
const WAYS = ["up", "as before", "as before", "as before", "as before", "up", "as before", "up", "as before", "as before", "as before", "as before", "as before", "as before", "up", "as before", "as before", "down"];

/** Opens a file and goes to the page. */
async function since(page, text = JSON.stringify(LINE)) {
  await way.openStart(page);
  await way.openFile(page, "line.json", text);
  await way.addChosen(page);
  await way.step(page, "Results");
  await way.arrived(page, "Results");
  await page.getByRole("link", { name: "What became of things since the round before" }).click();
  await way.arrived(page, "Since the round before");
}

/** The rows of a table of the page, as words. */
const rows = (page, name) => page.getByRole("region", { name }).locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map(({ innerText }) => innerText.trim())));

scene("what rose and fell is one sentence, and each practice stands in the table as it was worked out by hand", async (page) => {
  await since(page);
  await page.locator(".since-sentence").getByText(/^Since Autumn 2025: 4 practices up, 1 down, 13 as before; 77 answers confirmed, 19 changed, 19 new, 6 not looked at again\.$/).waitFor();
  await page.getByText("The same as a table").click();
  const table = await rows(page, "Where each practice stood then, and where it stands now");
  assert.deepEqual(table.map(([name]) => name), practices().map(({ name }, index) => `${index + 1} ${name.en}`));
  assert.deepEqual(table.map((row) => row[1]), THEN);
  assert.deepEqual(table.map((row) => row[2]), NOW);
  assert.deepEqual(table.map((row) => row[4]), WAYS);
  const all = await rows(page, "Over all rounds");
  assert.equal(all.length, 18);
  assert.deepEqual(all[16].slice(1), ["2 of 2; outside minimum 2", "2 of 3; outside minimum 2", "2"], "detection was measured against another target then");
});

scene("each move says why: which statement, whose word, which evidence, which target", async (page) => {
  await since(page);
  const why = (id) => page.locator(".since-list > li").filter({ hasText: practice(id).name.en });
  await why("hardening.response.detection").getByText("Target: 2 → 3, by Marta Lindqvist").waitFor();
  await why("hardening.response.recovery").getByText("met → partly by Tomasz Brandt", { exact: false }).first().waitFor();
  await why("enablement.access.access-control").getByText("Shown since by:", { exact: false }).waitFor();
  await why("hardening.response.detection").getByText("Nobody looked again at 1 answer of before").waitFor();
});

scene("the report says what became of things since the round before; a first round has nothing to say", async (page) => {
  await since(page);
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Make a report" }).first().click();
  await way.arrived(page, "Report");
  await page.getByRole("heading", { name: "Since the round before" }).waitFor();
  await page.getByText(/Since Autumn 2025: 4 practices up, 1 down, 13 as before/).last().waitFor();
  await way.home(page);
  await way.openFile(page, "one.json", ONE);
  await way.addChosen(page);
  await way.step(page, "Results");
  await way.arrived(page, "Results");
  assert.equal(await page.getByRole("link", { name: "What became of things since the round before" }).count(), 0);
});

scene("what became of things fits on a phone, and everybody can read it", { timeout: 120_000 }, async (page) => {
  await page.setViewportSize(PHONE);
  await since(page);
  const found = [...(await axeFinds(page, "since")), ...(await sticksOut(page, "since"))];
  await soon(async () => assert.deepEqual(found, []));
});
