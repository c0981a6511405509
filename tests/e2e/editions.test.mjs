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
  const stored = (await way.exported(page)).text;

  await host(context, "models/tiny-model.json", second);
  await page.reload();
  await way.step(page, "Assess");
  const news = page.locator("section.editions");
  await news.getByRole("heading", { name: "The questions are of a newer edition (v2)" }).waitFor();
  await news.getByText("3 earlier answers still hold and count.").waitFor();
  await news.getByText("No longer asked; the answers are kept: k2c.").waitFor();
  assert.deepEqual(await news.getByRole("link").allInnerTexts(), ["Die Feuchte wird gemessen und bleibt unter der Grenze."]);

  await way.openFull(page, "Cooling");
  assert.equal(await answer(page, "Er ist kalt."), "Not");
  for (const part of ["Die Temperatur wird täglich gemessen.", "Was gemessen wurde, wird notiert."]) assert.equal(await answer(page, part), "Met");
  await way.step(page, "Assess");
  await news.getByRole("link").click();
  await way.arrived(page, "Mehl trocken halten");
  const asked = way.statement(page, "Die Feuchte wird gemessen und bleibt unter der Grenze.");
  assert.equal(await way.chosen(asked), undefined);
  await asked.getByText("Means something else than before (edition v2). It was: “Die Feuchte wird gemessen.” Jetzt gehört eine Grenze dazu.").waitFor();
  await asked.getByText(/^Answered then: met \(/i).waitFor();

  // Nothing of what was said is altered by that.
  const answers = (text) => JSON.parse(text).answers;
  assert.deepEqual(answers((await way.exported(page)).text), answers(stored));
  await page.goBack();
  await way.answerStatement(page, "Die Feuchte wird gemessen und bleibt unter der Grenze.", "Partly");
  await way.step(page, "Assess");
  await soon(async () => assert.equal(await news.getByRole("link").count(), 0));
});
