// Whether everybody can use what a page shows just now.
import assert from "node:assert/strict";
import axe from "axe-core";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** What axe finds, in light and in dark, a line for each element; `what` says in each where it was found. */
export async function axeFinds(page, what) {
  const found = [];
  await page.evaluate(`if (!globalThis.axe) { ${axe.source} }`);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    // At the end of the page the way on stands in its own place; what it covers elsewhere can be scrolled out from under it.
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
    const { violations, passes } = await page.evaluate(
      (values) => globalThis.axe.run({ runOnly: { type: "tag", values }, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] }),
      WCAG,
    );
    assert.ok(passes.length > 5, "axe looked at something");
    for (const { id, nodes } of violations) {
      for (const { target, failureSummary } of nodes) found.push(`${what} (${colorScheme}): ${id}: ${target}: ${failureSummary}`);
    }
  }
  return found;
}

/** What makes the page wider than the window: nothing, or a line that says by how much, and what sticks out. */
export const tooWide = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5);
    return [`${scrollWidth} of ${clientWidth} pixels: ${out.slice(0, 5).map((one) => `${one.tagName}.${one.className} “${one.textContent.slice(0, 40)}”`).join(", ")}`];
  });

/** The same; `what` says in each line where it was found. */
export const sticksOut = async (page, what) => (await tooWide(page)).map((line) => `${what}: ${line}`);
