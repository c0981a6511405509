// Duties: what law and contracts demand, as of a day; whether it applies is said by people; and what is missing, down to the statement.
import assert from "node:assert/strict";
import { scene, soon } from "./browser.mjs";
import { practice } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PROGRAM = practice("governance.strategy.program");
const NEEDED = PATCHING.levels[3].indicators[0];
const CRA = { name: { en: "CRA" }, link: "https://example.org/cra" };
const demand = (id, of, level, more) => ({ id, practice: of.id, level, source: { en: `Source of ${id}.` }, ...more });

/** A profile with a duty in force, one to come, one in the UK only. */
const PROFILE = {
  format: "plumbline-profile",
  version: 1,
  id: "made-up",
  edition: "v1",
  languages: ["en"],
  model: "iot-smm",
  name: { en: "Made-up law" },
  about: { en: "For a test." },
  notice: { en: "Made up." },
  targets: [],
  minimums: [
    demand("updates", PATCHING, 1, { needs: [NEEDED.id], law: CRA, applies: { to: ["maker"], places: ["eu"], what: { en: "products with a network" }, from: "2026-09-11" } }),
    demand("program", PROGRAM, 2, { law: CRA, applies: { places: ["eu"], from: "2097-12-11" } }),
    demand("uk", PROGRAM, 1, { law: { name: { en: "PSTI" } }, applies: { places: ["uk"] } }),
  ],
};

async function begun(page) {
  await way.begin(page, { name: "Pump" });
  await way.step(page, "Set up");
  const buffer = Buffer.from(JSON.stringify(PROFILE));
  await page.getByLabel("Load a profile from a file…").setInputFiles({ name: "made-up.json", mimeType: "application/json", buffer });
  await page.getByRole("checkbox", { name: "Made-up law" }).check();
}

const headings = (page) => page.locator("main section.card h2").allInnerTexts();

scene("a duty is set apart by place, applies once people say so, and is met only with the statement that it needs", async (page) => {
  await begun(page);
  const places = page.getByRole("group", { name: "Where is the system sold, run or serviced?" });
  await places.getByRole("checkbox", { name: "European Union" }).check();
  await way.step(page, "Results");
  await page.getByText("Whether a duty is missed is not known yet: 2 duties may apply to you, 1 of these only from a later day.").waitFor();
  assert.equal(await page.getByText(/0 duties/).count(), 0, "no figure is said of what nobody looked at");
  await page.getByRole("link", { name: "Say for each law whether it applies" }).waitFor();
  await page.getByRole("link", { name: "Duties", exact: true }).click();
  await way.arrived(page, "Duties");
  assert.deepEqual(await headings(page), ["Line of time", "If it applies to you", "Not yours"]);

  await page.getByRole("button", { name: "It applies to us: CRA, 2 duties" }).click();
  await soon(async () => assert.deepEqual((await headings(page)).map((words) => words.split(/,? (?:on|as of) /)[0]), ["Line of time", "In force", "Still to come", "Not yours"]));
  assert.match(await page.locator("#duties-summary").innerText(), /1 duty is in force: 1 not shown to be met. Beside these 1 comes later, 1 is not yours\./);

  // Every statement of level 1 is met, and the one that the duty needs is not.
  const row = page.locator(".duty-table tr", { hasText: "Source of updates." });
  await row.getByRole("link", { name: NEEDED.text.en }).click();
  await way.arrived(page, PATCHING.name.en);
  await way.showAllLevels(page);
  for (const { text } of PATCHING.levels[1].indicators) await way.answerStatement(page, text.en, "Met");
  await way.answerStatement(page, NEEDED.text.en, "Not met");
  await way.step(page, "Results");
  await page.getByText("1 duty is missed today.").waitFor();
  await page.locator(".urgent").getByText("an outside minimum of 1 needs a statement that is not met.").waitFor();
  const gap = page.locator("ol.gaps > li").first();
  await gap.locator("summary").click();
  await gap.getByRole("heading", { name: "An outside minimum needs these statements" }).waitFor();
  assert.match(await gap.locator("ul.needed").innerText(), new RegExp(`Not met.*${NEEDED.text.en.slice(0, 20)}`, "is"));

  await page.getByRole("link", { name: "Duties", exact: true }).click();
  await way.arrived(page, "Duties");
  await soon(async () => assert.match(await row.innerText(), /missed/i));
});

scene("another day shows what is in force then, and what does not apply is set apart with its reason and taken back", async (page) => {
  await begun(page);
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Duties", exact: true }).click();
  await page.getByRole("button", { name: "It applies to us: CRA, 2 duties" }).click();
  await page.getByRole("heading", { name: /^Still to come, as of/ }).waitFor();
  await page.getByLabel("As of").fill("2097-12-11");
  await page.getByRole("heading", { name: "In force on 11 December 2097" }).waitFor();
  assert.equal(await page.getByRole("heading", { name: /^Still to come, as of/ }).count(), 0);

  await page.getByRole("button", { name: "It does not apply: PSTI, 1 duty" }).click();
  const apart = page.getByRole("button", { name: "Set it apart" });
  assert.equal(await apart.isDisabled(), true, "a reason is asked first");
  await page.getByLabel("Why PSTI does not apply").fill("Sold in France alone");
  await apart.click();
  await page.getByRole("heading", { name: "Not yours" }).waitFor();
  await page.getByText("you said why not: Sold in France alone").waitFor();
  await soon(async () => assert.equal(await page.locator("#duties-summary").evaluate((it) => it === document.activeElement), true));
  await page.getByRole("button", { name: "Take back what was said of PSTI" }).click();
  await page.getByRole("button", { name: "It does not apply: PSTI, 1 duty" }).waitFor();
});

scene("whoever says of one law after the other whether it applies goes on where they are, on a phone", { viewport: { width: 390, height: 844 } }, async (page) => {
  await way.begin(page, { name: "Lock", profile: "Consumer cameras and home devices" });
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Duties", exact: true }).click();
  await way.arrived(page, "Duties");
  const first = (await headings(page)).find((words) => words !== "Line of time");
  assert.equal(first, "If it applies to you", "what is to be said stands before what follows from it");
  const laws = page.locator("section.duties", { has: page.getByRole("heading", { name: "If it applies to you" }) }).locator("h3");
  const before = await laws.allInnerTexts();
  assert.ok(before.length > 3);
  await page.getByRole("button", { name: new RegExp(`^It applies to us: ${before[1].replace(/[^\w ]/g, ".")}`) }).click();
  // The focus is on the law that stands there now, and that is in sight.
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), before[2]));
  assert.deepEqual(await laws.allInnerTexts(), before.filter((_, index) => index !== 1));
  const { top, height } = await page.evaluate(() => ({ top: document.activeElement.getBoundingClientRect().top, height: innerHeight }));
  assert.ok(top >= 0 && top < height, `${top} of ${height}`);
});

scene("the report has the same duties", async (page) => {
  await begun(page);
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Duties", exact: true }).click();
  await page.getByRole("button", { name: "It applies to us: CRA, 2 duties" }).click();
  const summary = await page.locator("#duties-summary").innerText();
  await way.step(page, "Results");
  await page.getByRole("link", { name: "Make a report" }).first().click();
  const report = page.locator(".report-preview");
  await report.getByRole("heading", { name: "What law and contracts ask of this system" }).waitFor();
  await report.getByText(summary).waitFor();
  await report.getByText("This is no legal advice").first().waitFor();
});
