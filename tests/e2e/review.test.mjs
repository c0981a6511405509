// A review: findings go to the client as a file of their own, are accepted, answered and declined one by one, and go back.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, elsewhere, scene, soon } from "./browser.mjs";
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
  await page.getByLabel("Role", { exact: true }).last().selectOption({ label: "Consultant" });
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
/** Writes into the field of a finding. */
async function reply(page, text, words) {
  const fold = finding(page, text).locator("details").first();
  if (await fold.evaluate(({ open }) => !open)) await fold.locator("> summary").click();
  await finding(page, text).getByLabel("Your reply or reason").fill(words);
}

const status = (page, text) => finding(page, text).locator(".tag").first().innerText();
const reviewFile = (page) => downloaded(page, () => page.getByRole("button", { name: "Save the review as a file" }).click());

const TARGET = { about: `Target of ${PATCHING.name.en}`, kind: "Suggestion", instead: "3", text: "Your insurer asks for three." };
const COMMENT = { about: "The whole assessment", kind: "Comment", text: "Well kept on the whole." };
const QUESTION = { about: PATCHING.name.en, kind: "Question", text: "Who patches at night?" };
const CHALLENGE = { kind: "The evidence does not show it", text: "The list is of last year." };

/** The consultant opens the client's file, says who they are, is led to the review, and writes findings there. */
async function consults(page, { name, text }) {
  await way.openStart(page);
  await way.openFile(page, name, text);
  await way.addChosen(page);
  await page.getByRole("button", { name: "That is me: Cy Consultant" }).click();
  await page.getByRole("link", { name: "Go to the review" }).click();
  await way.arrived(page, "Review");
  for (const one of [TARGET, COMMENT, QUESTION]) await write(page, one);
  // From a statement, about that statement.
  await way.step(page, "Assess");
  await way.openFull(page, PATCHING.name.en);
  await way.openMore(way.statement(page, FIRST));
  await way.statement(page, FIRST).getByRole("link", { name: "Write a finding" }).click();
  await way.arrived(page, "Review");
  await write(page, { ...CHALLENGE, about: `Statement: ${FIRST}` });
  return reviewFile(page);
}

/** Takes a review in: one is led to it. */
async function take(page, { name, text }) {
  await way.home(page);
  await way.openFile(page, name, text);
  await page.getByRole("button", { name: /^Add what is new to/ }).click();
  await way.arrived(page, "Review");
}

scene("findings are written elsewhere, come as a file, are decided one by one, and the decisions go back", { timeout: 150_000 }, async (page) => {
  await client(page);
  const file = await way.exported(page);
  await elsewhere(page, async (there) => {
    const review = await consults(there, file);
    assert.ok(!JSON.parse(review.text).answers, "no answer is in it");
    await take(page, review);
    assert.equal(await page.locator("li.finding").count(), 4);

    await finding(page, TARGET.text).getByRole("button", { name: "Accept", exact: true }).click();
    await soon(async () => assert.equal(await status(page, TARGET.text), "Accepted"));
    await reply(page, QUESTION.text, "Bo does.");
    await finding(page, QUESTION.text).getByRole("button", { name: "Answer, and that is it" }).click();
    await soon(async () => assert.equal(await status(page, QUESTION.text), "Answered"));
    await reply(page, COMMENT.text, "");
    await finding(page, COMMENT.text).getByRole("button", { name: "Decline" }).click();
    await page.locator(".notice").getByText("Write first why you decline it.").waitFor();
    await reply(page, COMMENT.text, "It is not.");
    await finding(page, COMMENT.text).getByRole("button", { name: "Decline" }).click();
    await soon(async () => assert.equal(await status(page, COMMENT.text), "Declined"));

    // Beside the statement, for whoever answers it, and from there to what was found of it alone.
    await way.step(page, "Assess");
    await way.openFull(page, PATCHING.name.en);
    const here = way.statement(page, FIRST).locator(".findings-here");
    await here.getByText(CHALLENGE.text).waitFor();
    await here.getByRole("link").click();
    await way.arrived(page, "Review");
    await soon(async () => assert.equal(await page.locator("li.finding").count(), 1));
    const back = await reviewFile(page);
    await way.step(page, "Targets");
    await soon(async () => assert.equal(await way.chosen(way.targetLevels(page, PATCHING.name.en)), "3"));

    await take(there, back);
    await soon(async () => assert.equal(await status(there, COMMENT.text), "Declined"));
    await finding(there, COMMENT.text).getByText("Why: It is not.").waitFor();
    await finding(there, QUESTION.text).getByText("Bo does.").waitFor();
    // The target stands in the client's assessment, and not in this copy: that is not hidden.
    await finding(there, TARGET.text).getByText("Not so here", { exact: true }).waitFor();
    assert.equal(await there.getByRole("button", { name: "Accept", exact: true }).count(), 0, "nobody accepts what they found themselves");
  });
});

scene("what somebody types beside a finding is there again, and a closed round refuses aloud", { timeout: 90_000 }, async (page) => {
  await client(page);
  await openReview(page);
  await write(page, { ...QUESTION, kind: "Suggestion", instead: "1", text: "It is done here and there." });
  await write(page, COMMENT);
  // Somebody else reads it.
  await way.step(page, "Set up");
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Cy Consultant" });
  await openReview(page);
  await reply(page, COMMENT.text, "Half a sen");
  await page.getByText("Write a finding", { exact: true }).click();
  await page.getByLabel("In your words").fill("Not done ye");
  await page.reload();
  await way.arrived(page, "Review");
  await soon(async () => assert.equal(await page.getByLabel("In your words").inputValue(), "Not done ye"));
  assert.equal(await finding(page, COMMENT.text).getByLabel("Your reply or reason").inputValue(), "Half a sen");
  await finding(page, COMMENT.text).getByRole("button", { name: "Accept", exact: true }).click();
  await soon(async () => assert.equal(await status(page, COMMENT.text), "Accepted"));
  await finding(page, COMMENT.text).getByText("Half a sen").waitFor();
  await way.step(page, "Assess");
  await page.getByRole("link", { name: /round/i }).first().click();
  await page.getByRole("button", { name: "Close this round" }).click();
  await openReview(page);
  await finding(page, "It is done here and there.").getByRole("button", { name: "Accept", exact: true }).click();
  await page.locator(".notice").getByText(/closed/).waitFor();
  assert.equal(await status(page, "It is done here and there."), "Waits for an answer");
});

scene("on a phone a finding can be written and read, and accepting it is undone in one press", async (page) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await client(page);
  await openReview(page);
  await write(page, TARGET);
  assert.equal(await finding(page, TARGET.text).getByRole("button", { name: "Accept", exact: true }).count(), 0);
  await way.step(page, "Set up");
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Cy Consultant" });
  await openReview(page);
  await reply(page, TARGET.text, "");
  assert.deepEqual(await sticksOut(page), []);
  assert.deepEqual(await axeFinds(page), []);
  await finding(page, TARGET.text).getByRole("button", { name: "Accept", exact: true }).click();
  await soon(async () => assert.equal(await status(page, TARGET.text), "Accepted"));
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await soon(async () => assert.equal(await status(page, TARGET.text), "Waits for an answer"));
});
