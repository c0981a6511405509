// Related frameworks: what a level touches, and a framework's items by what is met, missing and not covered.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scene, soon } from "./browser.mjs";
import { practice } from "./model.mjs";
import * as way from "./way.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const { frameworks } = read("public/crossrefs/index.json");
const { references } = read("public/crossrefs/iot-smm.json");

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const CSF = frameworks.find(({ id }) => id === "nist-csf-2.0");
const CSF_LABEL = `${CSF.name} (${CSF.edition})`;
/** Touches patching at level 1 and above it. */
const CRA = frameworks.find(({ id }) => id === "eu-cra-annex-i");
const CRA_LABEL = `${CRA.name} (${CRA.edition})`;
const DISCLAIMER = /no evidence of conformity/;
const LOST = { allow: /crossrefs\/|ERR_FAILED/ };

const at = (level, framework) =>
  references.filter((one) => one.practice === PATCHING.id && one.level === level && (!framework || one.framework === framework));
const line = (text) => text.replace(/\s+/g, " ").trim();

/** An assessment with patching at level 1 of the 3 that it needs. */
async function withAGap(page) {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHES, { level: 3 });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Quick pass of ${PATCHES}` }).click();
  await way.arrived(page, PATCHES);
  await way.answerQuick(page, 1);
}

/** The related references of a level of patching, opened on its page. */
async function ofLevel(page, level) {
  await way.step(page, "Assess");
  await way.openFull(page, PATCHES);
  const section = page.locator(`.level-section[aria-labelledby="level-${level}"]`);
  await section.locator(".level-about > summary").click();
  return openRelated(section);
}

async function openRelated(within) {
  const fold = within.locator("details.related").first();
  await fold.locator("summary", { hasText: "Related references" }).click();
  await fold.getByText(DISCLAIMER).waitFor();
  return fold;
}

const items = (fold) => fold.locator("li > strong").allTextContents();
const names = (fold) => fold.locator(".related-name > strong").allTextContents();

/** The items of a framework on its page, by the heading's words. */
async function groups(page) {
  const found = {};
  for (const section of await page.locator("section.card").all()) {
    const [heading] = line(await section.getByRole("heading").textContent()).split(":");
    found[heading] = await section.locator(".framework-items > li > .related-name > strong").allTextContents();
  }
  return found;
}

async function openFrameworks(page) {
  await way.step(page, "Results");
  await page.getByRole("link", { name: "See what this means for other frameworks" }).click();
  await way.arrived(page, "Related frameworks");
  await page.getByText(DISCLAIMER).waitFor();
}

scene("references are loaded only when somebody opens them", async (page) => {
  const asked = [];
  page.on("request", (request) => request.url().includes("/crossrefs/") && asked.push(new URL(request.url()).pathname));
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  await way.openFull(page, PATCHES);
  await way.step(page, "Results");
  assert.deepEqual(asked, []);
  await ofLevel(page, 1);
  assert.deepEqual(asked.map((path) => path.split("/").at(-1)), ["index.json", "iot-smm.json"]);
});

scene("a level shows its references, of the chosen role and frameworks, also at the next visit", async (page) => {
  await way.begin(page, { name: "Mill" });
  let fold = await ofLevel(page, 3);
  await soon(async () => assert.deepEqual((await items(fold)).sort(), at(3).map(({ id }) => id).sort()));

  await fold.getByLabel("Show frameworks for").selectOption({ label: "asset owners" });
  const forOwners = (id) => frameworks.find((one) => one.id === id).roles.some((role) => ["any", "asset-owner"].includes(role));
  const expected = at(3).filter(({ framework }) => forOwners(framework)).map(({ id }) => id);
  assert.ok(expected.length > 0 && expected.length < at(3).length);
  await soon(async () => assert.deepEqual((await items(fold)).sort(), expected.sort()));

  await fold.locator(".reference-choice > summary").click();
  await fold.getByRole("checkbox", { name: CSF.name }).check();
  await soon(async () => assert.deepEqual(await names(fold), [CSF.name]));
  assert.deepEqual((await items(fold)).sort(), at(3, CSF.id).map(({ id }) => id).sort());

  await page.reload();
  await way.arrived(page, PATCHES);
  fold = await ofLevel(page, 3);
  await soon(async () => assert.deepEqual(await names(fold), [CSF.name]));
});

scene("a gap shows the references of each missing level", async (page) => {
  await withAGap(page);
  await way.step(page, "Results");
  await page.locator("li.gap summary").filter({ hasText: PATCHES }).first().click();
  const missing = page.locator("li.gap .missing");
  assert.equal(await missing.count(), 2);
  for (const [index, level] of [2, 3].entries()) {
    const fold = await openRelated(missing.nth(index));
    await soon(async () => assert.deepEqual((await items(fold)).sort(), at(level).map(({ id }) => id).sort()));
  }
});

scene("what the quick pass alone says makes no item of a framework met or missing", async (page) => {
  await withAGap(page);
  await openFrameworks(page);
  await page.getByLabel("Framework", { exact: true }).selectOption({ label: CRA_LABEL });
  const of = (levels) => levels.flatMap((level) => at(level, CRA.id)).map(({ id }) => id);
  const missing = [...new Set(of([2, 3]))];
  const met = of([1]).filter((id) => !missing.includes(id));
  assert.ok(met.length > 0 && missing.length > 0);
  await soon(async () => {
    const found = await groups(page);
    assert.deepEqual(found["Missing by the quick pass alone"].sort(), missing.sort());
    assert.deepEqual(found["Reached by the quick pass alone"].sort(), met.sort());
    const all = new Set(references.filter(({ framework }) => framework === CRA.id).map(({ id }) => id));
    assert.equal(found["Not covered"].length, all.size - missing.length - met.length);
    assert.ok(!Object.keys(found).some((heading) => heading.startsWith("Touched by what is")), "nobody looked");
  });
  const both = `0 touched by what is met, 0 by what is missing, ${met.length + missing.length} by the quick pass alone`;
  await page.getByRole("status").filter({ hasText: both }).waitFor();
  await page.reload();
  await way.arrived(page, "Related frameworks");
  await page.getByText(`${CRA.name}. Edition:`).waitFor();
  await page.getByRole("link", { name: `${PATCHES}, level 3` }).first().click();
  await way.arrived(page, PATCHES);
});

scene("titles stand only where they may be shown", async (page) => {
  await way.begin(page, { name: "Mill" });
  await openFrameworks(page);
  for (const framework of frameworks.filter(({ id }) => ["nist-sp-800-53-r5", "iso-27001-2022"].includes(id))) {
    await page.getByLabel("Framework", { exact: true }).selectOption({ label: `${framework.name} (${framework.edition})` });
    await page.getByText(`${framework.name}. Edition:`).waitFor();
    const shown = (await page.locator(".framework-items > li > .related-name").allTextContents()).map(line);
    const ids = [...new Set(references.filter((one) => one.framework === framework.id).map(({ id }) => id))];
    const title = (id) => (framework.titles_may_be_shown ? ` ${framework.titles[id]}` : "");
    assert.deepEqual(shown.sort(), ids.map((id) => id + title(id)).sort());
  }
});

scene("references that could not be loaded come when one tries again", LOST, async (page) => {
  await page.route("**/crossrefs/*.json", (route) => route.abort());
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Results");
  await page.getByRole("link", { name: "See what this means for other frameworks" }).click();
  await page.getByText("The references could not be loaded. Try again when you are online.").waitFor();
  await page.unroute("**/crossrefs/*.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText(DISCLAIMER).waitFor();
});
