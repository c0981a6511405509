// The report: what goes in, the files, the code that tells what an old report is worth, the slides, the interview agenda.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { downloaded, painted, scene, soon } from "./browser.mjs";
import { practices } from "./model.mjs";
import * as way from "./way.mjs";

const NAMES = practices().map(({ name }) => name.en);
const [FIRST] = NAMES;

/** Opens the report of an assessment with one target and one answer; in full, if nothing else is said. */
async function openReport(page, name = "Press shop", full = true) {
  await way.begin(page, { name });
  await way.step(page, "Targets");
  await way.setTarget(page, FIRST, { level: 2 });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: "Begin the quick pass" }).click();
  await way.arrived(page, FIRST);
  await way.answerQuick(page, 1);
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Make a report" }).click();
  await way.arrived(page, "Report");
  if (full) await page.getByRole("radio", { name: "Full" }).check();
}

const preview = (page) => page.getByRole("region", { name: "Preview" });
const code = (page) => page.getByRole("status").filter({ hasText: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/ }).innerText();
const sections = (page) => preview(page).getByRole("heading", { level: 2 }).allInnerTexts();

scene("the report shows where one stands and what to do, and every number in words beside its bar", async (page) => {
  await openReport(page);
  await preview(page).getByText(`0 of ${NAMES.length} practices on target`).waitFor();
  await preview(page).getByText("Level 1, target 2: 1 level short.").waitFor();
  assert.equal(await preview(page).locator("svg").count(), NAMES.length);
  const row = preview(page).getByRole("row").filter({ hasText: FIRST });
  await row.getByText("1 (quick pass)").waitFor();
});

scene("sections that are left out are not in it, and the choice is remembered", async (page) => {
  await openReport(page);
  const all = await sections(page);
  const without = all.filter((title) => !["Annex: each practice", "Decisions taken", "Decision log"].includes(title));
  assert.equal(all.length, without.length + 3);
  await page.getByRole("checkbox", { name: /^Annex/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Decisions taken/ }).uncheck();
  await soon(async () => assert.deepEqual(await sections(page), without));
  await page.reload();
  await way.arrived(page, "Report");
  assert.deepEqual(await sections(page), without);
});

scene("a first report is short, and short leaves the annex out until somebody chooses it", async (page) => {
  await openReport(page, "Press shop", false);
  const annex = page.getByRole("checkbox", { name: /^Annex/ });
  assert.ok(await page.getByRole("radio", { name: "Short" }).isChecked());
  assert.equal(await annex.isChecked(), false);
  assert.ok(!(await sections(page)).includes("Annex: each practice"));
  await page.getByRole("radio", { name: "Full" }).check();
  await soon(async () => assert.ok(await annex.isChecked()));
  await page.getByRole("radio", { name: "Short" }).check();
  await soon(async () => assert.equal(await annex.isChecked(), false));
  await annex.check();
  await soon(async () => assert.ok((await sections(page)).includes("Annex: each practice")));
});

scene("people without names are called by their role", async (page) => {
  await way.begin(page, { name: "Press shop" });
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).last().fill("Ana Ruiz");
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Make a report" }).click();
  await preview(page).getByText("Ana Ruiz").first().waitFor();
  await page.getByRole("group", { name: "Names of people" }).getByRole("radio", { name: "Without names" }).check();
  await soon(async () => assert.ok(!(await preview(page).innerText()).includes("Ana Ruiz")));
  assert.match(await preview(page).innerText(), /(Business owner|Technology owner|Consultant) 1/);
});

scene("the HTML file opens on its own, without script, with the same code", async (page, context) => {
  await openReport(page, "Press <b>shop</b>");
  const printed = await code(page);
  const { name, text } = await downloaded(page, () => page.getByRole("button", { name: "Save as HTML" }).click());
  assert.match(name, /^press-b-shop-b-.*-report\.html$/);
  assert.ok(text.includes(printed) && !text.includes("<script") && !text.includes("<b>"));
  const alone = await context.newPage();
  await alone.setContent(text);
  assert.equal(await alone.locator("svg").count(), NAMES.length);
  for (const width of [390, 768, 1440]) {
    await alone.setViewportSize({ width, height: 900 });
    const [inside, outside] = await alone.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(inside <= outside, `${width}: ${inside}`);
  }
});

scene("the Markdown file says the same", async (page) => {
  await openReport(page);
  const printed = await code(page);
  const { name, text } = await downloaded(page, () => page.getByRole("button", { name: "Save as Markdown" }).click());
  assert.match(name, /-report\.md$/);
  assert.ok(text.includes(printed) && text.includes(`**0 of ${NAMES.length} practices on target**`));
});

scene("a code says current, then superseded since, and a wrong one that it is none", async (page) => {
  await openReport(page);
  const printed = await code(page);
  await downloaded(page, () => page.getByRole("button", { name: "Save as HTML" }).click());
  const field = page.getByLabel("Code on the report");
  await field.fill(printed.toLowerCase());
  await page.getByText(/^Current:/).waitFor();
  await field.fill("0000-0000-0000");
  await page.getByText(/^This is no code|^Not of this session/).waitFor();

  await way.step(page, "Targets");
  await way.setTarget(page, FIRST, { level: 3 });
  await way.step(page, "Share");
  await page.getByRole("link", { name: "Make a report" }).click();
  await page.getByLabel("Code on the report").fill(printed);
  await page.getByText(/^Superseded since/).waitFor();
  assert.notEqual(await code(page), printed);
});

scene("saving a report is no step to undo", async (page) => {
  await openReport(page);
  await downloaded(page, () => page.getByRole("button", { name: "Save as HTML" }).click());
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await way.step(page, "Results");
  const rows = await way.resultRows(page);
  assert.ok(rows.some(([name, current]) => name.endsWith(FIRST) && current.startsWith("–")), "the answer is undone, not the report");
});

scene("printed, the report is all there is, from the dark theme as well", { colorScheme: "dark" }, async (page) => {
  await openReport(page);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
  assert.ok(pages >= 3, `${pages} pages`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Print" }).isVisible(), false);
  const background = await preview(page).evaluate((it) => getComputedStyle(it).backgroundColor);
  assert.equal(background, "rgb(255, 255, 255)");
});

/** The heading of the slide on the screen. */
const slide = (page) => page.locator(".board h1").innerText();

/** Goes through the slides from the first and looks at each. */
async function eachSlide(page, look) {
  const on = page.getByRole("button", { name: "Next slide", exact: true });
  for (;;) {
    const title = await slide(page);
    await look(title);
    if (await on.isDisabled()) return;
    await on.click();
    await soon(async () => assert.notEqual(await slide(page), title));
  }
}

scene("slides turn with buttons and arrow keys, and Esc leaves", async (page) => {
  await openReport(page);
  await page.getByRole("link", { name: "Show as slides" }).click();
  await way.arrived(page, "How well security fits the need: Press shop");
  const second = `1 of ${NAMES.length} practices falls short of what is needed. ${NAMES.length - 1} practices are not answered, or not to the end; ${NAMES.length - 1} practices have no target.`;
  await page.keyboard.press("ArrowRight");
  await way.arrived(page, second);
  await page.keyboard.press("ArrowLeft");
  await way.arrived(page, "How well security fits the need: Press shop");
  const [back, on] = ["Previous slide", "Next slide"].map((name) => page.getByRole("button", { name, exact: true }));
  assert.deepEqual([await back.isDisabled(), await on.isDisabled()], [true, false]);
  await on.click();
  await way.arrived(page, second);
  await back.click();
  await page.keyboard.press("End");
  await soon(async () => assert.match(await slide(page), /^Open questions/));
  assert.deepEqual([await back.isDisabled(), await on.isDisabled()], [false, true]);
  await page.keyboard.press("Escape");
  await way.arrived(page, "Report");
});

scene("on a phone the way through the slides stays at the foot, a finger turns them, and each begins at its top", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (page, context) => {
  await way.openStart(page);
  await way.openFile(page, "session.json", readFileSync(new URL("../data/one-round/bottling-line.json", import.meta.url), "utf8"));
  await way.addChosen(page);
  await page.getByRole("link", { name: "Show as slides" }).click();
  await soon(async () => assert.match(await slide(page), /^How well/));
  const fingers = await context.newCDPSession(page);
  const swipe = async (from, to) => {
    const at = (x, y) => [{ x, y }];
    await fingers.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(...from) });
    for (let part = 1; part <= 8; part += 1) {
      const between = from.map((start, axis) => start + ((to[axis] - start) * part) / 8);
      await fingers.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(...between) });
    }
    await fingers.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  const number = () => page.locator(".board-way > span").first().innerText();
  const places = new Set();
  await eachSlide(page, async (title) => {
    const now = await page.evaluate(() => {
      const buttons = [...document.querySelectorAll(".board-way button")].map((it) => it.getBoundingClientRect().toJSON());
      const above = document.querySelector(".board .above").getBoundingClientRect();
      return { buttons, top: above.top, room: document.documentElement.clientWidth };
    });
    assert.ok(now.top >= 0, `“${title}” begins at ${now.top}`);
    assert.ok(now.buttons.every(({ height, right, bottom }) => height >= 44 && right <= now.room && bottom <= 844), JSON.stringify(now.buttons));
    places.add(now.buttons.map(({ top }) => Math.round(top)).join());
    // The next one begins at its top wherever this one is left.
    await page.evaluate(() => document.querySelector(".board-page").scrollTo(0, 10_000));
  });
  assert.equal(places.size, 1, [...places].join(" · "));
  assert.equal(await page.getByText("The left and right arrow keys").isVisible(), false, "no keys are spoken of where there are none");
  const of = Number((await number()).split(" of ")[1]);
  await swipe([120, 400], [320, 420]);
  await soon(async () => assert.equal(await number(), `${of - 1} of ${of}`));
  await swipe([320, 400], [120, 380]);
  await soon(async () => assert.equal(await number(), `${of} of ${of}`));
  await swipe([200, 600], [190, 300]);
  await painted(page);
  assert.equal(await number(), `${of} of ${of}`, "up and down scrolls");
});

scene("slides say one finding each, show every practice, and have the code of the report", async (page) => {
  await openReport(page);
  const printed = await code(page);
  await page.getByRole("link", { name: "Show as slides" }).click();
  await way.arrived(page, "How well security fits the need: Press shop");
  const titles = [];
  const rows = [];
  await eachSlide(page, async (title) => {
    titles.push(title);
    rows.push(...(await page.locator(".slide tbody th").allInnerTexts()));
    assert.ok((await page.locator(".board .above").innerText()).includes(printed), "the same facts, the same code");
  });
  assert.equal(new Set(titles).size, titles.length, "no title says the same as another");
  assert.deepEqual(NAMES.filter((name) => !rows.includes(name)), [], "every practice is on a slide");
});

for (const viewport of [{ width: 1280, height: 720 }, { width: 1920, height: 1080 }, { width: 1024, height: 768 }]) {
  scene(`slides are read from the last row, and nothing of them is cut, ${viewport.width} × ${viewport.height}`, { viewport }, async (page) => {
    await way.openStart(page);
    await way.openFile(page, "session.json", readFileSync(new URL("../data/one-round/bottling-line.json", import.meta.url), "utf8"));
    await way.addChosen(page);
    await page.getByRole("link", { name: "Show as slides" }).click();
    await soon(async () => assert.match(await slide(page), /^How well/));
    const found = [];
    await eachSlide(page, async (title) => {
      const wrong = await page.evaluate(() => {
        const slide = document.querySelector(".slide");
        const frame = slide.getBoundingClientRect();
        const size = (one) => Number.parseFloat(getComputedStyle(one).fontSize);
        const wrong = [];
        if (slide.scrollWidth > slide.clientWidth + 1) wrong.push("scrolls sideways");
        if (slide.querySelector("table") && slide.scrollHeight > slide.clientHeight + 1) wrong.push(`its table does not fit: ${slide.scrollHeight} of ${slide.clientHeight}`);
        if (size(slide) < innerHeight / 36) wrong.push(`letters of ${size(slide)} pixels`);
        if (size(document.querySelector(".board h1")) < 1.4 * size(slide)) wrong.push("the headline is no larger than the rest");
        for (const list of slide.querySelectorAll("ol")) if (list.firstElementChild.getBoundingClientRect().left - frame.left < size(slide)) wrong.push("numbers are cut off");
        return wrong;
      });
      found.push(...wrong.map((words) => `${title}: ${words}`));
    });
    assert.deepEqual(found, []);
  });
}

scene("on a phone a row of the report is a card: no word is broken, and target and gap are in sight", { viewport: { width: 390, height: 844 } }, async (page) => {
  await way.openStart(page);
  await way.openFile(page, "session.json", readFileSync(new URL("../data/one-round/bottling-line.json", import.meta.url), "utf8"));
  await way.addChosen(page);
  await page.getByRole("link", { name: "Make a report" }).click();
  await way.arrived(page, "Report");
  await preview(page).getByRole("row").first().waitFor();
  const found = await preview(page).evaluate((it) => {
    const wrong = [];
    const range = document.createRange();
    for (const cell of it.querySelectorAll("tbody :is(th, td)")) {
      const { left, right } = cell.getBoundingClientRect();
      if (cell.textContent && (left < 0 || right > innerWidth)) wrong.push(`“${cell.textContent}” is out of sight`);
      const text = [...cell.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE);
      for (const { index, 0: word } of (text?.data ?? "").matchAll(/\S+/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) wrong.push(`“${word}” is broken`);
      }
    }
    return wrong;
  });
  assert.deepEqual(found, []);
  const row = preview(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: FIRST, exact: true }) }).first();
  assert.deepEqual(await row.locator("td[data-label]").evaluateAll((cells) => cells.map((cell) => cell.dataset.label)), ["Current", "Target", "Fit", "Scope"]);
});

scene("the agenda fits into an hour, leads to the statements, and takes answers", async (page) => {
  await openReport(page);
  await page.getByRole("link", { name: "Interview agenda" }).click();
  await way.arrived(page, "Interview agenda");
  const items = page.locator("ol.agenda > li");
  const before = await items.count();
  assert.ok(before > 0);
  const minutes = (await items.allInnerTexts()).map((text) => Number(/(\d+) min/.exec(text)[1]));
  assert.ok(minutes.reduce((sum, one) => sum + one, 0) <= 60);

  const first = items.first();
  const statement = await first.locator(".statement").innerText();
  await first.getByRole("radio", { name: "Met", exact: true }).check();
  assert.equal(await items.count(), before, "it stays until a new one is made");
  await first.getByRole("link").click();
  await way.arrived(page, FIRST);
  const answer = way.statement(page, statement).getByRole("radio", { name: "Met", exact: true });
  await soon(async () => assert.equal(await answer.isChecked(), true));
});

scene("the slides carry the code of the report, for they show the same facts", async (page) => {
  await openReport(page);
  const printed = await code(page);
  await page.getByRole("link", { name: "Show as slides" }).click();
  await page.waitForURL(/\/board$/);
  await page.getByText(`code ${printed}`).waitFor();
});

scene("an assessment in which nothing is said claims nothing: agenda, report and results say what is open", async (page) => {
  await way.begin(page, { name: "Press shop" });
  await way.step(page, "Results");
  await page.getByText("What is open", { exact: true }).click();
  await page.getByRole("link", { name: `${NAMES.length} practices are not answered`, exact: true }).waitFor();
  await page.getByRole("link", { name: "Make a report" }).click();
  await way.arrived(page, "Report");
  const words = await preview(page).innerText();
  assert.ok(!words.includes("Nothing is open"), words);
  assert.ok(words.includes(`${NAMES.length} practices are not answered`), words);
  await page.getByRole("link", { name: "Interview agenda" }).click();
  await way.arrived(page, "Interview agenda");
  await page.getByText("No statement is on the agenda. That does not mean that all is clear.").waitFor();
  await page.getByRole("link", { name: `${NAMES.length} practices have no target`, exact: true }).waitFor();
});

scene("after a quick pass the report says that the level rests on it alone", async (page) => {
  await openReport(page);
  await preview(page).getByRole("heading", { name: "On the quick pass alone (1)" }).waitFor();
});

scene("leaving the slides leads back to where one came from", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Targets");
  await way.setTarget(page, practices()[0].name.en, { level: 2 });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Quick pass of ${practices()[0].name.en}` }).click();
  await way.arrived(page, practices()[0].name.en);
  await way.answerQuick(page, 1);
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Show as slides" }).first().click();
  await page.getByRole("button", { name: "Leave" }).click();
  await way.arrived(page, "Results");
  await way.hop(page, page.url().replace(/results.*$/, "report"));
  await way.arrived(page, "Report");
  await page.getByRole("link", { name: "Show as slides" }).click();
  await page.keyboard.press("Escape");
  await way.arrived(page, "Report");
});
