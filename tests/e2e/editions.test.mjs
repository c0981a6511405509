// A newer edition of the questions: what still holds is carried over, what means something else is asked again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scene, soon } from "./browser.mjs";
import { tiny } from "./model.mjs";
import * as way from "./way.mjs";

const second = JSON.parse(readFileSync(new URL("../data/tiny-model-v2.json", import.meta.url), "utf8"));
const host = (context, file, content) =>
  context.route(`**/${file}`, (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(content) }));
const answer = (page, text) => way.chosen(way.statement(page, text));

scene("under a newer edition only what means something else is asked again, with the old answer beside it", async (page, context) => {
  await host(context, "models/index.json", { format: "plumbline-list", version: 1, files: ["tiny-model.json"] });
  await host(context, "models/tiny-model.json", tiny);
  await host(context, "profiles/index.json", { format: "plumbline-list", version: 1, files: [] });
  await way.begin(page, { name: "Backhaus" });
  await way.step(page, "Assess");
  await way.openFull(page, "Cooling");
  for (const [text, said] of [["Er ist kalt.", "Not met"], ["Die Temperatur wird täglich notiert.", "Met"], ["Ein Ausfall wurde geübt.", "Met"]]) {
    await way.answerStatement(page, text, said);
  }
  await way.step(page, "Assess");
  await way.openFull(page, "Mehl trocken halten");
  await way.answerStatement(page, "Die Feuchte wird gemessen.", "Met");
  await way.step(page, "Targets");
  await way.setTarget(page, "Hände waschen", { level: 2, reason: "Kunden" });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: "Quick pass of Hände waschen" }).click();
  await way.arrived(page, "Hände waschen");
  await way.answerQuick(page, 1);
  await page.getByLabel("Note", { exact: true }).fill("Keine Seife");
  await way.step(page, "Assess");
  await way.openFull(page, "Hände waschen");
  await page.getByText("Set the level yourself").click();
  await page.getByRole("group", { name: "Level", exact: true }).getByRole("radio", { name: /^1/ }).check();
  const stored = (await way.exported(page)).text;

  await host(context, "models/tiny-model.json", second);
  await page.reload();
  await way.step(page, "Assess");
  const news = page.locator("section.editions");
  await news.getByRole("heading", { name: "The questions are of a newer edition (v2)" }).waitFor();
  await news.getByText("3 earlier answers still hold and count.").waitFor();
  await news.getByText("No longer asked; the answers are kept: k2c.").waitFor();
  assert.deepEqual(await news.getByRole("link").allInnerTexts(), ["Die Feuchte wird gemessen und bleibt unter der Grenze.", "Target", "Quick answer"]);
  await news.getByText(/^One practice means something else now\./).waitFor();

  await way.openFull(page, "Cooling");
  assert.equal(await answer(page, "Er ist kalt."), "Not");
  for (const part of ["Die Temperatur wird täglich gemessen.", "Was gemessen wurde, wird notiert."]) assert.equal(await answer(page, part), "Met");
  await way.step(page, "Assess");
  await news.getByRole("link").first().click();
  await way.arrived(page, "Mehl trocken halten");
  const asked = way.statement(page, "Die Feuchte wird gemessen und bleibt unter der Grenze.");
  assert.equal(await way.chosen(asked), undefined);
  await asked.getByText("Means something else than before (edition v2). It was: “Die Feuchte wird gemessen.” Jetzt gehört eine Grenze dazu.").waitFor();
  await asked.getByText(/^Answered then: met \(/i).waitFor();

  // Of a practice that means something else, what was said stands beside each question that is asked again.
  const meant = /^This practice means something else than before \(edition v2\)\. It was: “Hände waschen”\. Jetzt gehören Handschuhe dazu\./;
  const former = page.locator(".former").filter({ hasText: meant });
  await way.step(page, "Assess");
  await news.getByRole("link", { name: "Target" }).click();
  await way.arrived(page, "Targets");
  await way.targetCard(page, "Hände sauber halten").getByText(/^Target then: 2.*: Kunden \(/).waitFor();
  assert.equal(await way.chosen(way.targetLevels(page, "Hände sauber halten")), undefined);
  await way.step(page, "Assess");
  await news.getByRole("link", { name: "Quick answer" }).click();
  await way.arrived(page, "Hände sauber halten");
  await former.getByText(/^Answered then: level 1 \(/).waitFor();
  await former.getByText("Noted then: Keine Seife").waitFor();
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0);
  await way.answerQuick(page, 2);
  await way.step(page, "Assess");
  await way.openFull(page, "Hände sauber halten");
  await former.getByText(/^Level set then: 1 \(/).waitFor();

  // Nothing of what was said is altered by that.
  const answers = (text) => JSON.parse(text).answers;
  assert.deepEqual(answers((await way.exported(page)).text), answers(stored));
  await way.step(page, "Assess");
  await way.openFull(page, "Mehl trocken halten");
  await way.answerStatement(page, "Die Feuchte wird gemessen und bleibt unter der Grenze.", "Partly");
  await way.step(page, "Assess");
  await soon(async () => assert.deepEqual(await news.getByRole("link").allInnerTexts(), ["Target"]));
});

scene("what older questions said comes from a file beside the model; while that is broken less is said, and its fault is named", { allow: /never/ }, async (page, context) => {
  const model = structuredClone(second);
  const words = [];
  for (const change of model.changes[0].items) {
    const { was, why = { de: "Darum." } } = change;
    if (was) words.push({ id: change.id, was, why });
    delete change.was;
    delete change.why;
  }
  const beside = (items) => ({ format: "plumbline-changes", version: 1, model: model.id, edition: "v2", languages: ["de"], items });
  const list = (files) => host(context, "models/index.json", { format: "plumbline-list", version: 1, files });
  await list(["tiny-model.json"]);
  await host(context, "models/tiny-model.json", tiny);
  await host(context, "profiles/index.json", { format: "plumbline-list", version: 1, files: [] });
  await way.begin(page, { name: "Backhaus" });
  await way.step(page, "Assess");
  await way.openFull(page, "Mehl trocken halten");
  await way.answerStatement(page, "Die Feuchte wird gemessen.", "Met");
  await way.step(page, "Assess");

  await list(["tiny-model.json", "backstube.changes.json"]);
  await host(context, "models/tiny-model.json", model);
  await host(context, "models/backstube.changes.json", beside(words));
  await page.reload();
  const asked = way.statement(page, "Die Feuchte wird gemessen und bleibt unter der Grenze.");
  const open = async () => {
    await page.locator("section.editions").getByRole("link").first().click();
    await way.arrived(page, "Mehl trocken halten");
  };
  await open();
  await asked.getByText("Means something else than before (edition v2). It was: “Die Feuchte wird gemessen.” Jetzt gehört eine Grenze dazu.").waitFor();

  await host(context, "models/backstube.changes.json", beside([{ id: "k1a", was: { de: "Nie." }, why: { de: "Darum." } }]));
  await way.step(page, "Assess");
  await page.reload();
  await open();
  await asked.getByText("Means something else than before (edition v2).", { exact: true }).waitFor();
  await asked.getByText(/^Answered then: met \(/i).waitFor();
  await page.goto(new URL("./", await page.evaluate(() => document.baseURI)).href);
  await page.getByText(/backstube\.changes\.json/).first().click();
  await page.getByText(/the model does not say what became of “k1a”/).waitFor();
});
