// The model as a book: all of it is there, also without an assessment; questions lead to it and it leads back; it prints.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scene, soon } from "./browser.mjs";
import { practices, smm, wordsOfAction } from "./model.mjs";
import { printed, text } from "./paper.mjs";
import * as way from "./way.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const { terms } = read("public/models/iot-smm.glossary.json");
const { references } = read("public/crossrefs/iot-smm.json");

const ALL = practices();
const PATCHING = ALL.find(({ id }) => id === "hardening.vulnerability.patching");
const TITLE = smm.title.en;
const line = (words) => words.replace(/\s+/g, " ").trim();
const groups = (of = smm.groups) => of.flatMap((group) => [group, ...groups(group.groups ?? [])]);

async function openBook(page, place = "") {
  await page.goto(`./learn${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** What a table in the book says, by rows. */
const cells = (table) => table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));

scene("the top bar leads to the book without any assessment: levels, scopes, domains and every practice", async (page) => {
  await way.openStart(page);
  await page.getByRole("link", { name: "Learn", exact: true }).click();
  await way.arrived(page, TITLE);
  const words = line(await page.getByRole("main").innerText());
  const expected = [...smm.levels, ...smm.scopes].flatMap(({ name, meaning }) => [name.en, meaning.en]);
  expected.push(...groups().flatMap(({ name, about }) => [name.en, about.en]), ...ALL.flatMap(({ name, objective }) => [name.en, objective.en]));
  assert.deepEqual(expected.filter((one) => !words.includes(line(one))), []);
  await page.getByRole("link", { name: PATCHING.name.en, exact: true }).click();
  await way.arrived(page, PATCHING.name.en);
});

scene("a practice shows all that the model says about it: other names, each level, statements with what would show them", async (page) => {
  for (const practice of [ALL[0], PATCHING]) {
    await openBook(page, `/${practice.id}`);
    await way.arrived(page, practice.name.en);
    const words = line(await page.getByRole("main").innerText());
    const said = [practice.objective, practice.without, practice.question, practice.who, ...practice.examples.flatMap(({ sector, text }) => [sector, text])];
    const expected = [...said.map(({ en }) => en), ...practice.levels.flatMap(({ actions = [] }) => actions.map(wordsOfAction))];
    assert.deepEqual([...expected, ...practice.aliases.en].filter((one) => !words.includes(line(one))), []);
    const glance = await cells(page.getByRole("table", { name: "All levels at a glance" }));
    assert.deepEqual(glance.map(([, looks]) => looks), practice.levels.map(({ description }) => description.en));
    const tables = page.getByRole("table", { name: "What is true once the level is reached" });
    for (const [index, { indicators }] of practice.levels.slice(1).entries()) {
      const lasts = ({ shelf_life_months: months, lasts }) =>
        months ? `${months} month${months === 1 ? "" : "s"}` : { release: "until the next release", event: "until the next such event" }[lasts];
      const meant = { maker: "makers", operator: "operators", provider: "providers" };
      const marks = ({ kind, for: roles = [], context = [] }) => [kind, ...roles.map((role) => meant[role]), ...context.map((it) => it.replaceAll("_", " "))];
      const shown = await cells(tables.nth(index));
      assert.deepEqual(shown.map(([text, evidence, , how_long]) => [text, evidence, how_long]), indicators.map((it) => [it.text.en, it.evidence.en, lasts(it)]));
      for (const [at, it] of indicators.entries()) {
        for (const mark of marks(it)) assert.ok(shown[at][2].includes(mark), `${shown[at][2]} of ${it.id}: ${mark}`);
      }
    }
  }
});

scene("every practice is reached by turning the pages", async (page) => {
  await openBook(page, `/${ALL[0].id}`);
  for (const [index, { name }] of ALL.entries()) {
    await way.arrived(page, name.en);
    const next = page.getByRole("link", { name: /^Next/ });
    if (index + 1 < ALL.length) await next.click();
    else assert.equal(await next.count(), 0);
  }
});

scene("each level shows its cross-references, loaded only when somebody opens them", async (page) => {
  const asked = [];
  page.on("request", (request) => request.url().includes("/crossrefs/") && asked.push(request.url()));
  await openBook(page, `/${PATCHING.id}`);
  await way.arrived(page, PATCHING.name.en);
  const folds = page.locator("details.related");
  assert.deepEqual([await folds.count(), asked.length], [smm.levels.length - 1, 0]);
  for (const [index, { level }] of smm.levels.slice(1).entries()) {
    await folds.nth(index).locator("summary", { hasText: "Related references" }).click();
    await folds.nth(index).getByText(/no evidence of conformity/).waitFor();
    const expected = references.filter((one) => one.practice === PATCHING.id && one.level === level).map(({ id }) => id);
    await soon(async () => assert.deepEqual((await folds.nth(index).locator("li > strong").allTextContents()).sort(), expected.sort()));
  }
});

scene("the glossary explains its words, and leads on to others and to practices", async (page) => {
  await openBook(page, "/glossary");
  await page.getByRole("term").first().waitFor();
  const shown = await way.fileFacts(page);
  assert.equal(Object.keys(shown).length, terms.length);
  for (const { name, meaning, aliases } of terms) {
    assert.ok(line(shown[name.en]).includes(meaning.en), name.en);
    assert.ok((aliases?.en ?? []).every((one) => shown[name.en].includes(one)), name.en);
  }
  const names = Object.keys(shown);
  const lower = names.map((name) => name.toLowerCase());
  assert.deepEqual(lower, lower.toSorted());
  const rollback = page.getByRole("definition").filter({ hasText: terms.find(({ id }) => id === "rollback").meaning.en });
  await rollback.getByRole("link", { name: "Update", exact: true }).click();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Update"));
  await rollback.getByRole("link", { name: PATCHING.name.en }).click();
  await way.arrived(page, PATCHING.name.en);
  await page.getByRole("link", { name: "Rollback", exact: true }).click();
  await way.arrived(page, "Glossary");
});

scene("what is searched for is found in the book by other names, statements and words, and is shown at its place", async (page) => {
  await openBook(page);
  const field = page.getByLabel("Find in this book");
  const found = page.getByRole("list", { name: "What was found in the book" });
  await field.fill("SIEM");
  await found.getByRole("link", { name: "Monitoring", exact: true }).waitFor();
  await found.getByRole("link", { name: "SIEM", exact: true }).waitFor();
  const statement = PATCHING.levels[3].indicators[0];
  await field.fill(statement.text.en);
  await page.getByText("1 place in the book").waitFor();
  await found.getByRole("link", { name: statement.text.en }).click();
  await way.arrived(page, PATCHING.name.en);
  const row = page.locator("tr.found");
  await soon(async () => assert.equal(await row.getByRole("rowheader").innerText(), statement.text.en));
  await soon(async () => assert.ok(await row.evaluate((it) => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight)));
});

scene("questions, levels and targets lead to the book, and the book back to each", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Targets");
  const name = PATCHING.name.en;
  await way.targetCard(page, name).getByRole("link", { name: `Look it up under Learn ${name}` }).click();
  await way.arrived(page, name);
  const back = page.getByRole("navigation", { name: "In your assessment" });
  await back.getByRole("link", { name: "Answer the quick question" }).click();
  await page.getByRole("group", { name: "Which description fits best?" }).waitFor();
  await page.getByRole("link", { name: `Look it up under Learn ${name}` }).click();
  await back.getByRole("link", { name: "Answer its statements" }).click();
  await way.showAllLevels(page);
  const section = page.locator('.level-section[aria-labelledby="level-3"]');
  await section.locator(".level-about > summary").click();
  await section.getByRole("link", { name: "Look it up under Learn of level 3", exact: true }).click();
  await soon(async () => assert.ok((await page.evaluate(() => document.activeElement.textContent)).includes("Level 3")));
  // From one practice to the next the way back stays, and by the top bar, too.
  await page.getByRole("link", { name: /^Next/ }).click();
  await page.getByRole("link", { name: "Learn", exact: true }).click();
  await way.arrived(page, TITLE);
  await page.getByRole("link", { name: "Back to the assessment" }).click();
  await way.arrived(page, name);
});

scene("what the search of an assessment finds in the model leads to the book as well", async (page) => {
  await way.begin(page, { name: "Mill" });
  await page.getByRole("link", { name: "Search", exact: true }).click();
  const statement = PATCHING.levels[2].indicators[0].text.en;
  await page.getByLabel("Search for").fill(statement);
  await page.getByRole("link", { name: `Look it up under Learn ${statement}` }).click();
  await way.arrived(page, PATCHING.name.en);
  await soon(async () => assert.equal(await page.locator("tr.found").getByRole("rowheader").innerText(), statement));
});

scene("an address that no practice has says so", async (page) => {
  await openBook(page, "/no.such.practice");
  await way.arrived(page, "Nothing here");
});

scene("a broken glossary is named, and the rest of the book is there", { allow: /never/, prepare: (context) => context.route("**/iot-smm.glossary.json", (route) => route.fulfill({ json: { format: "plumbline-glossary", version: 1, model: "iot-smm", edition: "1", languages: ["en"], terms: [{ id: "a", name: { en: "A" } }] } })) }, async (page) => {
  await openBook(page, "/glossary");
  await page.getByText(/iot-smm\.glossary\.json/).click();
  await page.getByText(/“meaning” is missing/).waitFor();
  await page.getByRole("link", { name: "Contents" }).click();
  await page.getByRole("link", { name: PATCHING.name.en, exact: true }).waitFor();
});

for (const width of [390, 768, 1440]) {
  scene(`nothing is wider than a page of ${width} pixels`, { viewport: { width, height: 900 } }, async (page) => {
    for (const place of ["", "/glossary", `/${PATCHING.id}`]) {
      await openBook(page, place);
      await page.getByRole("main").getByRole("link").last().waitFor();
      const [inside, outside] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(inside <= outside, `${place}: ${inside}`);
    }
  });
}

scene("the whole book prints: numbered pages, a header, each practice on a new page, everything within the edges", { colorScheme: "dark" }, async (page) => {
  await openBook(page, "/all");
  await page.getByRole("heading", { name: "Glossary" }).waitFor();
  await page.getByRole("checkbox", { name: "With cross-references to related frameworks" }).check();
  await page.getByRole("heading", { name: "Related references" }).last().waitFor();
  const pages = await printed(await page.pdf({ format: "Letter" }));
  for (const [index, { lines }] of pages.entries()) {
    assert.ok(lines[0].words.startsWith(`${TITLE} · edition ${smm.edition}`), lines[0].words);
    assert.equal(lines.at(-1).words, `Page ${index + 1} / ${pages.length}`);
    assert.ok(lines.every(({ left, right }) => left >= 15 && right >= 14), `page ${index + 1}`);
  }
  for (const { name } of ALL) {
    const begins = pages.filter(({ lines }) => lines.slice(1, 4).some((one) => one.words === name.en && one.size > 11));
    assert.equal(begins.length, 1, name.en);
  }
  const all = line(pages.map((one) => one.lines.slice(1, -1).map(({ words }) => words).join(" ")).join(" "));
  const said = ALL.flatMap(({ objective, examples }) => [objective.en, examples[0].text.en]);
  assert.deepEqual(said.filter((one) => !all.includes(line(one))), []);
  assert.ok(!text(pages[0]).includes("Print"), "no buttons");
});
