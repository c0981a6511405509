// A review: findings go to the client as a file of their own, are accepted, answered and declined one by one, and go back.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, root, scene, soon } from "./browser.mjs";
import { practice } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const FIRST = PATCHING.levels[1].indicators[0].text.en;
const NAME = "Mill at Norrby";

/** A client's assessment with two people, a target and an answer. */
async function client(page) {
  await way.begin(page, { name: NAME });
  for (const name of ["Ana Ruiz", "Cy Consultant"]) {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  }
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Ana Ruiz" });
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHING.name.en, { level: 2 });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHING.name.en);
  await way.answerStatement(page, FIRST, "Met");
}

async function openReview(page) {
  await way.step(page, "Share");
  await page.getByRole("link", { name: "Go to the review" }).click();
  await way.arrived(page, "Review");
}

/** Writes a finding. */
async function write(page, { about, kind, instead, text }) {
  const form = page.locator("form", { has: page.getByLabel("What is it about?") });
  if (!(await form.isVisible())) await page.getByText("Write a finding", { exact: true }).click();
  await form.getByLabel("What is it about?").selectOption({ label: about });
  await form.getByRole("radio", { name: kind, exact: true }).check({ force: true });
  if (instead) await form.getByRole("radio", { name: new RegExp(`^${instead}`) }).check({ force: true });
  await form.getByLabel("In your words").fill(text);
  await form.getByRole("button", { name: "Add the finding" }).click();
  await finding(page, text).waitFor();
}

const finding = (page, text) => page.locator("li.finding").filter({ hasText: text });
const status = (page, text) => finding(page, text).locator(".tag").innerText();
const reviewFile = (page) => downloaded(page, () => page.getByRole("button", { name: "Save the review as a file" }).click());

/** A page in a browser of somebody else. */
async function elsewhere(page, act) {
  const context = await page.context().browser().newContext({ baseURL: root, locale: "en-GB", viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(10_000);
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

const TARGET = { about: `Target of ${PATCHING.name.en}`, kind: "Suggestion", instead: "3", text: "Your insurer asks for three." };
const COMMENT = { about: "The whole assessment", kind: "Comment", text: "Well kept on the whole." };
const QUESTION = { about: PATCHING.name.en, kind: "Question", text: "Who patches at night?" };

scene("findings are written elsewhere, come as a file, and are accepted, answered and declined one by one", { timeout: 120_000 }, async (page) => {
  await client(page);
  const { name, text } = await way.exported(page);
  const review = await elsewhere(page, async (there) => {
    await way.openStart(there);
    await way.openFile(there, name, text);
    await way.addChosen(there);
    await there.getByLabel("Who is answering on this device?").selectOption({ label: "Cy Consultant" }).catch(() => {});
    await openReview(there);
    for (const one of [TARGET, COMMENT, QUESTION]) await write(there, one);
    return reviewFile(there);
  });
  assert.ok(!review.text.includes(FIRST) && !JSON.parse(review.text).answers, "no answer is in it");
  await way.home(page);
  await way.openFile(page, review.name, review.text);
  await page.getByText("3 findings").first().waitFor();
  await page.getByRole("button", { name: /^Add what is new to/ }).click();
  await page.getByRole("link", { name: NAME }).first().click();
  await openReview(page);
  await soon(async () => assert.equal(await page.locator("li.finding").count(), 3));

  await finding(page, TARGET.text).getByRole("button", { name: "Accept", exact: true }).click();
  await soon(async () => assert.equal(await status(page, TARGET.text), "Accepted"));
  await finding(page, QUESTION.text).getByLabel("Your reply or reason").fill("Bo does.");
  await finding(page, QUESTION.text).getByRole("button", { name: "Answer, and that is it" }).click();
  await soon(async () => assert.equal(await status(page, QUESTION.text), "Answered"));
  await finding(page, COMMENT.text).getByRole("button", { name: "Decline" }).click();
  await page.locator(".notice").getByText("Write first why you decline it.").waitFor();
  await finding(page, COMMENT.text).getByLabel("Your reply or reason").fill("It is not.");
  await finding(page, COMMENT.text).getByRole("button", { name: "Decline" }).click();
  await soon(async () => assert.equal(await status(page, COMMENT.text), "Declined"));
  const back = await reviewFile(page);
  await way.step(page, "Targets");
  await soon(async () => assert.equal(await way.chosen(way.targetLevels(page, PATCHING.name.en)), "3"));
  const { decisions } = { decisions: JSON.parse(back.text).finding_decisions.length };
  assert.equal(decisions, 3);
});

scene("on a phone a finding can be written and read, and accepting it is undone in one press", async (page) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await client(page);
  await openReview(page);
  await write(page, TARGET);
  assert.deepEqual(await sticksOut(page), []);
  assert.deepEqual(await axeFinds(page), []);
  await finding(page, TARGET.text).getByRole("button", { name: "Accept", exact: true }).click();
  await soon(async () => assert.equal(await status(page, TARGET.text), "Accepted"));
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await soon(async () => assert.equal(await status(page, TARGET.text), "Waits for an answer"));
});
