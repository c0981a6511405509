// Phones: they zoom into a field whose letters are smaller than 16 pixels, and stay there.
import assert from "node:assert/strict";
import { scene, still } from "./browser.mjs";
import { practice } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = "hardening.vulnerability.patching";
const OF_SESSION = ["setup", "targets", "interview", "compare", "decisions", "characteristics", "assess", `quick/${PATCHING}`, `full/${PATCHING}`, "evidence", "people", "check", "rounds", "confirm", "results", "duties", "frameworks", "since", "benchmark", "reader", "report", "board", "agenda", "plan", "share", "envelope", "answer", "search"];
const OTHERS = ["./", "./settings", "./about", "./fleet", "./workspaces", "./learn", "./learn/glossary", `./learn/${PATCHING}`];

/** Opens whatever can be opened on a page. */
async function openAll(page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const button of document.querySelectorAll("main button[aria-expanded='false']")) button.click();
  });
  await still(page);
}

const small = (page) =>
  page.locator("input:not([type='radio'], [type='checkbox'], [type='file']), select, textarea").evaluateAll((fields) => ({
    count: fields.length,
    small: fields.filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16).map((field) => field.outerHTML.slice(0, 120)),
  }));

scene("no field on any page has letters so small that a phone zooms in", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, timeout: 240_000 }, async (page) => {
  await way.openStart(page);
  await page.getByText("Look at an example").click();
  await page.locator("ul.examples").getByRole("button").first().click();
  await way.arrived(page, "Results");
  const here = page.url().replace(/results.*$/, "");
  let seen = 0;
  for (const address of [...OF_SESSION.map((path) => here + path), ...OTHERS]) {
    await way.hop(page, address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await still(page);
    await openAll(page);
    const { count, small: found } = await small(page);
    assert.deepEqual(found, [], address);
    seen += count;
  }
  assert.ok(practice(PATCHING) && seen > 40, `${seen} fields were seen`);
});
