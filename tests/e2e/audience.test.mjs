// For whom and where a statement is asked: what one is to the system, where its parts are, and what that leaves of the questions.
import assert from "node:assert/strict";
import { scene, soon } from "./browser.mjs";
import { practices, smm } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = "hardening.vulnerability.patching";
/** The shipped model in which only a few statements, known here, are meant for somebody, and for some place. */
const marked = structuredClone(smm);
for (const indicator of practices(marked.groups).flatMap(({ levels }) => levels).flatMap(({ indicators = [] }) => indicators)) {
  for (const mark of ["for", "context", "technology"]) delete indicator[mark];
}
const patching = practices(marked.groups).find(({ id }) => id === PATCHING);
const [, one, two] = patching.levels;
const [maker, cloud] = one.indicators;
maker.for = ["maker"];
cloud.context = ["cloud"];
delete two.indicators[0].shelf_life_months;
two.indicators[0].lasts = "release";
one.example = { sector: { en: "Rail" }, text: { en: "A signal box takes updates at night." } };
const NAME = patching.name.en;
const ALL = practices(marked.groups).flatMap(({ levels }) => levels).flatMap(({ indicators = [] }) => indicators).length;

const host = (context) =>
  context.route("**/models/iot-smm.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(marked) }));
const answer = (page, text) => way.chosen(way.statement(page, text));
const role = (page, name) => page.getByRole("group", { name: "What are you to this system?" }).getByRole("checkbox", { name });

async function toPractice(page) {
  await way.step(page, "Assess");
  await way.openFull(page, NAME);
}

scene("what is only for others is not asked, can be seen with its answer, and comes back with it", async (page, context) => {
  await host(context);
  await way.begin(page, { name: "Press 4" });
  await toPractice(page);
  await way.answerStatement(page, maker.text.en, "Met");
  const item = way.statement(page, maker.text.en);
  await item.getByText("for makers", { exact: true }).waitFor();

  await way.step(page, "Set up");
  assert.equal(await page.getByText("for others and left out").count(), 0, "nobody said anything");
  await role(page, /^We run it/).check();
  await page.getByText(`${ALL - 1} statements are asked. 1 more is for others and left out. 1 answer to them is kept`).waitFor();
  await toPractice(page);
  await page.getByText("1 statement is not asked here").click();
  await page.getByText("Only for makers. Answered: Met. It is kept and does not count.").waitFor();
  assert.equal(await item.count(), 0);
  await page.getByText(`0 of ${one.indicators.length - 1} statements met`).or(page.getByText("not answered")).first().waitFor();

  await way.step(page, "Set up");
  await role(page, /^We make it/).check();
  await page.getByText(`All ${ALL} statements are asked.`).waitFor();
  await toPractice(page);
  await soon(async () => assert.equal(await answer(page, maker.text.en), "Met"));
  assert.equal(await page.getByText("not asked here").count(), 0);
});

scene("what is meant for another place than a part is not asked of that part", async (page, context) => {
  await host(context);
  await way.begin(page, { name: "Press 4" });
  await page.getByRole("button", { name: "Add Device" }).click();
  await page.getByRole("button", { name: "Add Cloud" }).click();
  const place = page.getByLabel("Where is it?");
  assert.deepEqual(await place.evaluateAll((all) => all.map(({ value }) => value)), ["device", "cloud"]);
  await toPractice(page);
  const statement = way.statement(page, cloud.text.en);
  await statement.waitFor();
  await page.getByRole("radio", { name: "Device", exact: true }).check();
  await statement.waitFor({ state: "detached" });
  await page.getByText("1 statement is not asked here").click();
  await page.getByText("Only for parts of this kind: cloud.").waitFor();
  await page.getByRole("radio", { name: "Cloud", exact: true }).check();
  await statement.waitFor();
  assert.equal(await page.getByText("not asked here").count(), 0);
});

scene("a level shows its example and a statement how long an answer lasts, here and in the book", async (page, context) => {
  await host(context);
  await way.begin(page, { name: "Press 4" });
  await toPractice(page);
  await page.getByText("What this level looks like, and how to get there").first().click();
  await page.getByText("Rail: A signal box takes updates at night.").waitFor();
  await way.openMore(way.statement(page, two.indicators[0].text.en));
  await page.getByText(/True until the next release\.$/).waitFor();
  await page.goto(`./learn/${PATCHING}`);
  await page.getByText("Rail: A signal box takes updates at night.").waitFor();
  const row = (text) => page.getByRole("row").filter({ hasText: text });
  await row(two.indicators[0].text.en).getByText("until the next release").waitFor();
  await row(maker.text.en).getByText("for makers").waitFor();
  await row(cloud.text.en).getByText("cloud", { exact: true }).waitFor();
});
