// The plan: taken over from what is proposed, put in order, changed, tried out; and done is not met until somebody confirms it.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, scene, soon } from "./browser.mjs";
import { practice, wordsOfAction } from "./model.mjs";
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
  const [advice] = PATCHING.levels.find(({ indicators }) => indicators.some(({ text }) => text.en === FIRST)).actions;
  assert.ok((await page.getByLabel("Note", { exact: true }).inputValue()).startsWith(wordsOfAction(advice)), "what leads there comes along");
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
  await page.getByRole("button", { name: "Make this the plan" }).click();
  await stands(page, FIRST.replace(/\.$/, ""));
  // What is switched off and kept is put aside with the reason; discarded, it stays; switched on again, it comes back.
  const box = page.getByRole("checkbox", { name: FIRST.replace(/\.$/, "") });
  await box.uncheck();
  await page.getByText("No level would change.").waitFor();
  await page.getByRole("button", { name: "Discard" }).click();
  assert.equal(await box.isChecked(), true);
  await stands(page, FIRST.replace(/\.$/, ""));
  await box.uncheck();
  await page.getByRole("button", { name: "Make this the plan" }).click();
  await page.locator(".notice").getByText("1 action was put aside.").waitFor();
  await page.getByRole("heading", { name: "Dropped" }).waitFor();
  await page.getByRole("group", { name: "Dropped" }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Make this the plan" }).click();
  await page.getByRole("heading", { name: "Dropped" }).waitFor({ state: "detached" });
  await stands(page, FIRST.replace(/\.$/, ""));
});

/** Two actions, one of them dated. */
async function twoPlanned(page) {
  await oneMissing(page);
  await add(page, "Order soap");
  await page.getByLabel("Done by").fill("2031-02-01");
  await page.getByLabel("What it costs").fill("1.250,50 EUR");
  await close(page);
  await page.getByText("Nobody sees to it yet · Done by 1 February 2031 · Cost: 1.250,50 EUR").waitFor();
  await add(page, "=1+1; \"quoted\"");
  await close(page);
  await stands(page, "Order soap", "=1+1; \"quoted\"");
}

const savedAs = async (page, form) => {
  await page.getByLabel("As", { exact: true }).selectOption(form);
  return downloaded(page, () => page.getByRole("button", { name: "Save the plan" }).click());
};
const table = (text, name = "plan.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const chooseTable = async (page, file) => {
  await page.getByLabel("Choose a changed table").setInputFiles(file);
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "plan-table-back"));
};

scene("what is late says so, and what reaches a level with one statement comes first where that is wanted", async (page) => {
  await oneMissing(page);
  // A larger action that is due first, and the one step.
  await add(page, "Order soap");
  await page.getByLabel("Done by").fill("2020-02-01");
  await close(page);
  await page.getByRole("button", { name: `Add to the plan: ${FIRST.replace(/\.$/, "")}` }).click();
  const step = FIRST.replace(/\.$/, "");
  await soon(async () => assert.equal((await titles(page)).length, 2));
  await page.getByText("2 actions ahead, 1 of them late.").waitFor();
  await ahead(page).filter({ hasText: "Order soap" }).getByText("late", { exact: true }).waitFor();
  assert.equal(await ahead(page).filter({ hasText: step }).getByText("late", { exact: true }).count(), 0);
  await page.getByRole("checkbox", { name: "Put first what reaches a level with one statement" }).check();
  await stands(page, step, "Order soap");
});

scene("what Results says to do first is what the report says, action by action", async (page) => {
  await oneMissing(page);
  await page.getByRole("button", { name: `Add to the plan: ${FIRST.replace(/\.$/, "")}` }).click();
  await page.getByRole("button", { name: /^Edit: / }).click();
  await page.getByLabel("Done by").fill("2020-02-01");
  await way.step(page, "Results");
  await page.locator(".first-things > li").first().waitFor();
  const names = await page.locator(".first-things .first-name a").allInnerTexts();
  const planned = await page.locator(".first-things .first-planned").allInnerTexts();
  assert.equal(planned.length, 1);
  assert.match(planned[0], /It was due on 1 February 2020 and is late\./);
  await page.getByRole("link", { name: "Make a report" }).first().click();
  await way.arrived(page, "Report");
  const steps = page.locator(".report-preview ol").first();
  await steps.waitFor();
  assert.deepEqual(await steps.locator("li > strong").allInnerTexts(), names.map((name) => `${name}.`));
  assert.deepEqual((await steps.locator(".report-line").allInnerTexts()).filter((line) => line.startsWith("In the plan")), planned);
});

scene("the plan leaves in each form, as a file that says what the page says", async (page) => {
  await oneMissing(page);
  const save = page.getByRole("button", { name: "Save the plan" });
  assert.equal(await save.isDisabled(), true, "there is nothing to save yet");
  await add(page, "Order soap");
  await close(page);
  await page.getByLabel("As", { exact: true }).selectOption("Calendar (iCalendar)");
  await page.getByText("There is nothing in the plan for this yet.").waitFor();
  assert.equal(await save.isDisabled(), true, "no day to put into a calendar");
  await page.getByRole("button", { name: "Edit: Order soap" }).click();
  await page.getByLabel("Done by").fill("2031-02-01");
  await close(page);
  const forms = [
    ["Table (CSV)", /^line-4-.*-plan\.csv$/, /^\ufeffid,action,practice,state,owner,start,due,done on,.*\r?\n[^,]+,Order soap,,open,,,2031-02-01,/],
    ["Calendar (iCalendar)", /-plan-calendar\.ics$/, /^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:20310201\r\nSUMMARY:Order soap\r\n[^]*END:VCALENDAR\r\n$/],
    ["Checklist (Markdown)", /-plan-checklist\.md$/, /^# Plan\n\n- \[ \] \*\*Order soap\*\* · 2031-02-01\n/],
    ["Jira (CSV)", /-plan-jira\.csv$/, /^Summary,Description,Due Date,Priority,Labels\r?\nOrder soap,[^]*,2031-02-01,Low,plumbline/],
    ["GitLab issues (CSV)", /-plan-gitlab\.csv$/, /^title,description,due_date\r?\nOrder soap,[^]*,2031-02-01/],
    ["CISO Assistant, applied controls (CSV)", /-plan-ciso-assistant\.csv$/, /^name,description,[^]*\nOrder soap,[^]*,to_do,4,[^]*,2031-02-01/],
    ["DefectDojo, generic findings (CSV)", /-plan-defectdojo\.csv$/, /^Title,Description,Date,Severity,[^]*\nOrder soap,[^]*,Low,/],
  ];
  for (const [form, name, says] of forms) {
    const file = await savedAs(page, form);
    assert.match(file.name, name);
    assert.match(file.text, says);
    await page.getByText(`“${file.name}” is in your downloads.`).waitFor();
  }
});

scene("a table that came back shows what would change, changes nothing before that is wanted, and is undone at once", async (page) => {
  await twoPlanned(page);
  const { text } = await savedAs(page, "Table (CSV)");
  // Out and in again: nothing.
  await chooseTable(page, table(text));
  await page.getByText("“plan.csv” changes nothing in the plan.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Make the ticked changes" }).isDisabled(), true);
  await page.getByRole("button", { name: "Change nothing" }).click();

  // As somebody's spreadsheet saves it: semicolons, its own way to write a day.
  const [, soap, sum] = text.trim().split(/\r?\n(?=[0-9a-f-]{36},)/);
  const [soapId, sumId] = [soap, sum].map((row) => row.split(",")[0]);
  const changed = `id;action;state;owner;due\r\n${soapId};Order more soap;under way;Night shift;01/03/2031\r\n${sumId};=1+1;done;;\r\nx;New;open;;\r\n`;
  await chooseTable(page, table(changed, "changed.csv"));
  const shown = page.locator(".plan-back");
  await shown.getByText("“changed.csv” would change 2 actions.").waitFor();
  await shown.getByText("action: “Order soap” becomes “Order more soap”").waitFor();
  await shown.getByText("owner: “Night shift” is new").waitFor();
  await shown.getByText("state: “open” becomes “under way”").waitFor();
  await shown.getByText(/^Row 2, due: “01\/03\/2031” is not a day that can be told for certain/).waitFor();
  await shown.getByText("Row 4: “New”").waitFor();
  await stands(page, "Order soap", "=1+1; \"quoted\"");
  // Somebody says how days are written; only then the day can be told.
  await shown.getByLabel("How your spreadsheet writes days").selectOption("day first: 31.12.2027");
  await shown.getByText("due: “2031-02-01” becomes “2031-03-01”").waitFor();
  await shown.getByText(/^Row 2, due/).waitFor({ state: "detached" });
  await shown.getByRole("checkbox", { name: "=1+1" }).uncheck();
  await shown.getByRole("button", { name: "Make the ticked changes" }).click();
  await stands(page, "Order more soap", "=1+1; \"quoted\"");
  await page.getByText("Owner: Night shift · Done by 1 March 2031").waitFor();
  assert.equal(await shown.count(), 0);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await stands(page, "Order soap", "=1+1; \"quoted\"");
  await page.getByText("Nobody sees to it yet · Done by 1 February 2031").waitFor();

  // What is no such table says so.
  await chooseTable(page, table("{}", "session.json"));
  await page.getByText("This is no table of a plan: it has no column id.").waitFor();
  await chooseTable(page, { name: "photo.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) });
  await page.getByText("This is no text. Save the spreadsheet as CSV and choose that file.").waitFor();
  await chooseTable(page, { name: "old.csv", mimeType: "text/csv", buffer: Buffer.from("id;action\nx;M\xfcller\n", "latin1") });
  await page.getByText("Save it in the spreadsheet as CSV UTF-8.").waitFor();
});

scene("how much people can take on gives each action its days, in the picture, in its table, and kept once that is wanted", async (page) => {
  await twoPlanned(page);
  await page.locator("summary", { hasText: "In time" }).click();
  await page.getByLabel("From", { exact: true }).fill("2031-01-15");
  await page.getByLabel("How many").fill("1");
  await page.locator("summary", { hasText: "The same as a table" }).last().click();
  const rows = async () => (await page.locator(".twin tbody tr").allInnerTexts()).map((row) => row.split(/\t|\n/).filter((cell) => cell.trim()));
  const dated = ["Order soap", "nobody yet", "26 January 2031", "1 February 2031", "set"];
  // One a quarter: the first quarter is taken by what is dated.
  await soon(async () => assert.deepEqual(await rows(), [dated, ["=1+1; \"quoted\"", "nobody yet", "15 April 2031", "14 July 2031", "proposed"]]));
  await page.getByLabel("of what").selectOption("people, each at one action");
  await page.getByLabel("How many").fill("2");
  await soon(async () => assert.deepEqual((await rows())[1].slice(2), ["15 January 2031", "21 January 2031", "proposed"]));
  await page.locator(".chart svg").first().waitFor();
  await page.getByRole("button", { name: "Keep the proposed days" }).click();
  await page.getByText("Begins on 15 January 2031 · Done by 21 January 2031").waitFor();
  await soon(async () => assert.deepEqual((await rows()).map((row) => row[4]), ["set", "set"]));
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await soon(async () => assert.deepEqual((await rows()).map((row) => row[4]), ["set", "proposed"]));
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
    const { text } = await savedAs(page, "Table (CSV)");
    const long = "somebodyWithANameThatHasNoSpacesInItAndGoesOnAndOnUntilNoPhoneHasRoomForIt";
    await chooseTable(page, table(text.replaceAll("2020-02-01", "1.2.2020").replace(/,open,,/, `,under way,${long},`), `${long}.csv`));
    await page.locator(".plan-back").getByText(long).last().waitFor();
    assert.deepEqual(await sticksOut(page, "plan"), []);
    assert.deepEqual(await axeFinds(page, "plan"), []);
  });
}
