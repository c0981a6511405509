// Round after round: beginning another, confirming what was said before, closing and opening again, looking back, when again.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, scene, soon } from "./browser.mjs";
import { practice, statements } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { width: 390, height: 844 };
const NOON = new Date("2026-11-23T12:00:00Z");
const LATER = new Date("2027-01-22T12:00:00Z");
const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const [FIRST, SECOND, THIRD] = statements(PATCHING, 1).concat(statements(PATCHING, 2));

const go = way.goTo;

const rounds = (page) => go(page, "rounds", "Rounds");
const confirming = (page) => way.arrived(page, "Confirm what was said before");
const row = (page, { text }) => page.locator(".confirm li").filter({ hasText: text.en });
const notice = (page, words) => page.locator(".notice").filter({ hasText: words }).first().waitFor();
const undo = (page) => page.locator(".notice").getByRole("button", { name: "Undo" }).click();
const round = (page, name) => page.locator("li.round").filter({ hasText: name });

/** A mill of which three statements were answered in November, and the quick question of one practice. */
async function mill(page) {
  await page.clock.setFixedTime(NOON);
  await way.begin(page, { name: "Mill" });
  await go(page, `full/${PATCHING.id}`, PATCHES);
  await way.showAllLevels(page);
  for (const statement of [FIRST, SECOND]) await way.answerStatement(page, statement.text.en, "Met");
  await way.answerStatement(page, THIRD.text.en, "Partly");
}

/** Begins another round in January. */
async function again(page) {
  await page.clock.setFixedTime(LATER);
  await rounds(page);
  await page.getByLabel("In a few words").fill("Half a year is over");
  await page.getByRole("button", { name: "Begin the round" }).click();
  await confirming(page);
}

scene("a new round offers what was said before, and each is confirmed, changed or left out", async (page) => {
  await mill(page);
  await again(page);
  await notice(page, "A new round is open. 3 things from before can be confirmed.");
  await page.getByText("3 things said before are to be confirmed").waitFor();
  await row(page, FIRST).getByText("met, last looked at 23 November 2026").waitFor();
  // Nothing counts before it is confirmed.
  await go(page, "assess", "Assess");
  await page.getByText("0 of ", { exact: false }).filter({ hasText: "statements" }).first().waitFor();
  await page.getByRole("link", { name: "Go through what was said before" }).click();
  await confirming(page);
  await row(page, FIRST).getByRole("button", { name: /^Confirm/ }).click();
  await notice(page, "1 answer confirmed.");
  await row(page, FIRST).waitFor({ state: "detached" });
  await undo(page);
  await row(page, FIRST).getByRole("button", { name: /^Confirm/ }).click();
  await row(page, FIRST).waitFor({ state: "detached" });
  await row(page, THIRD).getByRole("button", { name: /^Leave out/ }).click();
  await row(page, THIRD).waitFor({ state: "detached" });
  await row(page, SECOND).getByRole("link", { name: /^Change/ }).click();
  await way.arrived(page, PATCHES);
  await way.answerStatement(page, SECOND.text.en, "Not met");
  await page.reload();
  await way.arrived(page, PATCHES);
  await go(page, "confirm", "Confirm what was said before");
  await page.getByText("Nothing is left to confirm.").waitFor();
  await rounds(page);
  await round(page, "Round 2 of 22 January 2027").getByText("Open · 2 statements answered").waitFor();
  await round(page, "Round 1 of 23 November 2026").getByText("Closed on 22 January 2027 · 3 statements answered").waitFor();
});

scene("with the keyboard: C confirms, E leads to where one changes, X leaves out, and the focus goes on and back", async (page) => {
  await mill(page);
  await again(page);
  // On a keyboard of other letters the keys at the same places.
  const press = (key, code) =>
    page.evaluate(([key, code]) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true })), [key, code]);
  await row(page, FIRST).focus();
  await page.keyboard.press("c");
  await row(page, FIRST).waitFor({ state: "detached" });
  const focused = (statement) => soon(async () => {
    assert.ok((await page.evaluate(() => document.activeElement.textContent)).includes(statement.text.en));
  });
  await focused(SECOND);
  await page.keyboard.press("j");
  await focused(THIRD);
  await page.keyboard.press("k");
  await focused(SECOND);
  await press("о", "KeyJ");
  await focused(THIRD);
  await press("ч", "KeyX");
  await row(page, THIRD).waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await row(page, THIRD).waitFor();
  await row(page, SECOND).focus();
  await page.keyboard.press("e");
  await way.arrived(page, PATCHES);
  await soon(async () => assert.equal(await way.focusedStatement(page), SECOND.text.en));
});

scene("a note comes along where nothing was answered, and can be left out", async (page) => {
  await mill(page);
  const [ABOVE] = statements(PATCHING, 3);
  const item = way.statement(page, ABOVE.text.en);
  await way.openMore(item);
  await item.getByLabel("Your note").fill("Ask the builder.");
  await page.getByLabel("Note", { exact: true }).fill("All by hand.");
  await again(page);
  // Of the practice nothing else was said as a whole.
  const whole = page.locator(".confirm li").filter({ hasText: "Note, 23 November 2026: All by hand." });
  await whole.getByRole("button", { name: "Leave out" }).click();
  await notice(page, "The note is left out of this round.");
  await undo(page);
  await whole.getByRole("button", { name: "Keep the note" }).click();
  await notice(page, "The note is kept in this round.");
  await whole.waitFor({ state: "detached" });
  await row(page, ABOVE).getByText("Note, 23 November 2026: Ask the builder.").waitFor();
  await row(page, ABOVE).getByRole("button", { name: /^Leave out/ }).click();
  await row(page, ABOVE).waitFor({ state: "detached" });
  await undo(page);
  await row(page, ABOVE).getByRole("button", { name: /^Keep the note/ }).click();
  await row(page, ABOVE).waitFor({ state: "detached" });
  await go(page, `full/${PATCHING.id}?at=${ABOVE.id}`, PATCHES);
  await way.openMore(item);
  assert.equal(await item.getByLabel("Your note").inputValue(), "Ask the builder.");
});

scene("a closed round can be looked at and not changed, until it is opened again with a reason", async (page) => {
  await mill(page);
  await again(page);
  await rounds(page);
  await round(page, "Round 1").getByRole("button", { name: /^Look at this round/ }).click();
  await page.getByText("You look at an earlier round: Round 1 of 23 November 2026. Answers, notes and targets are of that round; people, evidence and what is demanded from outside are as today.").waitFor();
  await go(page, `full/${PATCHING.id}`, PATCHES);
  await way.showAllLevels(page).catch(() => undefined);
  assert.ok(await way.statement(page, FIRST.text.en).getByRole("radio", { name: "Met", exact: true }).isDisabled(), "it can't be changed");
  assert.ok(await way.statement(page, FIRST.text.en).getByRole("radio", { name: "Met", exact: true }).isChecked(), "it shows what was said then");
  await page.getByRole("button", { name: "Back to the latest round" }).click();
  await page.locator(".round-bar").waitFor({ state: "detached" });
  await rounds(page);
  await round(page, "Round 2").getByRole("button", { name: "Close this round" }).click();
  await page.locator(".round-bar").getByText("is closed. It can be read and not changed.").waitFor();
  await round(page, "Round 2").getByText("Open again", { exact: true }).first().click();
  assert.ok(await round(page, "Round 2").getByRole("button", { name: "Open again" }).isDisabled(), "not without a reason");
  await round(page, "Round 2").getByLabel("Why it has to be opened again").fill("The meter was wrong.");
  await round(page, "Round 2").getByRole("button", { name: "Open again" }).click();
  await page.locator(".round-bar").waitFor({ state: "detached" });
  await round(page, "Round 2").getByText("What became of it").click();
  await round(page, "Round 2").getByText("opened again. The meter was wrong.").waitFor();
});

scene("when again is proposed, planned, and said on the start page once it is due", async (page) => {
  await mill(page);
  await rounds(page);
  await page.getByText("Proposed: 23 November 2028, after 24 months").waitFor();
  const button = page.getByRole("button", { name: "Save as a calendar file" });
  assert.equal(await button.count(), 0, "no day, no calendar");
  await page.getByLabel("Next round planned for").fill("2027-01-10");
  const calendar = await downloaded(page, () => button.click());
  assert.match(calendar.name, /-next-round\.ics$/);
  assert.match(calendar.text, /\r\nDTSTART;VALUE=DATE:20270110\r\nSUMMARY:Plumbline: next round for /);
  await page.getByLabel("A law or a contract asks for something else").check();
  await page.getByText("Something happened that asks for a new round.").waitFor();
  await way.home(page);
  await page.getByText("Next round: 10 January 2027.").waitFor();
  await page.clock.setFixedTime(LATER);
  await page.reload();
  await page.getByText("The next round is due since 10 January 2027.").waitFor();
  await page.getByText("Something happened that asks for a new round.").waitFor();
});

scene("rounds and what is to be confirmed fit on a phone, and everybody can use them", { timeout: 120_000 }, async (page) => {
  await page.setViewportSize(PHONE);
  await mill(page);
  await again(page);
  const found = [...(await axeFinds(page, "confirm")), ...(await sticksOut(page, "confirm"))];
  await rounds(page);
  found.push(...(await axeFinds(page, "rounds")), ...(await sticksOut(page, "rounds")));
  await page.setViewportSize({ width: 320, height: 700 });
  found.push(...(await sticksOut(page, "rounds at 320")));
  assert.deepEqual(found, []);
});
