// The quick pass with one hand: one tap per practice, the scope in view, "I don't know", taking the last answer back, single keys.
import assert from "node:assert/strict";
import { painted, scene, soon } from "./browser.mjs";
import { practices } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const ALL = practices().map(({ name }) => name.en);

/** At the first practice of the quick pass. */
async function begin(page) {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: "Begin the quick pass" }).click();
  await way.arrived(page, ALL[0]);
}

const box = (locator) => locator.evaluate((it) => it.getBoundingClientRect().toJSON());
const description = (page, answer) =>
  page.locator("li.description").filter({ has: page.getByRole("radio", { name: answer === "n/a" ? /Not applicable/ : new RegExp(`^${answer}`) }) });
/** What stands in the file, in the order of the practices. */
async function answers(page) {
  const { quick } = JSON.parse((await way.exported(page)).text);
  return practices().map(({ id }) => quick.find(({ on }) => on === id)?.value).filter((value) => value !== undefined);
}

scene("18 answers take at most 20 taps, and the way on stays at its place", PHONE, async (page) => {
  await begin(page);
  let taps = 0;
  const tap = async (locator) => {
    taps += 1;
    await locator.tap();
  };
  const places = [];
  for (const [index, name] of ALL.entries()) {
    await way.arrived(page, name);
    places.push(await box(page.getByRole("navigation", { name: "Back and next" }).locator(".primary")));
    await tap(description(page, index % 5));
  }
  await tap(page.getByRole("link", { name: "Go to results" }));
  await way.arrived(page, "Results");
  assert.ok(taps <= 20, `${taps} taps`);
  assert.equal((await answers(page)).length, 18);
  for (const { right, bottom } of places) assert.deepEqual([right, bottom], [places[0].right, places[0].bottom]);
  assert.ok(places.every(({ width, height }) => width >= 250 && height >= 44), "wide enough for a thumb");
});

scene("on a phone the answers come first, each with room for a finger, and the scope after them, as optional", PHONE, async (page) => {
  await begin(page);
  const all = await page.locator("li.description").evaluateAll((items) => items.map((it) => it.getBoundingClientRect().toJSON()));
  assert.equal(all.length, 7);
  assert.ok(all.every(({ height }) => height >= 44));
  assert.ok(all[0].top < 440, `the first answer begins at ${all[0].top}`);
  const scope = page.getByRole("group", { name: "Optional: how specific is what you do?" });
  assert.ok((await box(scope)).top >= Math.max(...all.map(({ bottom }) => bottom)));
  await page.getByText("For comparing with the scope your target asks for.").waitFor();
});

scene("answers stand at the same height whether or not, and however long, the last one is said above them", PHONE, async (page) => {
  await begin(page);
  const asked = () => box(page.locator(".quick .question"));
  const heights = [];
  for (const [index, name] of ALL.entries()) {
    await way.arrived(page, name);
    const head = await box(page.locator(".answering"));
    heights.push(Math.round((await asked()).top - head.bottom));
    const strip = page.locator(".last-answer");
    if (index > 0) assert.ok(await strip.locator("p").evaluate((it) => it.scrollHeight <= it.clientHeight + 1), `cut off at ${name}`);
    // A tap that follows the last one at once answers nothing: as one would, tap again until it goes on.
    if (index + 1 < ALL.length) {
      await soon(async () => {
        const here = await page.getByRole("heading", { level: 1 }).innerText();
        if (here === name) await description(page, 4).tap();
        assert.equal(here, ALL[index + 1]);
      });
    }
  }
  assert.deepEqual([...new Set(heights)].length, 1, heights.join());
});

scene("what was undone elsewhere is no longer offered to be taken back", async (page) => {
  await begin(page);
  await description(page, 2).click();
  await way.arrived(page, ALL[1]);
  await page.getByText(`${ALL[0]}: level 2.`).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("button", { name: "Take it back" }).waitFor({ state: "detached" });
});

scene("a double click answers one practice, a held key as well, and keys pressed fast are meant", async (page) => {
  await begin(page);
  const at = await box(description(page, 2).locator("label"));
  const press = async () => {
    await page.mouse.down();
    await page.mouse.up();
  };
  // On the next page an answer lies there as well: within its list, whichever it is.
  await page.mouse.move(at.left + at.width / 2, at.top + at.height / 2);
  await press();
  await way.arrived(page, ALL[1]);
  await press();
  await painted(page);
  await way.arrived(page, ALL[1]);
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0, "the second press of a double click answers nothing");
  await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
  await press();
  await way.arrived(page, ALL[2]);
  await page.keyboard.down("2");
  await way.arrived(page, ALL[3]);
  for (let again = 0; again < 5; again += 1) await page.keyboard.down("2");
  await page.keyboard.up("2");
  await painted(page);
  await way.arrived(page, ALL[3]);
  // As soon as the next one is there, within the time in which a second press of the pointer answers nothing.
  for (const [key, next] of [["1", ALL[4]], ["2", ALL[5]]]) {
    await page.keyboard.press(key);
    await way.arrived(page, next);
  }
  assert.equal((await answers(page)).length, 5);
});

scene("the last answer is said and can be taken back at once", PHONE, async (page) => {
  await begin(page);
  await description(page, 2).tap();
  await way.arrived(page, ALL[1]);
  await page.getByText(`${ALL[0]}: level 2.`).waitFor();
  await page.getByRole("button", { name: "Take it back" }).tap();
  await way.arrived(page, ALL[0]);
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0);
  assert.deepEqual((await answers(page)).filter(Boolean), []);
});

scene("whoever moves through the answers with arrow keys stays, and so does whoever wants to", async (page) => {
  await begin(page);
  await way.quickChoice(page, 0).focus();
  for (const key of ["Space", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  await painted(page);
  await way.arrived(page, ALL[0]);
  assert.ok(await way.quickChoice(page, 2).isChecked());
  await page.getByLabel("Go on to the next practice after each answer").uncheck();
  await description(page, 3).click();
  await painted(page);
  await way.arrived(page, ALL[0]);
  await page.reload();
  await way.arrived(page, ALL[0]);
  assert.equal(await page.getByLabel("Go on to the next practice after each answer").isChecked(), false);
});

scene("I don't know is an answer: not a level, not unanswered, not “not applicable”", async (page) => {
  await begin(page);
  await page.getByText("I don’t know", { exact: true }).click();
  await way.arrived(page, ALL[1]);
  await page.getByText(`${ALL[0]}: I don’t know.`).waitFor();
  assert.deepEqual(await answers(page), ["dont_know"]);
  await way.step(page, "Results");
  const row = (await way.resultRows(page)).find(([name]) => name.includes(ALL[0]));
  assert.equal(row[1], "0–4 not known");
  await way.step(page, "Assess");
  await page.getByText("1 of 18 practices").first().waitFor();
});

scene("what does not apply is asked why before one goes on", PHONE, async (page) => {
  await begin(page);
  await description(page, "n/a").tap();
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.id), /-na-reason$/));
  await way.arrived(page, ALL[0]);
});

scene("the keys 0 to 4 and D answer, and the next practice follows", async (page) => {
  await begin(page);
  for (const [index, key] of ["1", "4", "0", "d"].entries()) {
    await way.arrived(page, ALL[index]);
    await page.keyboard.press(key);
  }
  await way.arrived(page, ALL[4]);
  assert.deepEqual(await answers(page), [{ level: 1 }, { level: 4 }, { level: 0 }, "dont_know"]);
});
