// Everybody can use it: with a screen reader, with the keyboard alone, on a small screen, in the dark, without motion.
import assert from "node:assert/strict";
import { axeFinds, sticksOut, walks } from "./accessibility.mjs";
import { scene, soon } from "./browser.mjs";
import { practice, practices, small } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { width: 390, height: 844 };
const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;

/** Visits every page in every state that looks different, and stops at each: what it is, and the title it has to have. */
async function* tour(page) {
  await way.openStart(page);
  yield ["the start page, empty", "Is your security as good as it needs to be?"];
  await page.getByRole("link", { name: "About" }).click();
  await way.arrived(page, "About");
  yield ["about", "About"];
  await page.goto("./learn");
  await page.getByLabel("Find in this book").fill("patch");
  await page.getByRole("list", { name: "What was found in the book" }).waitFor();
  yield ["the book, something found", "IoT Security Maturity Model"];
  await page.goto(`./learn/${PATCHING.id}#${PATCHING.levels[1].indicators[0].id}`);
  await page.locator("tr.found").waitFor();
  await page.getByText("Related references").first().click();
  await page.getByText(/no evidence of conformity/).first().waitFor();
  yield ["a practice in the book", PATCHES];
  await page.goto("./learn/glossary");
  await page.getByRole("term").first().waitFor();
  yield ["the glossary", "Glossary"];
  await page.goto("./learn/all");
  await page.getByRole("heading", { name: "Glossary" }).waitFor();
  yield ["the whole book", "IoT Security Maturity Model"];
  await page.goto("./nothing");
  await way.arrived(page, "Nothing here");
  yield ["not found", "Nothing here"];
  await page.goto("./s/not-here/targets");
  await way.arrived(page, "This assessment can't be opened");
  yield ["an assessment that is not there", "This assessment can't be opened"];

  await way.begin(page, { name: "Bottling line 3" });
  await way.step(page, "Results");
  yield ["results, nothing said yet", "Results"];
  await way.step(page, "Targets");
  yield ["targets, none set", "Targets"];
  await way.step(page, "Set up");
  for (const name of ["Ana Ruiz", "Bo Lind"]) {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  }
  await page.getByRole("checkbox", { name: "Manufacturing line" }).check();
  await page.getByText("Manufacturing line is used.").waitFor();
  yield ["set up, with people and a profile", "Set up"];
  await way.step(page, "Targets");
  await page.getByText("What the levels and scopes mean").click();
  await way.setTarget(page, "Security program management", { level: 1, reason: "Head office looks after it." });
  yield ["targets, proposed and set", "Targets"];
  await way.step(page, "Results");
  yield ["results, without answers", "Results"];
  await way.step(page, "Assess");
  yield ["assess", "Assess"];

  await page.getByRole("link", { name: "Begin the quick pass" }).click();
  await way.arrived(page, "Security program management");
  await page.getByText("What this practice is about").click();
  await way.answerQuick(page, 3);
  yield ["quick pass, a level", "Security program management"];
  await way.next(page);
  await way.arrived(page, "Compliance management");
  await way.answerQuick(page, "n/a");
  yield ["quick pass, not applicable", "Compliance management"];
  await way.step(page, "Assess");
  await way.openFull(page, PATCHES);
  await way.arrived(page, PATCHES);
  for (const [index, answer] of ["Met", "Partly", "Not applicable"].entries()) {
    await way.answerStatement(page, PATCHING.levels[1].indicators[index].text.en, answer);
  }
  const statement = way.statement(page, PATCHING.levels[1].indicators[1].text.en);
  await way.openMore(statement);
  await statement.getByLabel("Your note").fill("Look again in spring.");
  yield ["full pass", PATCHES];
  await way.step(page, "Results");
  await page.getByRole("img", { name: /^Current level and target/ }).locator("svg path").first().waitFor({ state: "attached" });
  await page.locator("li.gap").filter({ hasText: PATCHES }).locator("summary").first().click();
  yield ["results, with answers", "Results"];
  await way.openTable(page);
  await page.getByRole("button", { name: /Explain current of Patch management/ }).click();
  await page.getByText("Filter and sort").click();
  await page.getByText("The same as a table").click();
  yield ["results, a figure explained, the choice of gaps and the table of the picture open", "Results"];
  for (const picture of ["Levels", "What is at stake"]) {
    await page.getByRole("radio", { name: picture, exact: true }).check();
    await page.locator(".pictures .chart svg path").first().waitFor({ state: "attached" });
    yield [`results, ${picture}`, "Results"];
  }
  await page.getByRole("radio", { name: "Bars", exact: true }).check();
  await way.step(page, "Share");
  yield ["share", "Share"];

  await way.home(page);
  yield ["the start page, with an assessment", "Your assessments"];
  await way.openFile(page, "small.json", JSON.stringify(small));
  await page.getByRole("heading", { name: "Small" }).waitFor();
  yield ["a file, looked at", "Your assessments"];
  await way.openFile(page, "empty.json", "");
  await page.getByText("Nothing was added or changed.").waitFor();
  yield ["a file, refused", "Your assessments"];
}

const DESK = { width: 1280, height: 800 };
const SMALL = { width: 320, height: 640 };

/** What each sentence below asks of a page: all of it is seen on one tour per size of the window. */
const seen = walks(tour, async (page, [what]) => {
  const { width } = page.viewportSize();
  const [title, headings] = [await page.title(), await page.getByRole("heading", { level: 1 }).allInnerTexts()];
  const sideways = width === DESK.width ? [] : await sticksOut(page, what);
  const axe = width === SMALL.width ? [] : await axeFinds(page, what);
  return { title, headings, sideways, axe };
});
/** Less motion: otherwise axe finds colours halfway to others. */
const TOUR = { reducedMotion: "reduce", timeout: 240_000 };

for (const viewport of [DESK, PHONE]) {
  scene(`axe finds nothing on any page, in light or dark, ${viewport.width} pixels wide`, { ...TOUR, viewport }, async (page) => {
    assert.deepEqual((await seen(page)).flatMap(({ axe }) => axe), []);
  });
}

scene("every page names itself in its title and has one main heading", { ...TOUR, viewport: DESK }, async (page) => {
  for (const { stop: [what, title], ...here } of await seen(page)) {
    assert.ok(here.title === `${title} · Plumbline` || (here.title.startsWith(`${title} · `) && here.title.endsWith(" · Plumbline")), `${what}: ${here.title}`);
    assert.deepEqual(here.headings, [title], what);
  }
});

for (const viewport of [PHONE, SMALL]) {
  scene(`no page scrolls sideways, ${viewport.width} pixels wide`, { ...TOUR, viewport }, async (page) => {
    assert.deepEqual((await seen(page)).flatMap(({ sideways }) => sideways), []);
  });
}

const focusedHeading = (page) =>
  page.evaluate(() => (document.activeElement.tagName === "H1" ? document.activeElement.textContent : undefined));

async function assertFocusedHeading(page, name) {
  await way.arrived(page, name);
  await soon(async () => assert.equal(await focusedHeading(page), name));
}

scene("the focus goes to the heading of each page that one goes to, also with the browser's back button", async (page) => {
  await way.openStart(page);
  await page.getByRole("button", { name: "New assessment" }).click();
  await assertFocusedHeading(page, "Set up");
  for (const name of ["Targets", "Assess", "Results", "Share", "Set up"]) {
    await way.step(page, name);
    await assertFocusedHeading(page, name);
  }
  await page.goBack();
  await assertFocusedHeading(page, "Share");
  await way.step(page, "Assess");
  await page.getByRole("link", { name: "Begin the quick pass" }).click();
  for (const { name } of practices().slice(0, 3)) {
    await assertFocusedHeading(page, name.en);
    await way.next(page);
  }
  await page.getByRole("link", { name: "About" }).click();
  await assertFocusedHeading(page, "About");
  await page.getByRole("link", { name: "Plumbline", exact: true }).click();
  await assertFocusedHeading(page, "Your assessments");
});

/** What has the focus, as far as the tests need it: its role or tag, its name, and whether any of it can be seen. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    // A field that is not drawn itself is drawn as its label.
    const drawn = element.matches("input[type=radio], input[type=file]") ? (element.closest("label") ?? element) : element;
    const { left, right, top, bottom } = drawn.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + x * (right - left), top + y * (bottom - top)]));
    const name =
      element.getAttribute("aria-label") ?? (element.labels?.length ? element.labels[0].textContent : element.textContent) ?? "";
    const groupOf = (group) => group?.querySelector("legend")?.textContent.trim();
    return {
      tag: element.tagName.toLowerCase(),
      name: name.replace(/\s+/g, " ").trim(),
      group: groupOf(element.closest("fieldset")),
      seen: points.some(([x, y]) => drawn.contains(document.elementFromPoint(x, y))),
      box: { x: left + scrollX, y: top + scrollY, width: right - left, height: bottom - top },
    };
  });

/** Whether the focused element looks different from how it looks without the focus. */
async function focusShows(page, { box }) {
  const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: box.width + 16, height: box.height + 16 };
  const look = () => page.screenshot({ clip, fullPage: true, animations: "disabled" });
  const withFocus = await look();
  const element = await page.evaluateHandle(() => document.activeElement);
  await element.evaluate((it) => it.blur());
  const without = await look();
  await element.evaluate((it) => it.focus({ preventScroll: true }));
  return !withFocus.equals(without);
}

/** Presses Tab until something has the focus; everything on the way there has to be seen when it has it. */
async function tabTo(page, wanted) {
  const passed = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    assert.ok(here.tag === "body" || here.seen, `${here.tag} “${here.name}” has the focus but can't be seen`);
    if (wanted(here)) {
      assert.ok(await focusShows(page, here), `that ${here.tag} “${here.name}” has the focus does not show`);
      return;
    }
    passed.push(`${here.tag} “${here.name.slice(0, 40)}”`);
  }
  assert.fail(`not reached with Tab; passed ${passed.slice(0, 40).join(", ")}`);
}

const named = (name) => (here) => here.name === name || here.name.startsWith(`${name} `);

scene("from the start page to results with the keyboard alone", { reducedMotion: "reduce" }, async (page) => {
  const go = async (name, heading) => {
    await tabTo(page, named(name));
    await page.keyboard.press("Enter");
    await assertFocusedHeading(page, heading);
  };
  await way.openStart(page);
  await tabTo(page, named("Skip to content"));
  await page.keyboard.press("Enter");
  await soon(async () => assert.equal((await focused(page)).tag, "h1"));
  await go("New assessment", "Set up");
  await tabTo(page, named("Name of the system"));
  await page.keyboard.type("Mill");
  await go("Go to targets", "Targets");

  await tabTo(page, ({ tag, name }) => tag === "summary" && name.startsWith("Security program management "));
  const isOpen = () => page.evaluate(() => document.activeElement.parentElement.open);
  if (!(await isOpen())) await page.keyboard.press("Enter");
  await way.targetLevels(page, "Security program management").waitFor();
  await tabTo(page, ({ group }) => group === "Target level for Security program management");
  await page.keyboard.press("Space");
  for (const level of [1, 2, 3]) {
    await page.keyboard.press("ArrowRight");
    await soon(async () => assert.match((await focused(page)).name, new RegExp(`^${level}`)));
  }
  await tabTo(page, ({ group }) => group === "Target scope for Security program management");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, named("Reason for the target of Security program management"));
  await page.keyboard.type("Two plants, one program.");
  await go("Go to assess", "Assess");
  await go("Begin the quick pass", "Security program management");
  await tabTo(page, ({ group }) => group === "Which description fits best?");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await soon(async () => assert.ok(await way.quickChoice(page, 1).isChecked()));
  await go("All practices", "Assess");
  await go("Go to results", "Results");
  const rows = await way.resultRows(page);
  assert.ok(rows.some((row) => row.join("|") === "1 Security program management|1 quick pass|3|2 levels short"));

  await tabTo(page, ({ tag, name }) => tag === "summary" && name.includes("Security program management"));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 3, name: /^2 To reach level 2/ }).waitFor();
  await go("Go to share", "Share");
});

/** What moves or could move by itself: animations and transitions of the page, and those of the picture. */
const moving = (page) =>
  page.evaluate(() => {
    const styles = [...document.querySelectorAll("*")].map((one) => [one, getComputedStyle(one)]);
    const moves = ([, style]) => style.animationName !== "none" || style.transitionDuration.split(", ").some((time) => time !== "0s");
    return [
      ...styles.filter(moves).map(([one]) => `${one.tagName} ${one.className}`),
      ...styles.filter(([, style]) => style.scrollBehavior === "smooth").map(([one]) => `${one.tagName} scrolls smoothly`),
      ...(globalThis.charts ?? []).filter((chart) => chart.getOption().animation !== false).map(() => "the picture"),
    ];
  });

scene("nothing moves for whoever asked for less motion", { reducedMotion: "reduce", prepare: way.watchCharts }, async (page) => {
  await way.begin(page, { name: "Mill", profile: "Manufacturing line" });
  await page.locator(".notices").getByRole("button", { name: "Undo" }).waitFor();
  assert.deepEqual(await moving(page), []);
  await way.step(page, "Results");
  await page.getByRole("img", { name: /^Current level and target/ }).locator("svg path").first().waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => globalThis.charts.length), 1);
  assert.deepEqual(await moving(page), []);
});
