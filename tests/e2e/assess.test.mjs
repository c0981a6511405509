// Assessing: what matters first, single keys, evidence, confidence, doubts, compensation, overrides, staleness, undo.
import assert from "node:assert/strict";
import { scene, soon, still } from "./browser.mjs";
import { practice, practices, smm, statements } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const at = (level) => statements(PATCHING, level).map(({ text }) => text.en);

/** An assessment with a target for one practice, at that practice's page. */
async function atPractice(page, level = 2) {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHES, { level });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Full pass of ${PATCHES}` }).click();
  await way.arrived(page, PATCHES);
}

const head = (page, level) => page.getByRole("button", { name: new RegExp(`^${level} ${smm.levels[level].name.en}`) });
const standing = (page) => page.locator(".standing");
const answer = (page, text) => way.chosen(page.getByRole("group", { name: text, exact: true }));

scene("a practice shows one level at a time, beginning with the first open statement, and says what is beyond the target", async (page) => {
  await atPractice(page, 2);
  assert.equal(await head(page, 1).getAttribute("aria-expanded"), "true");
  assert.equal(await page.locator("li.indicator").count(), at(1).length);
  assert.match(await head(page, 2).innerText(), /Target/);
  assert.match(await head(page, 3).innerText(), /one above the target/);
  assert.match(await head(page, 4).innerText(), /above the target/);
  await head(page, 3).click();
  assert.equal(await head(page, 1).getAttribute("aria-expanded"), "false");
  await page.getByText(at(3)[0], { exact: true }).first().waitFor();
});

scene("a whole practice is answered with single keys, which lead to what matters and no further", async (page) => {
  await atPractice(page, 1);
  await page.keyboard.press("n");
  for (const text of at(1)) {
    await soon(async () => assert.equal(await way.focusedStatement(page), text));
    await page.keyboard.press("1");
  }
  // One level beyond the target is asked, too.
  for (const text of at(2)) {
    await soon(async () => assert.equal(await way.focusedStatement(page), text));
    await page.keyboard.press("3");
  }
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "go-on"));
  await soon(async () => assert.match(await standing(page).innerText(), /Level 1, from the statements\. Target 1: on target\./));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: PATCHES }).waitFor();
});

scene("keys move between statements, clear answers, say how somebody knows, and do nothing in a text field", async (page) => {
  await atPractice(page, 2);
  await page.keyboard.press("n");
  await page.keyboard.press("1");
  await page.keyboard.press("k");
  await soon(async () => assert.equal(await way.focusedStatement(page), at(1)[0]));
  await page.keyboard.press("a");
  await page.getByRole("radio", { name: "Assumed" }).and(page.locator(":checked")).waitFor({ state: "attached" });
  await page.keyboard.press("m");
  const note = page.getByLabel("Your note");
  await note.click();
  await page.keyboard.type("1 2 3 s n ? /");
  assert.equal(await note.inputValue(), "1 2 3 s n ? /");
  assert.equal(await answer(page, at(1)[0]), "Met");
  await page.getByRole("group", { name: at(1)[0], exact: true }).getByRole("radio").first().focus();
  await page.keyboard.press("0");
  await soon(async () => assert.equal(await answer(page, at(1)[0]), undefined));
});

scene("I don't know is said of a statement by click and by key: it is asked no more, stays open, and leads to whoever may know", async (page) => {
  await atPractice(page, 2);
  await page.keyboard.press("n");
  await soon(async () => assert.equal(await way.focusedStatement(page), at(1)[0]));
  await page.keyboard.press("d");
  await soon(async () => assert.equal(await way.focusedStatement(page), at(1)[1]));
  await way.answerStatement(page, at(1)[1], "I don’t know");
  const unknown = (text) => page.getByRole("group", { name: text, exact: true }).getByRole("radio", { name: "I don’t know", exact: true });
  for (const text of at(1).slice(0, 2)) await soon(async () => assert.ok(await unknown(text).isChecked()));
  const first = way.statement(page, at(1)[0]);
  assert.equal(await first.getByRole("radio", { name: "Assumed" }).count(), 0, "there is nothing to be sure of");
  await first.getByRole("link", { name: "Ask somebody who may know" }).waitFor();
  await soon(async () => assert.match(await standing(page).innerText(), /Level 0 to 4: nobody knew who was asked/));
  await soon(async () => assert.match(await head(page, 1).innerText(), /2 not known/));
  await page.reload();
  await way.arrived(page, PATCHES);
  for (const text of at(1).slice(0, 2)) await soon(async () => assert.ok(await unknown(text).isChecked()));
  await way.step(page, "Results");
  const row = (await way.resultRows(page)).find(([name]) => name.includes(PATCHES));
  assert.match(row[1], /0–4 not known/);
  await way.step(page, "Assess");
  await page.getByText(/statements, 2 not known/).first().waitFor();
});

scene("keys pressed faster than the screen can follow answer one statement after the other", async (page) => {
  await atPractice(page, 2);
  await page.keyboard.press("n");
  await soon(async () => assert.equal(await way.focusedStatement(page), at(1)[0]));
  await page.evaluate(() => {
    for (const key of ["1", "3"]) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
  for (const [index, words] of ["Met", "Not"].entries()) {
    await soon(async () => assert.equal(await answer(page, at(1)[index]), words));
  }
});

scene("the reason why something does not apply is typed at once, and stays when the same is answered once more, also after something else", async (page) => {
  await atPractice(page, 2);
  await page.keyboard.press("n");
  await soon(async () => assert.equal(await way.focusedStatement(page), at(1)[0]));
  await page.keyboard.press("4");
  const why = page.locator("li.indicator", { hasText: at(1)[0] }).getByLabel("Why is it not applicable?");
  const radio = (name) => page.getByRole("group", { name: at(1)[0], exact: true }).getByRole("radio", { name, exact: true });
  await soon(async () => assert.ok(await why.evaluate((field) => field === document.activeElement)));
  await page.keyboard.type("Nothing is connected");
  await radio("Not applicable").focus();
  await page.keyboard.press("4");
  await soon(async () => assert.equal(await why.inputValue(), "Nothing is connected"));
  await radio("Met").check();
  await why.waitFor({ state: "detached" });
  await radio("Not applicable").check();
  await page.reload();
  await way.arrived(page, PATCHES);
  await soon(async () => assert.equal(await why.inputValue(), "Nothing is connected"));
});

scene("the list of keys opens with ?, closes with Esc, and single keys can be switched off for good", async (page) => {
  await atPractice(page);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Answer with single keys" });
  await list.waitFor();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Keys" }).click();
  await list.getByRole("checkbox", { name: "Single keys are on" }).uncheck();
  await list.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await way.arrived(page, PATCHES);
  await page.getByRole("group", { name: at(1)[0], exact: true }).getByRole("radio").first().focus();
  await page.keyboard.press("1");
  await page.keyboard.press("?");
  assert.equal(await answer(page, at(1)[0]), undefined);
  assert.equal(await list.isVisible(), false);
});

/** Opens what belongs to a statement. */
async function more(page, text) {
  const item = way.statement(page, text);
  await way.openMore(item);
  return item;
}

scene("one partly that undoes a quick level says so where it happens, and in the explanation", async (page) => {
  await atPractice(page, 2);
  await way.hop(page, page.url().replace("/full/", "/quick/"));
  await way.arrived(page, PATCHES);
  await way.answerQuick(page, 3);
  await page.getByRole("link", { name: "Go to the statements of this practice" }).click();
  await standing(page).getByText(/^Level 3, from the quick pass, until statements are answered/).waitFor();
  await page.getByRole("group", { name: at(1)[0], exact: true }).getByRole("radio", { name: "Partly" }).check();
  const said = [
    "A statement of level 1 holds only partly. For the level, partly counts as not met.",
    "The quick pass said level 3. That counted only until statements were answered; now they count.",
  ];
  for (const words of said) await standing(page).getByText(words).waitFor();
  assert.match(await head(page, 1).innerText(), /0 of \d+ statements met, 1 partly, \d+ open/);
  await way.step(page, "Results");
  await way.openTable(page);
  await page.getByRole("button", { name: new RegExp(`Explain current of ${PATCHES}$`) }).click();
  for (const words of said) await page.getByText(words).first().waitFor();
});

scene("where the way on leaves open statements behind it says why, and one can answer them all the same", async (page) => {
  await atPractice(page, 2);
  const on = page.getByRole("navigation", { name: "The way on" });
  assert.equal(await on.getByRole("button", { name: "Next open statement" }).count(), 1);
  assert.equal(await on.getByText("is missed").count(), 0);
  await page.getByRole("group", { name: at(1)[0], exact: true }).getByRole("radio", { name: "Partly" }).check();
  await on.getByText("Level 1 is missed, so the rest of this practice can't raise the level.").waitFor();
  await on.getByRole("link", { name: /^Next open: / }).waitFor();
  await on.getByRole("button", { name: "Answer the rest here" }).click();
  await soon(async () => assert.equal(await way.focusedStatement(page), at(1)[1]));
  // One clear way on; what leads elsewhere is named for where it leads.
  assert.equal(await on.locator(".primary").count(), 1);
  const around = page.getByRole("navigation", { name: "Back and next" });
  assert.deepEqual(await around.getByRole("link").allInnerTexts(), ["Practice before", "Practice after", "All practices"]);
});

scene("evidence that is still empty counts nowhere", async (page) => {
  await atPractice(page);
  const item = await more(page, at(1)[0]);
  await item.getByRole("button", { name: "Add evidence" }).click();
  await item.getByText("Counts as evidence once it has a title or says where it is.").waitFor();
  await item.getByRole("button", { name: "Evidence, what speaks against it, note" }).waitFor();
  await item.getByLabel("Where it is").fill("binder 3");
  await item.getByRole("button", { name: "1 piece of evidence" }).waitFor();
  await item.getByText("Counts as evidence once").waitFor({ state: "detached" });
});

scene("what the key M opens is not left below the way on", async (page) => {
  await atPractice(page, 2);
  const last = at(1).at(-1);
  await page.getByRole("group", { name: last, exact: true }).getByRole("radio").first().focus();
  await page.keyboard.press("m");
  const item = way.statement(page, last);
  await item.getByLabel("Your note").waitFor();
  await soon(async () => {
    const [panel, bar] = await page.evaluate(() => [".more:not(:empty)", ".onward.sticky"].map((it) => document.querySelector(it).getBoundingClientRect().toJSON()));
    assert.ok(panel.bottom <= bar.top + 1 || panel.top <= 120, `the panel ends at ${panel.bottom}, the way on begins at ${bar.top}`);
  });
  assert.equal(await way.focusedStatement(page), last);
});

scene("on a phone bars and what passes take at most a quarter of the height, and do not cover each other", { viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
  await atPractice(page, 2);
  for (const level of [1, 2, 3, 4]) assert.ok((await head(page, level).evaluate((it) => it.clientWidth)) > 150);
  const item = await more(page, at(1)[0]);
  await item.getByRole("button", { name: "Add evidence" }).click();
  await item.getByRole("button", { name: "Remove from this statement" }).click();
  await page.locator(".notice").waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await still(page);
  const [passing, bar, ...above] = await page.evaluate(() =>
    [".notice", ".onward.sticky", ".top", ".session-bar", ".steps"].map((it) => document.querySelector(it).getBoundingClientRect().toJSON()),
  );
  assert.ok(passing.bottom <= bar.top + 1, `what passes ends at ${passing.bottom}, the way on begins at ${bar.top}`);
  const taken = Math.max(...above.map(({ bottom }) => bottom)) + bar.height + passing.height;
  assert.ok(taken <= 0.25 * 844, `${taken} of 844`);
});

scene("for a finger, how somebody knows is asked in words and stands apart from the answers", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (page) => {
  await atPractice(page, 1);
  const item = way.statement(page, at(1)[0]);
  await item.getByRole("radio", { name: "Not met", exact: true }).check();
  const how = item.locator(".confidence");
  await how.getByText("Known how?").waitFor();
  const box = (locator) => locator.evaluate((it) => it.getBoundingClientRect().toJSON());
  const ways = await how.locator(".segment").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()));
  assert.equal(ways.length, 3);
  const clear = await box(item.getByRole("button", { name: /^Clear/ }));
  assert.ok([...ways, clear].every(({ height, width }) => height >= 44 && width >= 44), JSON.stringify([...ways, clear]));
  const answers = await box(item.locator(".segmented").first());
  assert.ok((await box(how)).top >= answers.bottom + 10, "room between what is answered and how one knows");
  assert.equal(await item.locator("button[aria-controls^='more-']").getAttribute("aria-expanded"), "false", "what belongs to it is opened by nobody else");
});

scene("S, T and A mark the answer just given, also after moving on, and say so", async (page) => {
  await atPractice(page, 2);
  await page.keyboard.press("n");
  await soon(async () => assert.equal(await way.focusedStatement(page), at(1)[0]));
  await page.keyboard.press("1");
  await soon(async () => assert.equal(await way.focusedStatement(page), at(1)[1]));
  await page.keyboard.press("s");
  const marked = (text, how) => way.statement(page, text).getByRole("radio", { name: how, exact: true }).and(page.locator(":checked"));
  await marked(at(1)[0], "Seen").waitFor({ state: "attached" });
  await page.getByRole("status").filter({ hasText: `Seen: ${at(1)[0]}` }).waitFor({ state: "attached" });
  assert.equal(await way.focusedStatement(page), at(1)[1], "one stays where one is");
  await page.keyboard.press("3");
  await page.keyboard.press("t");
  await marked(at(1)[1], "Told").waitFor({ state: "attached" });
  await marked(at(1)[0], "Seen").waitFor({ state: "attached" });
});

scene("a practice ends with its result, and leads to the practice that follows", async (page) => {
  await atPractice(page, 1);
  await way.hop(page, page.url().replace("/full/", "/quick/"));
  await way.arrived(page, PATCHES);
  await way.answerQuick(page, 1);
  await page.getByRole("link", { name: "Go to the statements of this practice" }).click();
  await page.locator(".indicator").first().waitFor({ state: "attached" });
  await page.keyboard.press("n");
  for (const [index, text] of at(1).entries()) {
    await soon(async () => assert.equal(await way.focusedStatement(page), text));
    await page.keyboard.press(index === 0 ? "2" : "1");
    if (index === 0) await page.getByRole("button", { name: "Answer the rest here" }).click();
  }
  const on = page.getByRole("navigation", { name: "The way on" });
  await on.getByText("Level 0; the quick pass said 1; one statement away from level 1.").waitFor();
  const all = practices().map(({ name }) => name.en);
  await on.getByRole("link", { name: `Next open: ${all[all.indexOf(PATCHES) + 1]}` }).waitFor();
});

scene("each statement stands once for a screen reader and names all that can be done about it", async (page) => {
  await atPractice(page, 2);
  const [text] = at(1);
  await page.getByRole("group", { name: text, exact: true }).getByRole("radio", { name: "Partly" }).check();
  await more(page, text);
  const tree = await page.locator("main").ariaSnapshot();
  assert.equal(tree.split("\n").filter((line) => /^\s*- (text|paragraph):/.test(line) && line.includes(text)).length, 1);
  const item = way.statement(page, text);
  for (const name of ["Evidence, what speaks against it, note", "Clear the answer"]) {
    await item.getByRole("button", { name: `${name} ${text}`, exact: true }).waitFor();
  }
  await item.getByRole("group", { name: `Known how? ${text}` }).waitFor();
  for (const name of ["Your note", "What speaks against it"]) await item.getByRole("textbox", { name: `${name} ${text}` }).waitFor();
});

scene("the focus goes down through a practice, never up to its levels", async (page) => {
  await atPractice(page, 2);
  await page.getByRole("group", { name: at(1).at(-1), exact: true }).getByRole("radio").first().focus();
  for (let before = 0, steps = 0; steps < 12; steps += 1) {
    await page.keyboard.press("Tab");
    const top = await page.evaluate(() => {
      const at = document.activeElement;
      // What stays at the foot of the window is below all else.
      return at.closest(".sticky, .notices") ? 1e6 : at.getBoundingClientRect().top + scrollY;
    });
    if (top === 1e6) break;
    assert.ok(top >= before - 40, `from ${before} to ${top}`);
    before = top;
  }
});

scene("a piece of evidence is saved, and another one added, by buttons that say so", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: "Evidence", exact: true }).click();
  await way.arrived(page, "Evidence");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^evidence-title-/));
  await page.keyboard.type("Patch log");
  assert.equal(await page.getByRole("button", { name: "Add evidence" }).count(), 0, "what looks like saving is not there");
  await page.getByRole("button", { name: "Save and add another" }).click();
  await soon(async () => assert.equal(await page.getByLabel("Title").inputValue(), ""));
  await page.getByLabel("Title").fill("Photo of the gate");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByLabel("Title").waitFor({ state: "detached" });
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "Edit"));
  const { text } = await way.exported(page);
  assert.deepEqual(JSON.parse(text).evidence.map(({ value }) => value.title).sort(), ["Patch log", "Photo of the gate"]);
});

for (const width of [320, 390, 768, 1280]) {
  scene(`both ways into a practice are as large as each other and as a finger, ${width} pixels wide`, { viewport: { width, height: 844 } }, async (page) => {
    await way.begin(page, { name: "Mill" });
    await way.step(page, "Assess");
    const all = await page.locator(".practice-ways").evaluateAll((ways) => ways.map((it) => [...it.querySelectorAll("a")].map((a) => a.getBoundingClientRect().toJSON())));
    assert.equal(all.length, 18);
    for (const [quick, full] of all) {
      assert.ok(Math.abs(quick.width - full.width) < 1 && quick.top === full.top && quick.height >= 44 && full.height >= 44, JSON.stringify([quick, full]));
    }
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    for (const lines of await page.locator(".practice-ways a").evaluateAll((all) => all.map((it) => it.scrollWidth > it.clientWidth))) assert.equal(lines, false);
  });
}

scene("evidence is given for a statement, used again for another, and found in the list of all evidence", async (page) => {
  await atPractice(page);
  const item = await more(page, at(1)[0]);
  await item.getByText(`Would show it: ${statements(PATCHING, 1)[0].evidence.en}`, { exact: false }).waitFor();
  await item.getByRole("button", { name: "Add evidence" }).click();
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^evidence-title-/));
  await page.keyboard.type("Patch log 2026");
  await item.getByLabel("Where it is").fill("https://wiki.example/patches");
  await item.getByLabel("Kind").selectOption("Log or measurement");
  await item.getByLabel("By whom").fill("Bo");
  await item.getByLabel("Date", { exact: true }).fill("2026-11-02");
  await item.getByRole("group", { name: "Is it shown?" }).getByRole("radio", { name: "Partly" }).check();
  const link = item.getByRole("link", { name: "Patch log 2026" });
  assert.deepEqual(
    await link.evaluate((a) => [a.href, a.target, a.rel, a.referrerPolicy]),
    ["https://wiki.example/patches", "_blank", "noopener noreferrer", "no-referrer"],
  );

  const other = await more(page, at(1)[1]);
  await other.getByLabel("Use a piece that is there already…").selectOption("Patch log 2026");
  await other.getByRole("button", { name: "Use it" }).click();
  await other.getByRole("button", { name: "1 piece of evidence" }).waitFor();

  await way.step(page, "Assess");
  await page.getByRole("link", { name: "Evidence", exact: true }).click();
  await way.arrived(page, "Evidence");
  const piece = page.getByRole("listitem").filter({ hasText: "Patch log 2026" }).first();
  assert.deepEqual(await piece.getByRole("listitem").allInnerTexts(), [0, 1].map((index) => `${PATCHES} ${at(1)[index]}`));
  await piece.getByRole("button", { name: "Delete" }).click();
  await page.getByText("No evidence yet.", { exact: false }).waitFor();
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await piece.getByRole("listitem").first().waitFor();
  const { text } = await way.exported(page);
  const file = JSON.parse(text);
  assert.deepEqual(file.evidence.map(({ value }) => value), [
    { title: "Patch log 2026", kind: "measurement", location: "https://wiki.example/patches", dated: "2026-11-02", author: "Bo" },
  ]);
  assert.equal(file.evidence_uses.length, 2);
  assert.deepEqual(file.shown.map(({ on, value }) => [on, value]), [[statements(PATCHING, 1)[0].id, "partly"]]);
});

scene("a place that is no web address is never a link", async (page) => {
  await atPractice(page);
  const item = await more(page, at(1)[0]);
  await item.getByRole("button", { name: "Add evidence" }).click();
  await item.getByLabel("Title").fill("Trap");
  for (const place of ["javascript:alert(1)", "data:text/html,<b>x</b>", "file:///etc/passwd"]) {
    await item.getByLabel("Where it is").fill(place);
    await item.locator(".evidence-line").getByText(place, { exact: false }).waitFor();
    assert.equal(await item.locator(".more-evidence").getByRole("link").count(), 0, place);
  }
});

scene("what is only assumed is said to be so", async (page) => {
  await atPractice(page, 1);
  await way.showAllLevels(page);
  for (const text of at(1)) await way.answerStatement(page, text, "Met");
  await way.answerStatement(page, at(2)[0], "Not met");
  assert.doesNotMatch(await standing(page).innerText(), /assumed/);
  await way.statement(page, at(1)[0]).getByRole("radio", { name: "Assumed" }).check();
  await standing(page).getByText("Without what is only assumed it would be level 0.").waitFor();
  await way.step(page, "Results");
  const row = (await way.resultRows(page)).find(([name]) => name.includes(PATCHES));
  assert.equal(row[1], "1 statements, 0 without what is assumed");
});

scene("a higher level met above a gap is asked about kindly; compensated counts as met and stays visible", async (page) => {
  await atPractice(page, 2);
  await way.showAllLevels(page);
  for (const text of [...at(1).slice(1), ...at(2)]) await way.answerStatement(page, text, "Met");
  await way.answerStatement(page, at(3)[0], "Not met");
  const item = way.statement(page, at(1)[0]);
  await way.answerStatement(page, at(1)[0], "Not met");
  await standing(page).getByText(/^Level 0, from the statements/).waitFor();
  await item.getByText("Level 2 is mostly met already.", { exact: false }).waitFor();
  await item.getByRole("button", { name: "Compensated, because…" }).click();
  await item.getByLabel("What does its job instead?").fill("The gateway blocks all of it.");
  await standing(page).getByText(/^Level 2, from the statements/).waitFor();
  await page.reload();
  await way.arrived(page, PATCHES);
  assert.equal(await way.chosen(way.statement(page, at(1)[0]).getByRole("group", { name: at(1)[0], exact: true })), "Compensated");
  assert.equal(await item.getByLabel("What does its job instead?").inputValue(), "The gateway blocks all of it.");
});

scene("a level set against the rule counts once it has a reason, and both levels stay visible", async (page) => {
  await atPractice(page, 3);
  await way.showAllLevels(page);
  await way.answerStatement(page, at(1)[0], "Not met");
  await page.getByText("Set the level yourself").click();
  await page.getByRole("group", { name: "Level", exact: true }).getByRole("radio", { name: /^3/ }).check();
  await standing(page).getByText(/^Level 0, from the statements/).waitFor();
  await page.getByLabel("Why, against the rule?").fill("Seen in the audit of May.");
  await standing(page).getByText("Level 3, set by hand; by the rule 0. Target 3: on target.").waitFor();
  await standing(page).getByText("Level 3 was set by hand, because: Seen in the audit of May.").waitFor();
  await way.step(page, "Results");
  const row = (await way.resultRows(page)).find(([name]) => name.includes(PATCHES));
  assert.deepEqual(row.slice(1), ["3 set by hand, by the rule 0", "3", "on target"]);
});

scene("everything can be undone and redone, by button and by key, also after a reload in the same visit", async (page) => {
  await atPractice(page, 2);
  await page.getByRole("group", { name: at(1)[0], exact: true }).getByRole("radio", { name: "Met", exact: true }).check();
  await page.getByRole("group", { name: at(1)[1], exact: true }).getByRole("radio", { name: "Partly" }).check();
  const item = await more(page, at(1)[1]);
  await item.getByLabel("Your note").pressSequentially("Ask Bo");
  await page.reload();
  await way.arrived(page, PATCHES);
  const undo = page.locator(".session-tools").getByRole("button", { name: "Undo" });
  await undo.click();
  await page.getByText("Undone: a note (").waitFor();
  await undo.click();
  await soon(async () => assert.equal(await answer(page, at(1)[1]), undefined));
  await page.locator("h1").focus();
  await page.keyboard.press("Control+z");
  await soon(async () => assert.equal(await answer(page, at(1)[0]), undefined));
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+Shift+z");
  await soon(async () => assert.equal(await answer(page, at(1)[1]), "Partly"));
  assert.equal(await answer(page, at(1)[0]), "Met");
  await (await more(page, at(1)[1])).getByText("Your note").waitFor();
  assert.equal(await page.getByLabel("Your note").inputValue(), "Ask Bo");
  assert.ok(await page.locator(".session-tools").getByRole("button", { name: "Redo" }).isDisabled());
  // What passes is over as soon as something else is done.
  const redone = page.getByText("Redone: ");
  await redone.waitFor();
  await page.getByRole("group", { name: at(1)[0], exact: true }).getByRole("radio", { name: "Not met" }).check();
  await redone.waitFor({ state: "detached" });
});

scene("on a phone one can undo again and again, whatever the message about it says", { viewport: { width: 390, height: 844 } }, async (page) => {
  await atPractice(page, 2);
  for (const text of at(1).slice(0, 2)) await page.getByRole("group", { name: text, exact: true }).getByRole("radio", { name: "Met", exact: true }).check();
  const undo = page.locator(".session-tools").getByRole("button", { name: "Undo" });
  await undo.click();
  await page.getByText("Undone: an answer (").waitFor();
  await undo.click();
  await soon(async () => assert.equal(await answer(page, at(1)[0]), undefined));
});

scene("answers go stale by the clock, are listed, and can be said to be still true", async (page) => {
  await page.clock.setFixedTime(new Date("2026-11-23T10:00:00Z"));
  await atPractice(page, 2);
  await page.getByRole("group", { name: at(1)[1], exact: true }).getByRole("radio", { name: "Met", exact: true }).check();
  await way.step(page, "Assess");
  assert.equal(await page.getByText("may no longer be true").count(), 0);
  const months = statements(PATCHING, 1)[1].shelf_life_months;
  const later = new Date(Date.UTC(2026, 10 + months, 25));
  await page.clock.setFixedTime(later);
  await page.reload();
  await way.arrived(page, "Assess");
  await page.getByRole("heading", { name: "1 answer may no longer be true" }).waitFor();
  await page.getByText("Show them").click();
  await page.getByText(at(1)[1], { exact: false }).waitFor();
  await page.getByRole("button", { name: "Still true", exact: true }).click();
  await soon(async () => assert.equal(await page.getByText("may no longer be true").count(), 0));
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "1 answer may no longer be true" }).waitFor();
});

scene("the one statement that a level lacks is listed as one step away, with the way to it", async (page) => {
  await atPractice(page, 2);
  await way.showAllLevels(page);
  for (const text of at(1).slice(1)) await way.answerStatement(page, text, "Met");
  await way.answerStatement(page, at(1)[0], "Partly");
  await standing(page).getByText(`Level 1 but for one: ${at(1)[0]}`).waitFor();
  for (const step of ["Assess", "Results"]) {
    await way.step(page, step);
    const win = page.getByRole("listitem").filter({ hasText: at(1)[0] }).filter({ has: page.getByRole("link", { name: PATCHES, exact: true }) });
    await win.first().waitFor();
    if (step === "Results") await win.last().getByRole("link", { name: PATCHES, exact: true }).click();
  }
  await way.arrived(page, PATCHES);
  await soon(async () => assert.equal(await way.focusedStatement(page), at(1)[0]));
});

scene("five statements of a level, each answered, stand on one screen with the levels and the way on", { viewport: { width: 1280, height: 800 } }, async (page) => {
  const identities = practice("enablement.access.identities");
  assert.equal(statements(identities, 3).length, 5);
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Full pass of ${identities.name.en}` }).click();
  await way.arrived(page, identities.name.en);
  await head(page, 3).click();
  for (const { text } of statements(identities, 3)) {
    await page.getByRole("group", { name: text.en, exact: true }).getByRole("radio", { name: "Met", exact: true }).check();
  }
  await soon(async () => assert.match(await head(page, 3).innerText(), /all met/));
  await page.evaluate(() => window.scrollTo(0, 0));
  const [levels, last, onward] = await page.evaluate(() =>
    [".level-head", ".indicator:last-child", ".onward.sticky"].map((it) => document.querySelector(it).getBoundingClientRect().toJSON()),
  );
  assert.ok(levels.top >= 0 && onward.bottom <= 800);
  assert.ok(last.bottom <= onward.top + 1, `the last statement ends at ${last.bottom}, the way on begins at ${onward.top}`);
});

scene("on a phone the five descriptions of a quick question stand on one screen", { viewport: { width: 390, height: 844 } }, async (page) => {
  await way.begin(page, { name: "Mill" });
  const [base] = /^.*\/s\/[^/]+\//.exec(page.url());
  for (const { id, name } of practices()) {
    await way.hop(page, `${base}quick/${id}`);
    await way.arrived(page, name.en);
    const [first, fifth, bar] = await page.evaluate(() => {
      const all = document.querySelectorAll(".description");
      return [all[0], all[4], document.querySelector(".onward.sticky")].map((it) => it.getBoundingClientRect().toJSON());
    });
    assert.ok(fifth.bottom - first.top <= 844 - bar.height, `${id}: ${fifth.bottom - first.top} of ${844 - bar.height}`);
    assert.ok(first.top < 844 * 0.65, `${id} begins at ${first.top}`);
  }
});
