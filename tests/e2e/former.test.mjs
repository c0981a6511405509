// What was said before, while this round does not say it yet: old levels shown as old, targets and evidence to be confirmed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { scene, soon } from "./browser.mjs";
import { practice } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { width: 390, height: 844 };
const NOON = new Date("2026-11-23T12:00:00Z");
const LATER = new Date("2027-01-22T12:00:00Z");
const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const LEVEL = (number) => PATCHING.levels.find(({ level }) => level === number).indicators.map(({ text }) => text.en);
const LINE = readFileSync(new URL("../../public/examples/bottling-line.json", import.meta.url), "utf8");
const ROUND = "Round 1 of 23 November 2026";
const notice = (page, words) => page.locator(".notice").filter({ hasText: words }).first().waitFor();
const target = (page) => page.locator(`[id="carried-target-${PATCHING.id}"]`);
const old = (page) => page.locator(".former-levels");

/** A mill at level 1 of patching, with a target, which begins another round two months later. */
async function secondRound(page) {
  await page.clock.setFixedTime(NOON);
  await way.begin(page, { name: "Mill" });
  await way.goTo(page, "targets", "Targets");
  await way.setTarget(page, PATCHES, { level: 2 });
  await way.goTo(page, `full/${PATCHING.id}`, PATCHES);
  await way.showAllLevels(page);
  for (const text of LEVEL(1)) await way.answerStatement(page, text, "Met");
  await way.answerStatement(page, LEVEL(2)[0], "Not met");
  await page.clock.setFixedTime(LATER);
  await way.goTo(page, "rounds", "Rounds");
  await page.getByRole("button", { name: "Begin the round" }).click();
  await way.arrived(page, "Confirm what was said before");
}

scene("a round in which nothing is confirmed shows the old level as old, and as new once it is confirmed", async (page) => {
  await secondRound(page);
  await way.goTo(page, "results", "Results");
  await old(page).getByRole("heading", { name: "1 practice not confirmed in this round" }).waitFor();
  await old(page).locator("summary").click();
  const row = await old(page).locator("tbody tr").innerText();
  assert.match(row, new RegExp(`${PATCHES}\\s+1\\s+${ROUND}\\s+–`));
  // It counts for nothing: the practice is not answered.
  await page.getByText("1 practice with a target but not answered").waitFor();
  await way.openTable(page);
  await page.locator("table.results .former-level").getByText(`old, from ${ROUND}, not confirmed in this round`).waitFor();
  await way.goTo(page, "report", "Report");
  await page.getByText(`1 in ${ROUND}, not confirmed in this round`, { exact: false }).first().waitFor();
  await way.goTo(page, "results", "Results");
  await old(page).getByRole("link", { name: "Go through what was said before" }).click();
  await way.arrived(page, "Confirm what was said before");
  await page.getByRole("button", { name: new RegExp(`^Confirm \\d+ answers of ${PATCHES}`) }).click();
  await notice(page, "confirmed.");
  await way.goTo(page, "results", "Results");
  await page.getByText("1 practice short of target").waitFor();
  assert.equal(await old(page).count(), 0);
});

scene("the start page says how much is old", async (page) => {
  await secondRound(page);
  await way.home(page);
  await page.getByText("1 of 18 were assessed in the round before. That is old until it is confirmed.").waitFor();
});

scene("a target of before holds, says from when it is, and is confirmed, changed or cleared with one key", async (page) => {
  await secondRound(page);
  await target(page).getByText(`Target: level 2, from ${ROUND}, last looked at 23 November 2026.`).waitFor();
  await way.goTo(page, "targets", "Targets");
  await page.getByText(`as in ${ROUND}`).waitFor();
  await way.goTo(page, "confirm", "Confirm what was said before");
  await target(page).focus();
  await page.keyboard.press("c");
  await notice(page, "The target is confirmed.");
  await target(page).waitFor({ state: "detached" });
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await target(page).focus();
  await page.keyboard.press("e");
  await way.arrived(page, "Targets");
  await way.goTo(page, "confirm", "Confirm what was said before");
  await target(page).getByRole("button", { name: /^Confirm/ }).click();
  await target(page).waitFor({ state: "detached" });
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await target(page).focus();
  await page.keyboard.press("x");
  await notice(page, "The target is cleared.");
  await target(page).waitFor({ state: "detached" });
  await way.goTo(page, "targets", "Targets");
  assert.equal(await page.getByText(`as in ${ROUND}`).count(), 0);
});

scene("evidence of before is confirmed, or shows nothing any more; plan and reality stand beside each other", async (page) => {
  await way.openStart(page);
  await way.openFile(page, "line.json", LINE);
  await way.addChosen(page);
  await way.goTo(page, "since", "Since the round before");
  const table = page.getByRole("region", { name: "Plan and reality" });
  await table.getByText(/^planned .*, reached .*: of \d+ statements? \d+ (is|are) met/).first().waitFor();
  // All its evidence was given in the second round: the third offers it.
  await way.goTo(page, "rounds", "Rounds");
  await page.getByRole("button", { name: "Begin the round" }).click();
  await way.arrived(page, "Confirm what was said before");
  const evidence = page.locator('[id^="carried-evidence-"]');
  await evidence.first().waitFor();
  const before = await evidence.count();
  assert.ok(before > 1, `${before} pieces`);
  await evidence.first().getByRole("button", { name: /^Confirm/ }).click();
  await notice(page, "The evidence is confirmed.");
  await soon(async () => assert.equal(await evidence.count(), before - 1));
  await evidence.first().getByRole("button", { name: /^It shows nothing now/ }).click();
  await notice(page, "The evidence is out of date since yesterday.");
  await soon(async () => assert.equal(await evidence.count(), before - 2));
});

scene("what is old fits on a phone, and everybody can use it", { timeout: 120_000 }, async (page) => {
  await page.setViewportSize(PHONE);
  await secondRound(page);
  const found = [...(await axeFinds(page, "confirm")), ...(await sticksOut(page, "confirm"))];
  await way.goTo(page, "results", "Results");
  await old(page).locator("summary").click();
  await way.openTable(page);
  found.push(...(await axeFinds(page, "results")), ...(await sticksOut(page, "results")));
  await soon(async () => assert.deepEqual(found, []));
});
