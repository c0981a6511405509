// A model of one's own: loaded, answered, in the report, brought along by the file, lost and put back; at the width of a phone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { downloaded, elsewhere, scene, soon } from "./browser.mjs";
import * as way from "./way.mjs";

const GUIDE = readFileSync(new URL("../../docs/own-model.md", import.meta.url), "utf8");
const MODEL = GUIDE.split("```json\n")[1].split("```")[0];
const STATEMENT = "Everybody at the oven wears gloves.";
const GONE = "This assessment uses the model “Safe baking”, edition 2026-11, which is not on this device.";

/** That nothing stands out of the page at the side. */
const fits = async (page, where) => {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= room, `${where}: ${wide} of ${room}`);
};

/** Opens a model and begins an assessment with it. */
async function beginWith(page, model = MODEL) {
  await way.openStart(page);
  await way.openFile(page, "bakery.json", model);
  await page.getByRole("button", { name: "Begin an assessment with it" }).click();
  await way.arrived(page, "Set up");
}

/** Answers the one statement. */
async function answer(page) {
  await way.step(page, "Assess");
  await way.openFull(page, "Gloves");
  await way.answerStatement(page, STATEMENT, "Met");
}

// As when it is damaged and was put aside: the app has no other way to lose a model that is needed.
async function loseModel(page, name) {
  await page.evaluate((key) => localStorage.setItem(key, "{}\nx"), `plumbline.model.${name}`);
  await page.goto("./settings");
  await page.getByRole("button", { name: `Put the model “${name}” aside` }).click();
  await soon(async () => assert.equal(await page.getByRole("button", { name: `Put the model “${name}” aside` }).count(), 0));
}

scene("a model of one's own is loaded, answered, reported, sent, lost and put back", { timeout: 120_000 }, async (page) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await way.openStart(page);
  await way.openFile(page, "bakery.json", MODEL);
  await page.getByText("It is not part of Plumbline: look who made it").waitFor();
  const facts = await way.fileFacts(page);
  assert.deepEqual([facts.By, facts.Source, facts.Licence, facts["Asks about"]], ["Bakers of Quux", "not said", "CC0-1.0", "1 practice, 1 statement"]);
  await fits(page, "the card of the model");
  await page.getByRole("button", { name: "Begin an assessment with it" }).click();
  await way.arrived(page, "Set up");
  assert.equal(await page.getByLabel("Model", { exact: true }).inputValue(), "bakery@2026-11");
  await fits(page, "Set up");
  await page.getByLabel("Name of the system").fill("Bakery 3");
  await answer(page);
  await way.step(page, "Results");
  await page.getByText("Gloves").first().waitFor();
  await fits(page, "Results");
  await page.getByRole("link", { name: "Make a report" }).first().click();
  await way.arrived(page, "Report");
  await page.getByText("Bakers of Quux · CC0-1.0").first().waitFor();
  await fits(page, "Report");
  const { name, text } = await way.exported(page);
  assert.deepEqual(JSON.parse(text).own_model.title, { en: "Safe baking" });

  await elsewhere(page, async (other) => {
    await way.openStart(other);
    await way.openFile(other, name, text);
    await other.getByText("This file brings its own model: Safe baking.").waitFor();
    await way.addChosen(other);
    await other.getByText("Gloves").first().waitFor();
    await other.reload();
    await other.getByText("Gloves").first().waitFor();
    // It is kept with that assessment alone, and goes on with it.
    await other.goto("./settings");
    await other.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await other.locator("#own-models").count(), 0);
  });

  const at = page.url();
  await page.goto("./settings");
  await page.getByRole("button", { name: "Remove the model “Safe baking”" }).click();
  await page.locator(".notice").getByText("stays: without it, 1 assessment can't be opened (“Bakery 3”)").waitFor();
  await fits(page, "Settings");
  await loseModel(page, "bakery@2026-11");
  await way.openStart(page);
  await page.locator("li.session-card").getByText(GONE).waitFor();
  await fits(page, "Start");
  await page.goto(at);
  await page.getByRole("heading", { level: 1, name: "Its model is not here" }).waitFor();
  await page.getByText(GONE).waitFor();
  await fits(page, "the model that is gone");
  // Back with the model, everything is as it was.
  await way.openStart(page);
  await way.openFile(page, "bakery.json", MODEL);
  await page.getByRole("button", { name: "Keep it on this device" }).click();
  await soon(async () => assert.equal(await page.locator(".model-gone").count(), 0));
  await page.getByRole("link", { name: "Results of Bakery 3" }).click();
  await way.arrived(page, "Results");
});

scene("what is wrong with a model is listed at once, with line and hint, and nothing is kept", async (page) => {
  await way.openStart(page);
  await way.openFile(page, "bad.json", MODEL.replace('"id": "gloves",', "").replace('"done"', '"fine"'));
  const problems = page.locator(".problems li");
  await problems.first().waitFor();
  const [first, second, ...more] = await problems.allTextContents();
  assert.match(first, /^line 7: groups\[0\]\.practices\[0\]: “id” is missing\. Add it: /);
  assert.match(second, /^line 10: /);
  assert.deepEqual(more, []);
  await way.openFile(page, "shipped.json", MODEL.replace('"bakery"', '"iot-smm"'));
  await page.getByText("belongs to a model that comes with Plumbline").waitFor();
  await way.openFile(page, "large.json", `{"format": "plumbline-model", "about": "${"x".repeat(10_000_000)}"}`);
  await page.getByText("a model has at most 4 MB").waitFor();
  await beginWith(page);
  await way.openStart(page);
  await way.openFile(page, "other.json", MODEL.replace("How safely", "How well"));
  await page.getByText("is here already in the edition 2026-11, and says something else").waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("plumbline.model."))), ["plumbline.model.bakery@2026-11"]);
});

scene("markup in a model stays text", async (page) => {
  const markup = "<img src=x onerror=window.hurt=1>";
  await beginWith(page, MODEL.replace('"Gloves" }, "objective"', `${JSON.stringify(markup)} }, "objective"`).replace("Bakers of Quux", markup));
  await way.step(page, "Assess");
  await page.getByText(markup).first().waitFor();
  assert.equal(await page.evaluate(() => [window.hurt, document.querySelectorAll("img[src=x]").length].join()), ",0");
});

scene("another edition says what it changes before it is taken over", async (page) => {
  await beginWith(page);
  await page.getByLabel("Name of the system").fill("Bakery 4");
  await answer(page);
  const at = page.url();
  await way.openStart(page);
  await way.openFile(page, "next.json", MODEL.replace('"2026-11"', '"2027-01"').replace(STATEMENT, "Everybody wears mittens."));
  await page.getByRole("button", { name: "Keep it on this device" }).click();
  await loseModel(page, "bakery@2026-11");
  await page.goto(at);
  await page.getByText("1 question says something else").waitFor();
  await page.getByText("gloves.worn: Everybody wears mittens.").waitFor();
  await page.getByRole("button", { name: "Take this edition over" }).click();
  await way.step(page, "Assess");
  const look = page.locator("#own-words");
  await look.getByText("Everybody wears mittens.").waitFor();
  await look.getByRole("button", { name: "I have looked at all of them: the answers hold" }).click();
  await look.waitFor({ state: "detached" });
});
