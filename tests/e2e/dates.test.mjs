// Dates that are typed and corrected part by part, as with a keyboard.
import assert from "node:assert/strict";
import { scene, soon, storage, unpacked } from "./browser.mjs";
import { practices, practice, statements } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");

/** The session as it is stored. */
async function stored(page) {
  const [, value] = Object.entries(await storage(page)).find(([key]) => key.startsWith("plumbline.session."));
  return unpacked(value);
}

/** Where the month stands in a date: browsers write dates as the system's language does, whatever the page's is. The year comes last. */
async function placeOfMonth(field) {
  await field.fill("2026-05-05");
  await field.blur();
  await field.focus();
  await field.press("ArrowUp");
  return (await field.inputValue()) === "2026-06-05" ? 0 : 1;
}

/** Goes to a part of a date by keyboard. */
async function part(field, at) {
  await field.blur();
  await field.focus();
  for (let step = 0; step < at; step += 1) await field.press("ArrowRight");
}

/** What holds for every field of a date; `saved` says what is stored of it. */
async function correct(page, field, saved) {
  const is = (date) => soon(async () => assert.equal(await saved(await stored(page)), date));
  const fault = field.locator("xpath=following-sibling::*[@role='status']");
  const month = await placeOfMonth(field);
  await field.fill("2026-12-05");
  await is("2026-12-05");

  // The month is taken out and typed anew: in between the date is not whole, and nothing goes.
  await part(field, month);
  await field.press("Backspace");
  assert.equal(await field.inputValue(), "");
  await is("2026-12-05");
  await field.pressSequentially("11");
  await soon(async () => assert.equal(await field.inputValue(), "2026-11-05"));
  await is("2026-11-05");

  // Left half typed, that is said, and what was saved stays.
  await part(field, month);
  await field.press("Backspace");
  await field.press("Tab");
  await field.blur();
  await soon(async () => assert.equal(await fault.innerText(), "This date is not complete, so it is not saved. Saved is still 2026-11-05."));
  await is("2026-11-05");
  await part(field, month);
  await field.pressSequentially("11");
  await soon(async () => assert.equal(await fault.innerText(), ""));

  // A year of two digits is no year.
  await part(field, 2);
  await field.pressSequentially("25");
  await is("2026-11-05");
  await field.blur();
  await soon(async () => assert.equal(await fault.innerText(), "Only a day in the years 1900 to 2100 can be saved. Saved is still 2026-11-05."));
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.equal(await field.inputValue(), "0025-11-05", "what was typed is still there to be mended");
  await part(field, 2);
  await field.pressSequentially("2027");
  await is("2027-11-05");
  assert.equal(await fault.innerText(), "");

  // More digits than a year has empty nothing.
  await part(field, 2);
  await field.pressSequentially("20286");
  assert.notEqual(await field.inputValue(), "");
  await field.fill("2028-11-05");
  await is("2028-11-05");

  await field.fill("");
  await is(undefined);
}

scene("the day since when a system is in use is corrected part by part", async (page) => {
  await way.begin(page, { name: "Mill" });
  const since = ({ system }) => system.find(({ on }) => on === "in_use_since")?.value;
  await correct(page, page.locator("#system-in-use-since"), since);
});

scene("the dates of evidence are corrected part by part", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHING.name.en);
  const item = way.statement(page, statements(PATCHING, 1)[0].text.en);
  await way.openMore(item);
  await item.getByRole("button", { name: "Add evidence" }).click();
  await correct(page, item.locator("input[id^='evidence-dated-']"), ({ evidence }) => evidence[0].value.dated);
  await correct(page, item.locator("input[id^='evidence-until-']"), ({ evidence }) => evidence[0].value.valid_until);
});

scene("the dates of a decision are corrected part by part", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Targets");
  const [first] = practices();
  await way.setTarget(page, first.name.en, { level: 2 });
  await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
  const field = (which) => page.locator(`input[id^='${which}-']:visible`).first();
  await correct(page, field("decided-on"), ({ targets }) => targets[0].value.decided_on);
  await correct(page, field("review-on"), ({ targets }) => targets[0].value.review_on);
});

scene("what another tab makes of a date shows, and not while one is in the field", async (one, context) => {
  await way.begin(one, { name: "Mill" });
  const field = (page) => page.locator("#system-in-use-since");
  const month = await placeOfMonth(field(one));
  await field(one).fill("2026-12-05");
  const two = await context.newPage();
  await two.goto(one.url());
  await way.arrived(two, "Set up");
  await soon(async () => assert.equal(await field(two).inputValue(), "2026-12-05"));
  await part(field(one), month);
  await field(one).press("Backspace");
  await field(two).fill("2020-01-02");
  await field(two).blur();
  await soon(async () => assert.equal((await stored(two)).system.find(({ on }) => on === "in_use_since").value, "2020-01-02"));
  await one.getByLabel("Name of the system").waitFor();
  assert.equal(await field(one).inputValue(), "", "half a date stays where it is typed");
  await field(one).pressSequentially("11");
  await soon(async () => assert.equal(await field(two).inputValue(), "2026-11-05"));
});

scene("a page that goes away while a date has the focus, or right after something was opened, loses nothing and breaks nothing", async (page) => {
  await way.begin(page, { name: "Mill" });
  const since = page.getByLabel("In use, in its present form, since");
  await since.fill("2024-05-01");
  // Nobody left the field: the page leaves it.
  await page.goBack();
  await way.canBegin(page);
  await page.goForward();
  await way.arrived(page, "Set up");
  await soon(async () => assert.equal(await since.inputValue(), "2024-05-01"));
  await way.goTo(page, `full/${PATCHING.id}`, PATCHING.name.en);
  // Both in one go: what says that something was opened comes later than the page can be gone.
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
    history.back();
  });
  await way.arrived(page, "Set up");
});
