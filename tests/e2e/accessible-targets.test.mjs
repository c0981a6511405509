// Everybody can use what helps to set targets, too: axe finds nothing there, and nothing scrolls sideways.
import assert from "node:assert/strict";
import { axeFinds, sticksOut, walks } from "./accessibility.mjs";
import { painted, scene } from "./browser.mjs";
import * as guidance from "./guidance.mjs";
import { coherence, SYSTEMS } from "./guidance.mjs";
import { practice, practices, retail } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHES = practice("hardening.vulnerability.patching").name.en;
const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const RETAIL = "Retail point of sale";

/** Opens everything that is folded, also what is folded inside of it. */
async function openAll(page) {
  for (let shut = 1; shut > 0; ) {
    shut = await page.evaluate(() => {
      const all = [...document.querySelectorAll("main details:not([open])")];
      for (const one of all) one.open = true;
      return all.length;
    });
    // What is inside is shown with the next picture of the page.
    await painted(page);
  }
}

/** Visits every screen that helps to set targets, in the states that look different. */
async function* tour(page) {
  await way.openStart(page);
  await page.getByText("Look at an example").click();
  await page.locator("ul.examples > li").first().waitFor();
  yield "start, with the examples";
  await page.goto("./?profile=nothing");
  await page.getByText("The link names a profile “nothing” that is not here.").waitFor();
  yield "start, with a link to a profile that is not here";
  await page.goto("./?profile=retail-pos");
  await page.getByRole("button", { name: `New assessment with the profile ${RETAIL}` }).waitFor();
  yield "start, with a link to a profile";

  await way.begin(page, { name: LONG });
  for (const name of ["Ana Ruiz", LONG]) {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  }
  const bad = { ...retail, id: "bad", targets: retail.targets.map((target) => ({ ...target, level: 9, scope: LONG })) };
  await page.getByLabel("Load a profile from a file…").setInputFiles({ name: `${LONG}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bad)) });
  await page.getByText("targets[0].level: a whole number from 0 to 4 is expected here").waitFor();
  await openAll(page);
  yield "set up, with the problems of a profile";

  await way.step(page, "Targets");
  await openAll(page);
  yield "targets, none set, everything opened";
  await page.getByRole("link", { name: "Decision log" }).click();
  await way.arrived(page, "Decision log");
  yield "the decision log, empty";
  await page.goBack();
  await guidance.openInterview(page);
  yield "the interview, nothing answered";
  await guidance.answer(page, SYSTEMS.pump.answers);
  await guidance.answer(page, { harm: "none" });
  await guidance.answer(page, { harm: "deadly" });
  await openAll(page);
  yield "the interview, answered, everything opened";
  await guidance.takeOver(page, 18);
  await way.step(page, "Set up");
  await page.getByRole("checkbox", { name: RETAIL }).check();
  await way.step(page, "Targets");

  await way.setTarget(page, practice("hardening.awareness.monitoring").name.en, { level: 4 });
  await way.setTarget(page, practice("enablement.assets.change").name.en, { level: 1, reason: `${LONG} ${LONG}` });
  await openAll(page);
  const card = way.targetCard(page, PATCHES);
  await way.setTarget(page, PATCHES, { level: 1 });
  await card.getByLabel("Decided by").selectOption({ label: LONG });
  await card.getByLabel(`Your own outside minimum for ${PATCHES}, beside those of profiles`).selectOption("4");
  await card.getByLabel("Who demands it, and where it is written").fill(LONG);
  await card.getByRole("button", { name: "Add a statement" }).click();
  await card.getByLabel("Statement", { exact: true }).fill(`${LONG} is in place.`);
  await page.getByLabel("Why it is right as it is").first().fill(LONG);
  await openAll(page);
  yield "targets, all set, everything opened, for a business owner";
  await page.getByRole("radio", { name: "Technology owner" }).check();
  yield "targets, all set, everything opened, for a technology owner";
  await page.getByRole("radio", { name: "Business owner" }).check();
  await page.getByRole("link", { name: "Compare with a profile" }).click();
  await page.getByRole("heading", { name: RETAIL }).waitFor();
  yield "compare with a profile";
  await page.getByLabel("Compare your targets with").selectOption("");
  yield "compare, no profile chosen";
  await page.goBack();
  await page.getByRole("link", { name: "Decision log" }).click();
  await page.locator("ol.log > li").first().waitFor();
  yield "the decision log";
  await way.step(page, "Targets");
  for (const { name } of practices()) await way.setTarget(page, name.en, { level: 4 });
  await page.getByText(coherence.all_top.en).waitFor();
  yield "targets, all fours";
}

const [DESK, PHONE, SMALL] = [{ width: 1280, height: 800 }, { width: 390, height: 844 }, { width: 320, height: 640 }];

/** What the sentences below ask of a page: all of it is seen on one tour per size of the window. */
const seen = walks(tour, async (page, what) => {
  const { width } = page.viewportSize();
  const sideways = width === DESK.width ? [] : await sticksOut(page, what);
  const axe = width === SMALL.width ? [] : await axeFinds(page, what);
  return { sideways, axe };
});
const TOUR = { reducedMotion: "reduce", timeout: 240_000 };

for (const viewport of [DESK, PHONE]) {
  scene(`axe finds nothing where targets are set, in light or dark, ${viewport.width} pixels wide`, { ...TOUR, viewport }, async (page) => {
    assert.deepEqual((await seen(page)).flatMap(({ axe }) => axe), []);
  });
}

for (const viewport of [PHONE, SMALL]) {
  scene(`nothing scrolls sideways where targets are set, ${viewport.width} pixels wide`, { ...TOUR, viewport }, async (page) => {
    assert.deepEqual((await seen(page)).flatMap(({ sideways }) => sideways), []);
  });
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  scene(`what stands at the end of the page can be reached while a message is shown, ${viewport.width} pixels wide`, { viewport }, async (page) => {
    await way.begin(page, { name: "Mill" });
    await way.step(page, "Targets");
    await way.setTarget(page, PATCHES, { level: 2 });
    await page.getByRole("button", { name: `Clear the target of ${PATCHES}` }).click();
    await page.getByText("The target is cleared.").waitFor();
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
    for (const last of [page.getByText("Save these targets as a profile of your own"), page.getByRole("link", { name: "Go to assess" })]) {
      const covered = await last.evaluate((it) => {
        const { left, right, top, bottom } = it.getBoundingClientRect();
        const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return it.contains(there) ? undefined : `${it.textContent} is covered by ${there?.className}`;
      });
      assert.equal(covered, undefined);
    }
  });
}

scene("every card's fields have names of their own, also when all are opened", async (page) => {
  await way.begin(page, { name: "Mill", profile: RETAIL });
  await way.step(page, "Targets");
  await openAll(page);
  await page.getByLabel("Kind of reason").last().waitFor();
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
  assert.deepEqual(twice, [], "ids that stand there twice");
  // What a screen reader says about a field is its label and the groups around it: together they name the practice.
  const nameless = await page.evaluate((names) => {
    const fields = [...document.querySelectorAll(".target select, .target input:not([type=radio]), .target textarea")];
    const said = (field) => {
      const groups = [];
      for (let at = field.parentElement?.closest("fieldset, [role=group]"); at; at = at.parentElement.closest("fieldset, [role=group]")) {
        groups.push(at.getAttribute("aria-label") ?? document.getElementById(at.getAttribute("aria-labelledby"))?.textContent ?? at.querySelector("legend")?.textContent ?? "");
      }
      return [field.getAttribute("aria-label") ?? field.labels[0]?.textContent ?? "", ...groups].join(" ").trim();
    };
    return [...new Set(fields.map(said).filter((words) => !names.some((name) => words.includes(name))))];
  }, practices().map(({ name }) => name.en));
  assert.deepEqual(nameless, []);
});
