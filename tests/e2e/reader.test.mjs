// Behind the figures: whoever did not answer sees everything that each figure rests on, without a click.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { scene, soon } from "./browser.mjs";
import { practice, practices } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const FIRST = PATCHING.levels[1].indicators[0].text.en;
const THIRD = PATCHING.levels[1].indicators[2].text.en;
const SECOND = PATCHING.levels[1].indicators[1].text.en;

async function answered(page) {
  await way.begin(page, { name: "Mill" });
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).last().fill("Ana Ruiz");
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Ana Ruiz" });
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHING.name.en, { level: 2, reason: "The insurer asks for it" });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHING.name.en);
  await way.answerStatement(page, FIRST, "Not applicable", "There is no such thing here");
  await way.answerStatement(page, SECOND, "Met");
  await way.answerStatement(page, THIRD, "Not applicable");
  await way.step(page, "Results");
  await page.getByRole("link", { name: "See everything behind the figures" }).click();
  await way.arrived(page, "Behind the figures");
}

/** The practices that something speaks against. */
const AGAINST = [PATCHING.id];

const card = (page, id) => page.locator(`section[id="${id}"]`);

scene("all that a figure rests on is there without a click, for every practice", async (page) => {
  await answered(page);
  const here = card(page, PATCHING.id);
  for (const words of ["The insurer asks for it", FIRST, "There is no such thing here", "Ana Ruiz", SECOND]) {
    await here.getByText(words).first().waitFor();
    assert.ok(await here.getByText(words).first().isVisible(), words);
  }
  assert.equal(await here.locator("details").count(), 0, "nothing is folded away");
  await soon(async () => assert.equal(await page.locator(".reader-practice").count(), practices().length));
  // What nobody looked at is praised nowhere.
  await card(page, practices()[0].id).getByText("That is no proof").waitFor();
  await page.getByLabel("Go to a practice").selectOption({ label: PATCHING.name.en });
  await page.getByRole("button", { name: "Go there" }).click();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), PATCHING.id));
  await page.getByLabel("Only practices that something speaks against").check();
  // No reason is given for the third statement, and nobody looked at anything else.
  await soon(async () => assert.deepEqual(await page.locator(".reader-practice").evaluateAll((all) => all.map(({ id }) => id)), AGAINST));
  await page.getByText(`Here are ${AGAINST.length} of ${practices().length} practices`).waitFor();
});

scene("on a phone it fits, and a screen reader gets all of it", { viewport: { width: 390, height: 844 } }, async (page) => {
  await answered(page);
  await soon(async () => assert.equal(await page.locator(".reader-practice").count(), practices().length));
  assert.deepEqual(await sticksOut(page), []);
  assert.deepEqual(await axeFinds(page), []);
  await card(page, PATCHING.id).getByRole("link", { name: "Write a finding" }).click();
  await way.arrived(page, "Review");
});
