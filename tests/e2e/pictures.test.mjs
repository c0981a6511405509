// Results as pictures: no word of them is cut off or lies on another, they follow the theme, and their tables say the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scene, soon } from "./browser.mjs";
import { practice, practices, small } from "./model.mjs";
import * as way from "./way.mjs";

const PICTURES = ["Bars", "Levels", "What is at stake"];
const example = (name) => JSON.parse(readFileSync(new URL(`../data/one-round/${name}.json`, import.meta.url), "utf8"));
const PATCHES = practice("hardening.vulnerability.patching").name.en;
const SERVICES = practice("governance.supply.services").name.en;

/** A session in which everything occurs that takes room: ranges, missed minimums, what is assumed, not answered, not applicable. */
function crowded() {
  let count = 3;
  const fact = (on, value, rest = {}) => ({ on, value, ...rest, at: "2026-11-23T09:05:00Z", stamp: `ana:${++count}` });
  const said = { round: "r1" };
  const all = practices();
  const targets = all.map(({ id }, index) => fact(id, { level: 1 + (index % 4), scope: "general", origin: "practice" }));
  const minimums = all.filter((_, index) => index % 3 !== 1).map(({ id }) => fact(id, { level: 4, source: "A customer" }));
  const answers = [];
  const confidence = [];
  const quick = [];
  all.forEach(({ id, levels }, index) => {
    const first = levels[1].indicators;
    // One answered statement leaves all levels possible: the longest words there are.
    if (index % 5 === 0) answers.push(fact(first[0].id, "met", said));
    else if (index % 5 === 1) {
      for (const one of first) {
        answers.push(fact(one.id, "met", said));
        confidence.push(fact(one.id, "assumed", said));
      }
      for (const one of levels[2].indicators) answers.push(fact(one.id, "not_met", said));
    } else if (index % 5 === 2) quick.push(fact(id, { level: 4 }, said));
    else if (index % 5 === 3) quick.push(fact(id, { not_applicable: { reason: "There is none." } }, said));
  });
  return { ...small, targets, minimums, answers, confidence, quick, seen: { ana: count } };
}

/** All practices in the same place: the fullest that what is at stake can get. */
function heaped() {
  let count = 3;
  const fact = (on, value, rest = {}) => ({ on, value, ...rest, at: "2026-11-23T09:05:00Z", stamp: `ana:${++count}` });
  const targets = practices().map(({ id }) => fact(id, { level: 2, scope: "general", origin: "practice" }));
  const quick = practices().map(({ id }) => fact(id, { level: 1 }, { round: "r1" }));
  return { ...small, targets, quick, seen: { ana: count } };
}

async function openResults(page, session) {
  await way.openStart(page);
  await way.openFile(page, "session.json", JSON.stringify(session));
  await way.addChosen(page);
}

/** Shows a picture and waits until all of it is drawn. */
async function show(page, picture) {
  await page.getByRole("radio", { name: picture, exact: true }).check();
  await soon(async () => assert.equal(await page.locator(".pictures .chart svg").count(), 1));
  await soon(async () => assert.ok((await page.locator(".pictures .chart svg text").count()) > 4));
}

/** Words of the pictures that are cut off, or that lie on other words. */
const badWords = (page) =>
  page.locator(".pictures .chart svg").evaluateAll((pictures) =>
    pictures.flatMap((picture) => {
      const frame = picture.getBoundingClientRect();
      const words = [...picture.querySelectorAll("text")].filter((one) => one.textContent.trim() !== "");
      const boxes = words.map((one) => [one.textContent, one.getBoundingClientRect()]);
      const out = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
      const found = out.map(([text]) => `“${text}” is cut off`);
      boxes.forEach(([one, a], index) => {
        for (const [other, b] of boxes.slice(index + 1)) {
          // Lines of the same name are as close as lines of text are.
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 2) found.push(`“${one}” lies on “${other}”`);
        }
      });
      return found;
    }),
  );

const SESSIONS = {
  "a bottling line": () => example("bottling-line"),
  "cameras in homes": () => example("home-cameras"),
  "everything that takes room": crowded,
  "all practices in one place": heaped,
  "almost nothing": () => small,
};

for (const width of [320, 390, 768, 1440]) {
  scene(`no word of any picture is cut off or lies on another, ${width} pixels wide`, { viewport: { width, height: 900 } }, async (page) => {
    const found = [];
    for (const [name, session] of Object.entries(SESSIONS)) {
      await openResults(page, session());
      for (const picture of PICTURES) {
        if (picture === "What is at stake" && name === "almost nothing") continue;
        await show(page, picture);
        found.push(...(await badWords(page)).map((words) => `${name}, ${picture}: ${words}`));
      }
    }
    assert.deepEqual(found, []);
  });
}

const colors = (page) =>
  page.locator(".pictures .chart svg").evaluateAll((pictures) =>
    pictures.flatMap((picture) => {
      const of = (one) => `${getComputedStyle(one).fill} ${getComputedStyle(one).stroke}`;
      return [...picture.querySelectorAll("text, path")].map(of);
    }),
  );

scene("a picture that is open follows the theme, and on paper is as in the light one", async (page) => {
  await openResults(page, example("bottling-line"));
  for (const picture of PICTURES) {
    await show(page, picture);
    const light = await colors(page);
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await colors(page);
    assert.notDeepEqual(dark, light, picture);
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    const words = await page.locator(".pictures .chart svg text").first().evaluate((one) => getComputedStyle(one).fill);
    assert.equal(words, ink, `${picture}: words are in the page's ink`);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const paper = await page.locator(".pictures .chart svg text").first().evaluate((one) => getComputedStyle(one).fill);
    assert.equal(paper, "rgb(22, 37, 42)", `${picture}: dark on white paper`);
    await page.emulateMedia({ media: null, colorScheme: "light" });
  }
});

scene("the picture chosen last is there again, and the library comes only with the results", async (page) => {
  const loaded = [];
  page.on("request", (request) => request.url().includes("charts/") && loaded.push(request.url()));
  await openResults(page, example("bottling-line"));
  await show(page, "Levels");
  assert.equal(loaded.length, 1);
  await way.step(page, "Targets");
  await page.reload();
  await way.arrived(page, "Targets");
  assert.equal(loaded.length, 1, "targets need no pictures");
  await way.step(page, "Results");
  await page.getByRole("img", { name: /^Which levels of every practice are met/ }).locator("svg text").first().waitFor();
  assert.ok(await page.getByRole("radio", { name: "Levels", exact: true }).isChecked());
});

/** Opens the table below a picture; it stays open when another picture is shown. */
async function openTable(page) {
  if (await page.locator("details.twin").evaluate(({ open }) => !open)) await page.getByText("The same as a table").click();
}

/** The rows of a table below a picture, as words. */
const twinRows = (page, name) =>
  page.getByRole("region", { name, exact: true }).getByRole("row").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())),
  );

scene("each picture has a table with the same practices in the same order", { prepare: way.watchCharts }, async (page) => {
  await openResults(page, crowded());
  const order = practices().map(({ name }, index) => `${index + 1} ${name.en}`);
  for (const [picture, table] of [["Bars", "Bars as a table"], ["Levels", "Levels as a table"], ["What is at stake", "What is at stake, as a table"]]) {
    await show(page, picture);
    await openTable(page);
    const rows = await twinRows(page, table);
    assert.deepEqual(rows.slice(1).map(([name]) => name), order, picture);
    assert.ok(rows.every((row) => row.every((cell) => cell !== "")), "no cell is empty");
  }
  await show(page, "Bars");
  const drawn = await page.evaluate(() => {
    const { series } = globalThis.charts.at(-1).getOption();
    const words = (name) => series.filter((one) => one.name === name).flatMap(({ data }) => data ?? []).map((point) => point.name);
    return words("Gap").join(" ");
  });
  const rows = await twinRows(page, "Bars as a table");
  assert.equal(drawn, rows.slice(1).map((row) => row[4]).join(" "), "the same words");
});

scene("every figure opens to what it was made from, and leads to where it can be changed", async (page) => {
  await openResults(page, example("bottling-line"));
  await way.openTable(page);
  const why = page.locator(".why");
  const says = (words) => soon(async () => assert.match((await why.innerText()).replace(/\s+/g, " "), words));
  const explain = async (what, of, words) => {
    const row = page.locator("table.results > tbody > tr").filter({ has: page.locator("th", { hasText: new RegExp(`(^|\\d )${of}$`) }) });
    const cell = what === "minimum" ? "Target" : what[0].toUpperCase() + what.slice(1);
    const buttons = row.locator(`td[data-label="${cell}"] button`);
    await (what === "minimum" ? buttons.last() : buttons.first()).click();
    await says(words);
  };
  await explain("current", SERVICES, /A level is reached when every statement .* holds/);
  await why.locator(".why-level > summary").nth(1).click();
  await says(/(Met|Not met|Partly)[^:]*: [A-Z][a-z]+ [A-Z][a-z]+, \d+ \w+ 20\d\d/);
  await explain("target", SERVICES, /Stated by .*20\d\d/);
  await explain("minimum", SERVICES, /The outside minimum of 2 is missed: the current level is 1, and a statement that it needs is not met\. .*NIS2/);
  await explain("gap", SERVICES, /Target 3 less current 1 makes 2 levels: 2 levels short\./);
  await explain("scope", SERVICES, /the least specific counts/);
  await explain("confidence", SERVICES, /Confidence is fair: it is not said for every answer whether it was seen or told\./);
  await explain("gap", "Governance", /never an average/);
  assert.equal(await why.count(), 1, "one at a time");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await why.waitFor({ state: "detached" });

  await explain("current", SERVICES, /from the statements/);
  await why.locator(".why-level > summary").nth(1).click();
  const statement = why.locator(".why-level a").filter({ visible: true }).first();
  const text = await statement.innerText();
  await statement.click();
  await way.arrived(page, SERVICES);
  await page.getByRole("group", { name: text, exact: true }).waitFor();

  await page.goBack();
  await way.arrived(page, "Results");
  await way.openTable(page);
  await explain("target", SERVICES, /Stated by/);
  await why.getByRole("link", { name: "Go to the target" }).click();
  await way.arrived(page, "Targets");
  await soon(async () => assert.ok((await page.evaluate(() => document.activeElement.textContent.trim())).startsWith(SERVICES)));
});

scene("with the keyboard, one button of each row leads to all of its figures, and back", async (page) => {
  await openResults(page, example("bottling-line"));
  await way.openTable(page);
  const first = page.getByRole("button", { name: new RegExp(`Explain current of ${SERVICES}$`) });
  await first.focus();
  await page.keyboard.press("Enter");
  const choices = page.getByRole("group", { name: "Explain", exact: true });
  await page.keyboard.press("Tab");
  await soon(async () => assert.ok(await choices.getByRole("radio", { name: "Current", exact: true }).evaluate((it) => it === document.activeElement)));
  for (const heading of ["Where the target comes from", "The outside minimum", "How the gap is worked out"]) {
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { level: 3, name: heading }).waitFor();
  }
  await page.getByRole("button", { name: "Close", exact: true }).press("Enter");
  await soon(async () => assert.ok(await first.evaluate((it) => it === document.activeElement)));
});

scene("the counts of the summary add up to all practices, and each opens to those that it counts", async (page) => {
  await openResults(page, crowded());
  const lines = page.locator("ul.summary > li");
  await soon(async () => assert.ok((await lines.count()) > 3));
  let sum = 0;
  for (const line of await lines.all()) {
    await line.locator("summary").click();
    const count = Number((await line.locator("summary").innerText()).split(" ")[0]);
    await soon(async () => assert.equal(await line.getByRole("link").count(), count));
    sum += count;
  }
  assert.equal(sum, 18);
  assert.match(await lines.first().locator("xpath=..").innerText(), /\d+ of these below an outside minimum/);
});

scene("results begin with the most urgent and with what to do first, which the report says in the same words", async (page) => {
  await openResults(page, example("bottling-line"));
  // Whoever opens the file of others is asked who they are.
  await page.getByRole("button", { name: "I am just looking" }).click();
  const first = page.locator("ol.first-things > li");
  await first.first().waitFor();
  const things = await first.evaluateAll((all) => all.map((one) => one.querySelector("a").textContent.trim()));
  assert.ok(things.length >= 3 && things.length <= 5, `${things.length} things`);
  assert.ok((await page.locator(".urgent").innerText()).startsWith(`Most urgent: ${things[0]}. `));
  const next = await first.evaluateAll((all) => all.map((one) => one.querySelectorAll("p")[1].textContent.trim()));
  const { y } = await page.getByRole("link", { name: "Make a report" }).boundingBox();
  assert.ok(y < 500, `the way to the report is at the top: ${y}`);
  await page.getByRole("link", { name: "Make a report" }).click();
  await way.arrived(page, "Report");
  const said = page.getByRole("region", { name: "Preview" }).locator("ol > li");
  await said.first().waitFor();
  assert.deepEqual(await said.evaluateAll((all) => all.map((one) => one.querySelector("strong").textContent.replace(/\.$/, ""))), things);
  assert.deepEqual(await said.locator(".report-line").allInnerTexts(), next);
});

for (const [name, session] of [["a bottling line", () => example("bottling-line")], ["everything that takes room", crowded], ["all practices in one place", heaped]]) {
  scene(`with the keyboard the end of the results is at most 60 stops away when nothing is opened: ${name}`, async (page) => {
    await openResults(page, session());
    await show(page, "Bars");
    await page.locator("details.all-practices").waitFor();
    const last = page.getByRole("link", { name: "Go to share" });
    await page.evaluate(() => document.activeElement?.blur());
    await page.evaluate(() => document.body.focus());
    let stops = 0;
    do {
      await page.keyboard.press("Tab");
      stops += 1;
    } while (stops < 100 && !(await last.evaluate((it) => it === document.activeElement)));
    assert.ok(stops <= 60, `${stops} stops`);
  });
}

/** Clicks and gives back the bytes of the file that comes. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button, exact: true }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

scene("every picture is saved as SVG that stands on its own and as PNG, light on white whatever the theme is", { colorScheme: "dark" }, async (page, context) => {
  await openResults(page, example("bottling-line"));
  for (const [picture, key] of [["Bars", "bars"], ["Levels", "levels"], ["What is at stake", "stakes"]]) {
    await show(page, picture);
    const headline = await page.locator(".picture-headline").innerText();
    const svg = await saved(page, "Save as SVG");
    assert.match(svg.name, new RegExp(`-${key}\\.svg$`));
    const text = svg.bytes.toString("utf8");
    assert.ok(!text.includes("var(--") && !/href|url\(|<style/.test(text), "it needs nothing else");
    assert.ok(text.includes('fill="#ffffff"'), "on white");
    const alone = await context.newPage();
    await alone.setContent(`<img src="data:image/svg+xml;base64,${svg.bytes.toString("base64")}">`);
    const [width, height] = await alone.locator("img").evaluate(async (it) => {
      await it.decode();
      return [it.naturalWidth, it.naturalHeight];
    });
    assert.ok(width > 500 && height > 500, `${picture}: ${width} × ${height}`);
    await alone.setContent(text);
    const words = (await alone.locator("svg").first().textContent()).replace(/\s+/g, "");
    assert.ok(words.includes(headline.replace(/\s+/g, "")), "with its headline");
    for (const entry of await page.locator(".pictures .legend li").allInnerTexts()) assert.ok(words.includes(entry.replace(/\s+/g, "")), `with its key: ${entry}`);
    await alone.close();

    const png = await saved(page, "Save as PNG");
    assert.match(png.name, new RegExp(`-${key}\\.png$`));
    assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
    assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [width * 2, height * 2].map(Math.round), "twice as fine");
  }
});

scene("a picture is copied, to be pasted elsewhere", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await openResults(page, example("bottling-line"));
  await show(page, "Bars");
  await page.getByRole("button", { name: "Copy the picture" }).click();
  await page.getByText("The picture is copied.").waitFor();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  assert.deepEqual(types, ["image/png"]);
});

scene("gaps are filtered and sorted, the choice stands in the address, and how many are left is said", async (page) => {
  await openResults(page, example("bottling-line"));
  const gaps = page.locator("ol.gaps > li");
  const all = await gaps.count();
  assert.match(await gaps.first().innerText(), /outside minimum \d missed/, "what misses a minimum stands first");
  await page.getByText("Filter and sort").click();
  await page.getByLabel("Size", { exact: true }).selectOption("2");
  await page.getByRole("status").filter({ hasText: new RegExp(`^2 of ${all} practices with a gap shown$`) }).waitFor();
  assert.ok(page.url().endsWith("/results?size=2"), page.url());
  await page.getByLabel("Sort by").selectOption("effort");
  await soon(async () => assert.ok(page.url().endsWith("?sort=effort&size=2"), page.url()));
  await page.reload();
  await way.arrived(page, "Results");
  await soon(async () => assert.equal(await gaps.count(), 2));
  await page.getByRole("button", { name: "Show all gaps" }).click();
  await soon(async () => assert.equal(await gaps.count(), all));
  await page.getByLabel("Sort by").selectOption("urgency");
  await soon(async () => assert.match(await gaps.first().innerText(), /outside minimum \d missed/));
  await page.getByLabel("Domain", { exact: true }).selectOption({ label: "Hardening" });
  await soon(async () => assert.ok((await gaps.count()) < all));
  const names = await page.locator("ol.gaps .gap-name").allInnerTexts();
  const inside = practices().filter(({ id }) => id.startsWith("hardening.")).map(({ name }) => name.en);
  assert.deepEqual(names.filter((name) => !inside.includes(name)), []);
});

scene("more than needed says what it might cost", async (page) => {
  await openResults(page, example("bottling-line"));
  const item = page.locator("ul.more-list > li").first();
  await item.locator("summary").click();
  await item.getByText(/\d+ statements? beyond the need to keep true; something of it has to be looked at again about (once|\d+ times) a year\./).waitFor();
  await item.getByRole("link", { name: "Look at the target" }).waitFor();
});

scene("a target that is reached below an outside minimum is not called on target without saying so", async (page) => {
  await openResults(page, { ...heaped(), minimums: [{ on: "hardening.vulnerability.patching", value: { level: 3, source: "A customer" }, at: "2026-11-23T09:05:00Z", stamp: "ana:90" }], quick: heaped().quick.map((one) => ({ ...one, value: { level: 2 } })), seen: { ana: 90 } });
  await page.getByText("18 of 18 practices on target, 1 of these below an outside minimum").waitFor();
  const row = (await way.resultRows(page)).find(([name]) => name.endsWith(PATCHES));
  assert.equal(row[3], "on target, outside minimum 3 missed");
  assert.equal(await page.locator("ol.gaps > li").count(), 1);
});
