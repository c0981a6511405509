// The report on paper, in every engine: printed where its driver prints, and otherwise with the style sheets for paper in force.
import assert from "node:assert/strict";
import { everywhere } from "./engines/everywhere.mjs";
import * as way from "./engines/way.mjs";
import { practices } from "./model.mjs";
import { printed, text } from "./paper.mjs";

const MANAGEMENT = ["What was assessed", "Where we stand against what we need", "What to do next"];

async function openReport(person) {
  await person.open();
  await person.press("button", "Look at an example");
  await person.press("button", /^Open /);
  await person.arrives("Results");
  await person.follow("Make a report");
  await person.arrives("Report");
  // With the annex, which has all names as headings.
  await person.choose("Full");
}

/** Puts what is for paper in force, and what is for the screen out of it. */
function layOutForPaper() {
  const all = (rules) => [...rules].flatMap((rule) => [rule, ...(rule.cssRules ? all(rule.cssRules) : [])]);
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
  for (const media of [...sheets.map((sheet) => sheet.media), ...sheets.flatMap((sheet) => all(sheet.cssRules)).map((rule) => rule.media)]) {
    if (!media?.mediaText) continue;
    media.mediaText = /\bscreen\b/.test(media.mediaText) ? "not all" : media.mediaText.replace(/\bprint\b/g, "all");
  }
}

everywhere("the report goes on paper, and nothing but the report", async (person) => {
  await openReport(person);
  const shown = await person.text();
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(shown)[0];
  let words;
  if (person.pdf) {
    const pages = await printed(await person.pdf());
    assert.ok(pages.length > 1, `${pages.length} pages`);
    for (const { width, height } of pages) assert.deepEqual([Math.round(width), Math.round(height)], [210, 297]);
    words = pages.map(text).join(" ");
  } else {
    await person.ask(layOutForPaper);
    words = await person.text();
    const tooWide = await person.ask(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(tooWide, false);
  }
  for (const title of MANAGEMENT) assert.ok(words.includes(title), title);
  for (const { name } of practices()) assert.ok(words.includes(name.en), name.en);
  assert.ok(words.includes(code), code);
  for (const button of ["Save as HTML", "Make a report"]) assert.ok(!words.includes(button), button);
});
