// Characteristics that a model weighs: the order of priority by keys, conflicts written down, decided and deleted with undo, what one of them needs
// and has in a practice, and all of it on Results and in the report. A model that names none shows and stores nothing of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { scene, soon } from "./browser.mjs";
import * as way from "./way.mjs";

const PHONE = { width: 390, height: 844 };
const PACEMAKER = readFileSync(new URL("../../public/examples/pacemaker.json", import.meta.url), "utf8");
const TITLE = "Characteristics and their conflicts";
const ACCESS = "Access control";
const LISTS = ["characteristic_targets", "characteristic_states", "priority", "conflicts", "conflict_decisions"];

const weighed = (page) => way.goTo(page, "characteristics", TITLE);
const card = (page, called) => page.locator("li.finding").filter({ has: page.getByRole("heading", { name: called, exact: true }) });
const focused = (page) => page.evaluate(() => document.activeElement?.id);

async function pacemaker(page) {
  await way.openStart(page);
  await way.openFile(page, "pacemaker.json", PACEMAKER);
  await way.addChosen(page);
  await way.arrived(page, "Results");
}

async function stored(page) {
  await way.step(page, "Share");
  return JSON.parse((await way.exported(page)).text);
}

scene("results and report tell the order, what differs and the conflicts", { timeout: 90_000 }, async (page) => {
  await pacemaker(page);
  const section = page.locator("section.characteristics");
  await section.getByText("What comes first: Safety › Reliability › Security › Resilience › Privacy.", { exact: false }).waitFor();
  await section.getByText("3 conflicts: 1 open, 2 decided; 1 not as the order of priority says.").waitFor();
  await section.getByText("Not as the order says: there, Reliability stands higher.").waitFor();
  const row = section.getByRole("row").filter({ has: page.getByRole("rowheader", { name: `${ACCESS} · Safety` }) });
  await row.getByText("below target").waitFor();
  await way.goTo(page, "report", "Report");
  await page.locator(".report-preview").getByText("Open: nothing is decided yet.").first().waitFor();
});

scene("the order is moved by keys, and what comes first says so", { timeout: 90_000 }, async (page) => {
  await pacemaker(page);
  await weighed(page);
  const order = () => page.locator("ol.priority li span[dir]").allInnerTexts();
  assert.deepEqual(await order(), ["Safety", "Reliability", "Security", "Resilience", "Privacy"]);
  await page.getByRole("button", { name: "Move Privacy up" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Privacy is number 4 of 5 now.").waitFor({ state: "attached" });
  assert.deepEqual(await order(), ["Safety", "Reliability", "Security", "Privacy", "Resilience"]);
  await soon(async () => assert.equal(await focused(page), "up-privacy"));
  await page.getByLabel("Why this order").fill("Hearts first.");
  const [said] = (await stored(page)).priority;
  assert.deepEqual([said.value.order.slice(0, 4), said.value.reason], [["safety", "reliability", "security", "privacy"], "Hearts first."]);
});

scene("a conflict is written down, decided, deleted and back", { timeout: 120_000 }, async (page) => {
  await pacemaker(page);
  await weighed(page);
  const open = card(page, "Security against Safety");
  await open.getByRole("radio", { name: "A way was found for both" }).check();
  await page.getByText("3 conflicts: 0 open, 3 decided; 1 not as the order of priority says.").waitFor();
  await open.getByLabel("What was decided").fill("Only at the clinic.");
  await page.getByText("Write down a conflict", { exact: true }).click();
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Add the conflict" }) });
  await form.getByRole("button", { name: "Add the conflict" }).click();
  await page.locator(".notice").filter({ hasText: "Two different characteristics and the words are needed." }).waitFor();
  await form.getByLabel("What is done helps").selectOption({ label: "Privacy" });
  await form.getByLabel("It hinders").selectOption({ label: "Resilience" });
  await form.getByLabel("What is done, and why it does both").fill("What is not kept can't be restored.");
  await form.getByRole("button", { name: "Add the conflict" }).click();
  const mine = card(page, "Privacy against Resilience");
  await mine.getByText("What is not kept can't be restored.").first().waitFor();
  await page.getByText("4 conflicts: 1 open, 3 decided", { exact: false }).waitFor();
  assert.deepEqual(await axeFinds(page), []);
  await mine.getByRole("button", { name: "Delete: Privacy against Resilience" }).click();
  await mine.waitFor({ state: "detached" });
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await mine.waitFor();
  await page.getByText("Known from elsewhere", { exact: true }).click();
  await page.getByRole("button", { name: /^This holds here: Resilience against Privacy\./ }).first().click();
  await card(page, "Resilience against Privacy").waitFor();
  await page.setViewportSize(PHONE);
  assert.deepEqual(await sticksOut(page), []);
  const file = await stored(page);
  const decided = file.conflict_decisions.map(({ value }) => [value.way, value.decision]);
  assert.ok(decided.some(([way, words]) => way === "both" && words === "Only at the clinic."));
  assert.equal(file.conflicts.filter(({ value }) => value).length, 5);
});

scene("what one characteristic needs and has is said in the practice", { timeout: 90_000 }, async (page) => {
  await pacemaker(page);
  await way.goTo(page, "targets?at=enablement.access.access-control", "Targets");
  const targets = way.targetCard(page, ACCESS);
  await targets.getByText("Per characteristic", { exact: false }).first().click();
  const needs = targets.getByLabel(`Target of ${ACCESS} for Privacy`);
  assert.equal(await targets.getByLabel(`Target of ${ACCESS} for Safety`).inputValue(), "4");
  assert.equal(await needs.inputValue(), "");
  await needs.selectOption("1");
  await targets.getByLabel(`Why, for Privacy in ${ACCESS}`).fill("Nobody is named.");
  await way.goTo(page, "full/enablement.access.access-control", ACCESS);
  await page.getByText("Per characteristic", { exact: true }).click();
  await page.getByLabel(`Level of ${ACCESS} for Privacy`).selectOption("0");
  await page.getByLabel(`What there is to see, for Privacy in ${ACCESS}`).fill("Names everywhere.");
  assert.deepEqual(await axeFinds(page), []);
  await way.goTo(page, "results", "Results");
  const row = page.locator("section.characteristics").getByRole("row").filter({ has: page.getByRole("rowheader", { name: `${ACCESS} · Privacy` }) });
  await row.getByText("Nobody is named. Names everywhere.", { exact: false }).waitFor();
  await row.getByText("1 (practice: 3)").waitFor();
});

scene("a model that weighs nothing shows and stores nothing of it", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Targets");
  assert.equal(await page.getByText(TITLE).count(), 0);
  await way.goTo(page, "characteristics", TITLE);
  await page.getByText("This model weighs no characteristics against each other.").waitFor();
  const file = await stored(page);
  assert.deepEqual(LISTS.filter((list) => list in file), []);
});
