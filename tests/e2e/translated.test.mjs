// In a browser that translates the page, or with an extension that marks words: what stands there is always of this moment, and an
// answer is about what can be read beside it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { downloaded, packed, root, scene, soon, storage, unpacked } from "./browser.mjs";
import { INTERVIEW, interview } from "./guidance.mjs";
import { manufacturing, practice, practices, statements } from "./model.mjs";
import { translate, unmarked, words } from "./translators.mjs";
import { openTargets } from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const WAYS = {
  "at once": "immediate",
  "late, from what was there before": "late",
  "neighbours as one": "merging",
  "each word for itself": "spans",
};

/** Words as they are named, marked or not. */
const named = (text) => new RegExp(`^${text.split(" ").map((word) => `⟨?${word.replace(/[.?*+()]/g, "\\$&")}⟩?`).join("\\s+")}`);
const said = async (locator) => unmarked(await locator.innerText());
const heading = (page, text) => soon(async () => assert.equal(await said(page.locator("main h1")), text));
const goTo = (page, step) => page.locator(`nav.steps a[href$="/${step}"]`).click();

/** A page that nobody translates. */
async function plainPage(context) {
  const plain = await context.browser().newContext({ baseURL: root, locale: "en-GB", viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  return plain.newPage();
}

/** Every word in sight is what a page that nobody translates shows at the same address, with the same things stored; `also` is done there, too. */
async function isOfThisMoment(page, plain, also) {
  const kept = await storage(page);
  await plain.goto("models/iot-smm.json");
  await plain.evaluate(async (kept) => {
    await new Promise((done, failed) => Object.assign(indexedDB.deleteDatabase("plumbline"), { onsuccess: done, onerror: failed }));
    localStorage.clear();
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
  }, kept);
  await plain.goto(page.url());
  await plain.locator("main h1").waitFor();
  await also?.(plain);
  // What somebody opened is open there, too; the answer just given is only remembered where it was given.
  if (page.url().endsWith("/targets")) for (const one of [page, plain]) await openTargets(one);
  await page.evaluate(() => document.querySelector(".last-answer")?.remove());
  await soon(async () => assert.equal(await words(page), await words(plain), page.url()));
}

/** Nothing in sight was left as it was written. */
function isTranslated(page) {
  return soon(async () => {
    const left = await page.evaluate(() => {
      const found = [];
      const all = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      for (let node; (node = all.nextNode()); ) if (/\S/.test(node.data) && !/⟩/.test(node.data) && node.parentElement.checkVisibility()) found.push(node.parentElement);
      return found.filter((it) => !it.closest("svg, code, textarea, option, [translate=no]")).map((it) => it.outerHTML);
    });
    assert.deepEqual(left, []);
  });
}

/** The practice whose name, question and descriptions can be read on a page of the quick pass. */
async function quickOf(page) {
  const id = await page.locator(".description input").first().evaluate((input) => /^quick-(.*)-\d$/.exec(input.id)[1]);
  const { name, question, levels } = practice(id);
  assert.equal(await said(page.locator("main h1")), name.en);
  assert.equal(await said(page.locator("main .question")), question.en);
  for (const { level, description } of levels) {
    const label = await said(page.locator(`label[for="quick-${id}-${level}"]`));
    assert.ok(label.endsWith(description.en), label);
  }
  return id;
}

/** From the start page to a first assessment with its set-up. */
async function begin(page) {
  await page.goto("./");
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.getByRole("button", { name: named("New assessment") }).click();
  await heading(page, "Set up");
  await page.getByLabel(named("Name of the system")).fill("Mill");
}

for (const [how, way] of Object.entries(WAYS)) {
  scene(`the main job is done in a page whose words are replaced ${how}`, { timeout: 400_000 }, async (page, context) => {
    await translate(context, way);
    const plain = await plainPage(context);
    const look = async () => {
      await isOfThisMoment(page, plain);
      await isTranslated(page);
    };
    await begin(page);
    await look();

    await goTo(page, "targets");
    await heading(page, "Targets");
    await openTargets(page);
    await page.locator(`input[name="target-${PATCHING.id}"][value="3"]`).check();
    await soon(async () => assert.equal(await said(page.locator('nav.steps a[href$="/targets"] .step-count')), "1 of 18"));
    await look();

    await page.locator('main a[href$="/interview"]').first().click();
    await heading(page, INTERVIEW);
    for (const { id, options } of interview.questions.slice(0, 4)) await page.locator(`[id="question-${id}-${options.at(-1).id}"]`).check();
    await look();
    await page.locator(".onward.sticky button.primary").click();
    await look();
    await page.locator(".onward.sticky a").click();
    await heading(page, "Targets");
    await openTargets(page);
    await page.getByRole("button", { name: /^Confirm the target of/ }).first().click();
    await look();

    await goTo(page, "assess");
    await heading(page, "Assess");
    await page.locator('main a[href*="/quick/"]').first().click();
    const quick = {};
    for (const [index, one] of practices().slice(0, 4).entries()) {
      await soon(async () => assert.equal(await quickOf(page), one.id));
      if (index !== 1) {
        quick[one.id] = 3 - index;
        await page.locator(`[id="quick-${one.id}-${3 - index}"]`).press("Space");
      }
      await soon(async () => assert.match(await said(page.locator('nav.steps a[href$="/assess"] .step-count')), new RegExp(`^${Object.keys(quick).length} of 18`)));
      if (index < 3) await look();
      // Somebody who reads on while late words are on their way meets those of the next practice all the same.
      await page.locator(".onward.sticky a.primary").click();
    }
    assert.equal(await soon(() => quickOf(page)), practices()[4].id);
    await look();
    // There and back at once, and an answer then.
    await page.goBack();
    await page.goBack();
    await soon(async () => assert.equal(await quickOf(page), practices()[2].id));
    quick[practices()[2].id] = 2;
    await page.locator(`[id="quick-${practices()[2].id}-2"]`).press("Space");
    await look();

    await goTo(page, "assess");
    await page.locator(`main a[href$="/full/${PATCHING.id}"]`).first().click();
    await heading(page, PATCHING.name.en);
    await page.locator("main button[aria-pressed=false]").click();
    const answers = {};
    for (const [index, { id, text }] of statements(PATCHING, 1).entries()) {
      answers[id] = ["met", "partly", "not_met"][index % 3];
      const item = page.locator("li.indicator").filter({ has: page.locator(`[id="answer-${id}"]`) });
      assert.equal(await said(item.locator(".statement")), text.en);
      await item.locator(`input[value="${answers[id]}"]`).check();
    }
    await look();

    await goTo(page, "results");
    await heading(page, "Results");
    await look();

    await goTo(page, "share");
    await heading(page, "Share");
    await look();
    const counts = await Promise.all(["targets", "assess"].map((step) => said(page.locator(`nav.steps a[href$="/${step}"] .step-count`))));
    const { text } = await downloaded(page, () => page.getByRole("button", { name: named("Export as a file") }).click());
    const file = JSON.parse(text);
    assert.deepEqual(Object.fromEntries(file.quick.map(({ on, value }) => [on, value.level])), quick);
    assert.deepEqual(Object.fromEntries(file.answers.map(({ on, value }) => [on, value])), answers);
    assert.deepEqual(counts.map((count) => count.split(" ")[0]), [2, new Set([...Object.keys(quick), PATCHING.id]).size].map(String));
    await plain.context().close();
  });

  scene(`that nothing is saved any more is said in a page whose words are replaced ${how}`, async (page, context) => {
    await translate(context, way);
    await begin(page);
    const mark = page.locator("main .saved");
    await soon(async () => assert.equal(await said(mark), "Saved in this browser"));
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("Full.", "QuotaExceededError");
      };
    });
    await page.getByLabel(named("Name of the system")).fill("Mill at the river");
    await soon(async () => assert.match(await said(mark), /^Not saved: /));
    await isTranslated(page);
    assert.match(await said(mark), /^Not saved: /);
  });

  scene(`the original is shown again after words were replaced ${how}, and goes on changing`, async (page, context) => {
    await translate(context, way);
    const plain = await plainPage(context);
    await begin(page);
    await isTranslated(page);
    await page.evaluate(() => globalThis.original());
    assert.doesNotMatch(await page.locator("main").innerText(), /[⟨⟩]/);
    await goTo(page, "assess");
    await page.locator('main a[href*="/quick/"]').first().click();
    const [first, second] = practices();
    await soon(async () => assert.equal(await quickOf(page), first.id));
    await page.locator(`[id="quick-${first.id}-2"]`).press("Space");
    await soon(async () => assert.match(await said(page.locator('nav.steps a[href$="/assess"] .step-count')), /^1 of 18/));
    await page.locator(".onward.sticky a.primary").click();
    await soon(async () => assert.equal(await quickOf(page), second.id));
    await isOfThisMoment(page, plain);
    assert.doesNotMatch(await page.locator("main").innerText(), /[⟨⟩]/);
    await plain.context().close();
  });
}

scene("words that come late to where they were never stand over another practice", async (page, context) => {
  await translate(context, "elements");
  await begin(page);
  await goTo(page, "assess");
  await page.locator('main a[href*="/quick/"]').first().click();
  await soon(async () => assert.equal(await quickOf(page), practices()[0].id));
  for (const { id } of practices().slice(1, 4)) {
    await page.locator(".onward.sticky a.primary").click();
    await soon(async () => assert.equal(await quickOf(page), id));
    // Once this practice's own words have come, those of the one before have, too.
    await soon(async () => assert.match(await page.locator("main .question").innerText(), /⟩$/));
    assert.equal(await quickOf(page), id);
    await page.locator(`[id="quick-${id}-1"]`).press("Space");
  }
});

const EXAMPLE = JSON.parse(readFileSync(new URL("../data/one-round/bottling-line.json", import.meta.url), "utf8"));
const PAIR = [practices()[0], PATCHING];
const STATEMENTS = new Map([...practices().flatMap(({ levels }) => levels.flatMap(({ indicators }) => indicators ?? [])), ...manufacturing.indicators].map(({ id, text }) => [id, text.en]));

/** What is stored about statements since the example was made. */
async function given(page, slot) {
  const { answers } = unpacked((await storage(page))[`plumbline.session.${slot}`]);
  return answers.filter(({ stamp }) => !stamp.startsWith("example:")).map(({ on, value }) => [on, value]);
}

for (const [how, way] of Object.entries(WAYS)) {
  scene(`slides, the agenda and questions from somebody else belong to what is read, in a page whose words are replaced ${how}`, { timeout: 200_000 }, async (page, context) => {
    await translate(context, way);
    const plain = await plainPage(context);
    const open = async (session, slot, path) => {
      await page.goto("recover.html");
      await page.evaluate(([slot, stored]) => localStorage.setItem(`plumbline.session.${slot}`, stored), [slot, packed(session)]);
      await page.goto(`s/${slot}/${path}`);
      await page.locator("main h1").waitFor();
    };

    await open(EXAMPLE, "line", "board");
    const turned = async (board) => {
      const title = await said(board.locator("main h1"));
      await board.keyboard.press("ArrowRight");
      await board.keyboard.press("ArrowRight");
      await soon(async () => assert.notEqual(await said(board.locator("main h1")), title));
    };
    await turned(page);
    await isOfThisMoment(page, plain, turned);
    await isTranslated(page);

    await page.goto("s/line/agenda");
    const first = page.locator("ol.agenda > li").first();
    const asked = new Set();
    for (let turn = 0; turn < 3; turn += 1) {
      const id = (await first.locator("input").first().getAttribute("name")).replace("choice-", "");
      assert.equal(await said(first.locator(".statement")), STATEMENTS.get(id));
      asked.add(id);
      await first.locator('input[value="met"]').check();
      await soon(async () => assert.deepEqual((await given(page, "line")).filter(([on]) => on === id), [[id, "met"]]));
      await page.locator("main .actions button").last().click();
      await soon(async () => assert.ok((await first.locator("input").first().getAttribute("name")) !== `choice-${id}`));
    }
    assert.equal(asked.size, 3);
    await isOfThisMoment(page, plain);
    await isTranslated(page);

    const [{ on: person }] = EXAMPLE.people;
    await open({ ...EXAMPLE, quick: [], answers: [], envelope: { for: person, made: EXAMPLE.created, practices: PAIR.map(({ id }) => id) } }, "asked", "answer");
    await isOfThisMoment(page, plain);
    await page.locator(`a[href$="/full/${PAIR[0].id}"]`).click();
    await page.locator(".onward.around a").first().click();
    await heading(page, PAIR[1].name.en);
    for (const { id, text } of statements(PATCHING, 1)) {
      const item = page.locator("li.indicator").filter({ has: page.locator(`[id="answer-${id}"]`) });
      assert.equal(await said(item.locator(".statement")), text.en);
      await item.locator('input[value="met"]').check();
    }
    await page.locator(".onward.around a").last().click();
    await heading(page, "Questions about Example: Bottling line");
    await isOfThisMoment(page, plain);
    await isTranslated(page);
    assert.deepEqual((await given(page, "asked")).toSorted(), statements(PATCHING, 1).map(({ id }) => [id, "met"]).toSorted());
    await plain.context().close();
  });
}
