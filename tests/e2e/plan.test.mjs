// The plan: taken over from what is proposed, put in order, changed, tried out; and done is not met until somebody confirms it.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { scene, soon } from "./browser.mjs";
import { practice } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const [FIRST, ...OTHERS] = PATCHING.levels[1].indicators.map(({ text }) => text.en);
const ahead = (page) => page.locator(".plan-actions ol.plan:not(.unnumbered) > li");
const titles = (page) => page.locator(".plan-actions ol.plan:not(.unnumbered) > li .plan-title").allInnerTexts();
const add = async (page, words) => {
  await page.getByLabel("What is to be done").last().fill(words);
  await page.keyboard.press("Enter");
  await soon(async () => assert.equal(await page.locator(":focus").inputValue(), words));
};
const close = (page) => page.getByRole("button", { name: /^Done editing: / }).click();
const stands = (page, ...expected) => soon(async () => assert.deepEqual(await titles(page), expected));

/** Patching needs level 1, and one statement of that is not met. */
async function oneMissing(page) {
  await way.begin(page, { name: "Line 4" });
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHING.name.en, { level: 1 });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHING.name.en);
  await way.answerStatement(page, FIRST, "Not met");
  for (const text of OTHERS) await way.answerStatement(page, text, "Met");
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await way.arrived(page, "Plan");
}

scene("what is proposed is taken over, done, and met only once it is confirmed; all of it is undone", async (page) => {
  await oneMissing(page);
  await page.getByRole("button", { name: `Add to the plan: ${FIRST.replace(/\.$/, "")}` }).click();
  await stands(page, FIRST.replace(/\.$/, ""));
  // Of what nobody looked at it is not said that there is no gap.
  await page.getByText("Nothing is proposed beyond what the plan has. 17 practices are not answered, or not to the end; 17 practices have no target.").waitFor();
  await page.reload();
  await way.arrived(page, "Plan");
  await stands(page, FIRST.replace(/\.$/, ""));

  // Results names it beside what to do first.
  await page.getByRole("button", { name: /^Edit: / }).click();
  await page.getByLabel("Who sees to it").selectOption("somebody else");
  await page.getByLabel("Their name, or what they do").fill("The night shift");
  await page.getByLabel("Done by").fill("2031-02-01");
  await way.step(page, "Results");
  await page.getByText(/^In the plan: .*Owner: The night shift\. Due on 1 February 2031\.$/).waitFor();
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await way.arrived(page, "Plan");

  await page.getByLabel(/^State of: /).selectOption("done");
  await page.getByRole("heading", { name: "Done, but not met yet" }).waitFor();
  const button = page.getByRole("button", { name: "Answer the ticked ones as met" });
  assert.equal(await button.isDisabled(), true, "nothing is ticked for anybody");
  await page.getByRole("checkbox", { name: FIRST }).check();
  await page.getByLabel("What shows it (if anything)").fill("Ticket 12");
  await button.click();
  await page.getByRole("heading", { name: "Done, but not met yet" }).waitFor({ state: "detached" });
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "Done, but not met yet" }).waitFor();
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await page.getByRole("heading", { name: "Done, but not met yet" }).waitFor({ state: "detached" });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHING.name.en);
  await soon(async () => assert.equal(await way.statement(page, FIRST).getByRole("radio", { name: "Met", exact: true }).isChecked(), true));
});

scene("actions are added and moved by keys and by dragging, dropped with a reason, and wait for each other", async (page) => {
  await oneMissing(page);
  for (const words of ["One", "Two", "Three"]) {
    await add(page, words);
    await close(page);
  }
  await stands(page, "One", "Two", "Three");
  const up = page.getByRole("button", { name: "Move up: Three" });
  await up.focus();
  await page.keyboard.press("Enter");
  await stands(page, "One", "Three", "Two");
  await soon(async () => assert.equal(await up.evaluate((it) => it === document.activeElement), true));
  await page.keyboard.press("Enter");
  await stands(page, "Three", "One", "Two");
  await page.locator(".plan-title", { hasText: "Two" }).dragTo(page.locator(".plan-title", { hasText: "Three" }));
  await stands(page, "Two", "Three", "One");
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await stands(page, "Three", "One", "Two");
  await page.getByRole("button", { name: "Use the proposed order again" }).click();
  await stands(page, "One", "Two", "Three");

  await page.getByRole("button", { name: "Edit: One" }).click();
  await page.getByLabel("Choose an action").selectOption("Three");
  await page.getByRole("button", { name: "Wait for it" }).click();
  await stands(page, "Three", "One", "Two");
  await page.getByText("It waits for: Three.").waitFor();
  await page.getByLabel("State of: One").selectOption("dropped");
  await page.getByLabel("Why it is dropped").fill("No money");
  await soon(async () => assert.deepEqual(await titles(page), ["Two", "Three"]));
  await page.getByRole("heading", { name: "Dropped" }).waitFor();
  await page.reload();
  await way.arrived(page, "Plan");
  await page.getByRole("button", { name: "Edit: One" }).click();
  assert.equal(await page.getByLabel("Why it is dropped").inputValue(), "No money");
  await page.getByRole("button", { name: "Take out of the plan" }).click();
  await page.getByRole("heading", { name: "Dropped" }).waitFor({ state: "detached" });
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "Dropped" }).waitFor();
});

scene("what if shows the level that a proposal would lead to, and leaves the answers alone", async (page) => {
  await oneMissing(page);
  await page.locator("summary", { hasText: "What if" }).click();
  await page.getByText("No level would change.").waitFor();
  await page.getByRole("checkbox", { name: FIRST.replace(/\.$/, "") }).check();
  await page.getByText("Then: 0 practices below what is needed, today 1.").waitFor();
  assert.match(await page.locator("table.what-if tbody").innerText(), new RegExp(`${PATCHING.name.en}\\s+0\\s+1–4\\s+1`));
  await page.getByRole("button", { name: "Add the ticked proposals to the plan" }).click();
  await stands(page, FIRST.replace(/\.$/, ""));
  await page.getByRole("checkbox", { name: FIRST.replace(/\.$/, "") }).uncheck();
  await page.getByText("No level would change.").waitFor();
});

for (const width of [390, 320, 1280]) {
  scene(`the plan can be used by everybody and fits ${width} pixels`, { viewport: { width, height: 800 } }, async (page) => {
    await oneMissing(page);
    await page.getByRole("button", { name: "Add the one proposal to the plan" }).click();
    await add(page, "A very long title of an action that somebody typed without thinking of whoever reads it on a phone");
    await page.getByLabel("Done by").fill("2020-02-01");
    await page.getByLabel("How much work it is").selectOption("so many days");
    await page.locator("summary", { hasText: "What if" }).click();
    await page.locator("table.what-if").waitFor();
    assert.deepEqual(await sticksOut(page, "plan"), []);
    assert.deepEqual(await axeFinds(page, "plan"), []);
  });
}
