// Reports on paper: the pages of rendered PDFs, of the app's page and of the saved file, on A4 and Letter, from the dark theme.
import assert from "node:assert/strict";
import { downloaded, scene } from "./browser.mjs";
import { examples } from "./guidance.mjs";
import { practices } from "./model.mjs";
import { brightness, printed, text } from "./paper.mjs";
import * as way from "./way.mjs";

const PAPER = { A4: [210, 297], Letter: [215.9, 279.4] };
/** The margins in millimeters, less a hair for rounding. */
const [SIDE, HEAD, FOOT] = [15.5, 17.5, 15];
const MANAGEMENT = ["What was assessed", "Where we stand against what we need", "What to do next", "Decisions taken"];

const nameOf = ({ system }) => system.find(({ on }) => on === "name").value;
const code = (page) => page.getByRole("status").filter({ hasText: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/ }).innerText();

/** Opens the report of an example; `prepare` chooses what goes in. */
async function openReport(page, session) {
  await way.openStart(page);
  await page.getByText("Look at an example").click();
  await page.getByRole("button", { name: `Open ${nameOf(session)}` }).click();
  await way.arrived(page, "Results");
  await page.getByRole("link", { name: "Make a report" }).click();
  await way.arrived(page, "Report");
  await page.getByRole("radio", { name: "Full" }).check();
}

/** What holds for each printed page: its size, a header, a number, nothing beyond the margins, dark letters on white. */
function eachPage(pages, format, running) {
  for (const [index, { width, height, lines, shapes, inks }] of pages.entries()) {
    const where = `page ${index + 1} of ${pages.length} on ${format}`;
    assert.ok(Math.abs(width - PAPER[format][0]) < 1 && Math.abs(height - PAPER[format][1]) < 1, `${where}: ${width} × ${height}`);
    assert.equal(lines[0].words, running, where);
    assert.equal(lines.at(-1).words, `Page ${index + 1} / ${pages.length}`, where);
    const outside = lines.slice(1, -1).filter(({ left, right, top }) => left < SIDE || right < SIDE || top < HEAD || top > height - FOOT);
    assert.deepEqual(outside, [], where);
    // Paper is no shape of its own: what is drawn lies within the margins, whole. A picture cut in two would go on below them.
    const drawn = shapes.filter(({ color, left, right }) => !(color === "#ffffff" && left < 1 && right < 1));
    assert.deepEqual(drawn.filter(({ left, right, top, bottom }) => Math.min(left, right) < SIDE || top < HEAD - 1 || bottom < FOOT), [], where);
    assert.deepEqual(inks.filter((ink) => brightness(ink) > 0.5), [], where);
    assert.deepEqual(drawn.filter((shape) => isDark(shape, width, height)), [], where);
  }
}

/** Whether a shape is as dark and large as the ground of the dark theme would be. */
const isDark = ({ color, left, right, top, bottom }, width, height) =>
  brightness(color) < 0.5 && width - left - right > 100 && height - top - bottom > 10;

/** No heading is left behind at the end of a page, and no table without a row. */
function nothingLeftBehind(pages, headings) {
  for (const [index, { lines }] of pages.entries()) {
    const last = lines.at(-2).words;
    assert.ok(!headings.includes(last) && !/^Practice 0 to 4/.test(last), `page ${index + 1} ends with “${last}”`);
  }
}

for (const session of examples()) {
  scene(`the report of ${nameOf(session)} prints well, from the app and from its file, on A4 and on Letter`, { colorScheme: "dark" }, async (page, context) => {
    await openReport(page, session);
    const preview = page.getByRole("region", { name: "Preview" });
    const headings = (await preview.getByRole("heading").allInnerTexts()).map((words) => words.trim());
    const running = new RegExp(`^${nameOf(session)} · report of \\d{4}-\\d\\d-\\d\\d · code ${await code(page)}$`);
    const { text: file } = await downloaded(page, () => page.getByRole("button", { name: "Save as HTML" }).click());
    const alone = await context.newPage();
    await alone.setContent(file);
    for (const format of Object.keys(PAPER)) {
      for (const one of [page, alone]) {
        const pages = await printed(await one.pdf({ format }));
        assert.match(pages[0].lines[0].words, running);
        eachPage(pages, format, pages[0].lines[0].words);
        nothingLeftBehind(pages, headings);
        // Management reads one page: it has all of its sections, and the rest begins on the next one.
        assert.deepEqual(MANAGEMENT.filter((title) => !pages[0].lines.some(({ words }) => words === title)), []);
        assert.equal(pages[1].lines[1].words, "Plan");
        const bars = pages.flatMap(({ shapes }) => shapes).filter(({ color }) => color === "#b4460b").length;
        assert.equal(bars, practices().length, "every target is drawn");
        assert.ok(!pages.some((one) => text(one).includes("Save as HTML")), "the report alone is printed");
      }
    }
  });
}

for (const session of examples()) {
  scene(`a short report without names and annex takes few pages, one for management, and names nobody: ${session.name}`, async (page) => {
    await openReport(page, session);
    await page.getByRole("radio", { name: "Short" }).check();
    await page.getByRole("radio", { name: "Without names" }).check();
    const pages = await printed(await page.pdf({ format: "A4" }));
    assert.ok(pages.length >= 2 && pages.length <= 4, `${pages.length} pages`);
    assert.equal(pages[1].lines[1].words, "Plan");
    const people = session.people.map(({ value }) => value.name);
    assert.ok(people.length > 0);
    const words = pages.map(text).join("\n");
    assert.deepEqual(people.filter((name) => words.includes(name)), []);
  });
}

scene("targets print without grounds: what is chosen is to be seen, and long reasons are whole", { colorScheme: "dark" }, async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Targets");
  const [first] = practices();
  const reason = Array.from({ length: 300 }, (_, at) => `word${at}`).join(" ");
  await way.setTarget(page, first.name.en, { level: 3, scope: "Industry", reason });
  // The grounds of marks of levels are printed in any case, and their figures may be white on them.
  await page.emulateMedia({ media: "print" });
  const marks = await page.locator(".level").evaluateAll((marks) =>
    marks.map((mark) => {
      const { printColorAdjust } = getComputedStyle(mark);
      mark.style.visibility = "hidden";
      return printColorAdjust;
    }),
  );
  assert.deepEqual([...new Set(marks)], ["exact"]);
  await page.emulateMedia({ media: null });
  const pages = await printed(await page.pdf({ format: "A4", printBackground: false }));
  const words = pages.map(text).join(" ").replace(/\s+/g, " ");
  assert.ok(words.includes(reason), "all of the reason is there");
  for (const { inks } of pages) assert.deepEqual(inks.filter((ink) => brightness(ink) > 0.5), []);
  await page.emulateMedia({ media: "print" });
  const looks = await page.locator(".segment-label").evaluateAll((labels) =>
    labels.map((label) => {
      const { borderTopWidth, borderTopColor, fontWeight } = getComputedStyle(label);
      return { chosen: label.previousElementSibling.checked, look: `${borderTopWidth} ${borderTopColor} ${fontWeight}` };
    }),
  );
  const of = (chosen) => new Set(looks.filter((one) => one.chosen === chosen).map(({ look }) => look));
  assert.equal(of(true).size, 1);
  assert.ok(of(true).isDisjointFrom(of(false)), "what is chosen looks otherwise than the rest");
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator("[data-on-paper]").count(), 0);
  assert.equal(await way.targetReason(page, first.name.en).inputValue(), reason);
});

scene("the agenda prints with room for notes, a header and numbered pages", { colorScheme: "dark" }, async (page) => {
  await openReport(page, examples()[0]);
  await page.getByRole("link", { name: "Interview agenda" }).click();
  await way.arrived(page, "Interview agenda");
  const items = await page.locator("ol.agenda > li").count();
  assert.ok(items > 0);
  const pages = await printed(await page.pdf({ format: "A4" }));
  for (const [index, { lines, shapes, width, height }] of pages.entries()) {
    assert.match(lines[0].words, / · interview agenda · /);
    assert.equal(lines.at(-1).words, `Page ${index + 1} / ${pages.length}`);
    assert.ok(lines.every(({ left, right }) => left > 10 && right > 10));
    assert.deepEqual(shapes.filter((shape) => isDark(shape, width, height)), []);
  }
  assert.equal(pages.flatMap(({ lines }) => lines).filter(({ words }) => words === "Notes:").length, items);
});
