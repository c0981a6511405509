// Copies that say less: what leaves is shown before, and what stays is nowhere in the file.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, scene, soon } from "./browser.mjs";
import { practice } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PHYSICAL = practice("enablement.assets.physical");
const FIRST = PATCHING.levels[1].indicators[0].text.en;
const NAMES = ["Mill at Norrby", "Ana Ruiz"];
const [WHY_TARGET, WHY_ANSWER] = ["The insurer asks for it", "Nobody may know this"];

/** An assessment with a person, a target and an answer, each with words. */
async function filled(page) {
  await way.begin(page, { name: NAMES[0] });
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).last().fill(NAMES[1]);
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHING.name.en, { level: 2, reason: WHY_TARGET });
  await way.setTarget(page, PHYSICAL.name.en, { level: 3 });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHING.name.en);
  await way.answerStatement(page, FIRST, "Not applicable", WHY_ANSWER);
  await way.step(page, "Share");
}

const card = (page) => page.locator("#copy-for");
const choose = (page, whom) => card(page).getByRole("radio", { name: new RegExp(`^${whom}`) }).check();
const save = (page) => downloaded(page, () => card(page).getByRole("button", { name: "Save this copy" }).click());

/** What the page says will leave. */
async function shown(page) {
  const details = card(page).locator("details.leaving");
  if (!(await details.evaluate((details) => details.open))) await details.locator("summary").click();
  await details.locator("li").first().waitFor();
  return details.innerText();
}

scene("a copy holds what was shown before it was saved, and nothing that stays", async (page) => {
  await filled(page);
  const stays = {
    "For a consultant": [],
    "Without names": [...NAMES, WHY_TARGET, WHY_ANSWER],
    "Only targets": [WHY_ANSWER],
  };
  for (const [whom, gone] of Object.entries(stays)) {
    await choose(page, whom);
    const told = await shown(page);
    const { name, text } = await save(page);
    for (const words of [...NAMES, WHY_TARGET, WHY_ANSWER]) {
      const leaves = !gone.includes(words);
      assert.equal(told.includes(words), leaves, `${whom}: ${words} is shown`);
      assert.equal(text.includes(words), leaves, `${whom}: ${words} is in the file`);
    }
    if (whom === "Without names") assert.match(name, /^plumbline-without-names-\d{4}-\d\d-\d\d\.json$/);
  }
});

scene("some practices are chosen one by one, and a copy to be read opens as one of its own", async (page) => {
  await filled(page);
  await choose(page, "Some practices");
  await card(page).getByRole("button", { name: "Save this copy" }).click();
  await page.locator(".notice").getByText("Choose at least one practice first.").waitFor();
  await card(page).getByRole("checkbox", { name: PATCHING.name.en, exact: true }).check();
  await card(page).getByText("It is no backup.").waitFor();
  const { name, text } = await save(page);
  const targets = JSON.parse(text).targets.map(({ on }) => on);
  assert.deepEqual(targets, [PATCHING.id]);
  await way.home(page);
  await way.openFile(page, name, text);
  await page.getByText("You have a copy of this assessment already").waitFor({ state: "detached" });
  await way.addChosen(page);
  await way.home(page);
  await soon(async () => assert.equal(await page.locator(".session-card").filter({ hasText: NAMES[0] }).count(), 2));
});

scene("on a phone the choice and what leaves can be read", async (page) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await filled(page);
  await choose(page, "For a consultant");
  await shown(page);
  assert.deepEqual(await sticksOut(page), []);
  assert.deepEqual(await axeFinds(page), []);
});
