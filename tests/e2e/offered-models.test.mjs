// Models that are only offered: chosen at set up, named by a link, opened with an example or a file, read as a book; none of it costs whoever wants none.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scene, soon } from "./browser.mjs";
import * as way from "./way.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const SWT = read("public/models/software-trustworthiness.json");
const PUMP = readFileSync(new URL("../../public/examples/heat-pump.json", import.meta.url), "utf8");
const PRACTICES = SWT.groups.flatMap((group) => [...(group.practices ?? []), ...(group.groups ?? []).flatMap(({ practices }) => practices)]);
// Worked out by hand, as tests/it/offered_models.rs has it.
const [TARGETS, LEVELS] = ["3232322333323", "2122131211122"];
const isFile = (url) => new URL(url).pathname.endsWith("/software-trustworthiness.json");

/** The levels and targets of the table of results. */
async function figures(page) {
  const rows = (await way.resultRows(page)).filter(([head]) => /^\d/.test(head));
  assert.deepEqual(rows.map(([name]) => name), PRACTICES.map(({ name }, index) => `${index + 1} ${name.en}`));
  return [rows.map(([, current]) => current[0]).join(""), rows.map(([, , target]) => target[0]).join("")];
}

scene("whoever wants no other model loads none; a link to one begins with it", async (page) => {
  const asked = [];
  page.on("request", (request) => isFile(request.url()) && asked.push(request.url()));
  await way.begin(page, { name: "Mill" });
  assert.deepEqual(asked, []);
  await page.goto("./?model=software-trustworthiness");
  await page.getByRole("button", { name: "New assessment with the model Software trustworthiness" }).click();
  await way.arrived(page, "Set up");
  assert.equal(await page.getByLabel("Model", { exact: true }).inputValue(), "software-trustworthiness");
  await way.step(page, "Assess");
  await page.getByText(PRACTICES[0].name.en, { exact: true }).first().waitFor();
  await page.reload();
  await page.getByText(PRACTICES[12].name.en, { exact: true }).first().waitFor();
  await page.goto("./?model=none-such");
  await page.getByText("The link names a model “none-such” that is not here.").waitFor();
});

scene("a model is chosen at set up, with its profiles, until something is said that belongs to it", async (page) => {
  await way.begin(page, { name: "App" });
  await way.step(page, "Set up");
  await page.getByLabel("Model", { exact: true }).selectOption({ label: "Software trustworthiness" });
  await page.getByText("13 practices from requirements to end of life").waitFor();
  await page.getByRole("checkbox", { name: /embedded/i }).first().waitFor();
  assert.equal(await page.getByRole("checkbox", { name: "Manufacturing line" }).count(), 0);
  await page.getByRole("checkbox", { name: /embedded/i }).first().check();
  await soon(async () => assert.ok(await page.getByLabel("Model", { exact: true }).isDisabled()));
  await way.step(page, "Targets");
  await page.getByRole("link", { name: /^Targets \d+ of 13/ }).waitFor();
});

scene("its example opens with the results that were worked out by hand, and its report says what it is about", { timeout: 90_000 }, async (page) => {
  await way.openStart(page);
  await page.getByText("Look at an example").click();
  await page.getByRole("button", { name: /^Open Example: Controller of a heat pump/ }).click();
  await way.arrived(page, "Results");
  assert.deepEqual(await figures(page), [LEVELS, TARGETS]);
  await page.getByRole("link", { name: "Make a report" }).first().click();
  await way.arrived(page, "Report");
  await page.getByText("How well software trustworthiness fits the need: Example: Controller of a heat pump with app and cloud").first().waitFor();
});

scene("a file of it opens on a device that never saw it, and its card says how far it is", async (page) => {
  await way.openStart(page);
  await way.openFile(page, "pump.json", PUMP);
  await way.addChosen(page);
  await way.arrived(page, "Results");
  assert.deepEqual(await figures(page), [LEVELS, TARGETS]);
  await way.home(page);
  await page.reload();
  await page.locator("li.session-card").getByText("13 of 13", { exact: false }).first().waitFor();
});

scene("where it can't be had, that is said, and the assessment is kept", { allow: /software-trustworthiness|ERR_FAILED|Failed to load/ }, async (page, context) => {
  await way.openStart(page);
  await way.openFile(page, "pump.json", PUMP);
  await way.addChosen(page);
  await way.arrived(page, "Results");
  const at = page.url();
  await context.route(isFile, (route) => route.abort());
  await page.goto(at);
  await page.getByText("software-trustworthiness", { exact: false }).first().waitFor();
  await context.unroute(isFile);
  await page.reload();
  await way.arrived(page, "Results");
});

scene("the book has it, too", async (page) => {
  await page.goto("./learn");
  await page.getByRole("link", { name: "Software trustworthiness" }).click();
  await page.getByRole("link", { name: PRACTICES[0].name.en, exact: true }).waitFor();
  await page.getByRole("link", { name: "Glossary" }).first().click();
  await page.locator("dl.glossary dt").first().waitFor();
});
