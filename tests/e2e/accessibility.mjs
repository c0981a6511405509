// Whether everybody can use what a page shows just now.
import assert from "node:assert/strict";
import axe from "axe-core";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
/** The rules that look at colours: all that can come out differently in dark. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds, in light and in dark, a line for each element; `what` says in each where it was found. */
export async function axeFinds(page, what) {
  const found = [];
  await page.evaluate(`if (!globalThis.axe) { ${axe.source} }`);
  for (const [colorScheme, runOnly] of [["light", { type: "tag", values: WCAG }], ["dark", { type: "rule", values: OF_COLOURS }]]) {
    await page.emulateMedia({ colorScheme });
    // At the end of the page the way on stands in its own place; what it covers elsewhere can be scrolled out from under it.
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
    const { violations, passes } = await page.evaluate(
      ({ runOnly, rules }) => globalThis.axe.run({ runOnly, rules, resultTypes: ["violations"] }),
      { runOnly, rules: colorScheme === "light" ? { "target-size": { enabled: true } } : {} },
    );
    if (colorScheme === "light") assert.ok(passes.length > 5, "axe looked at something");
    else assert.ok(passes.some(({ id }) => id === "color-contrast"), "axe looked at colours");
    for (const { id, nodes } of violations) {
      for (const { target, failureSummary } of nodes) found.push(`${what} (${colorScheme}): ${id}: ${target}: ${failureSummary}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
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

/**
 * Goes on a tour once for each size of the window, however many sentences are about it. `stops` goes from stop to stop and says what each
 * is; `look` says what is to be known of a page there. Gives back what goes on it, or tells what was seen when somebody went before.
 */
export function walks(stops, look) {
  const seen = new Map();
  return (page) => {
    const { width } = page.viewportSize();
    if (!seen.has(width)) {
      const walk = async () => {
        const all = [];
        for await (const stop of stops(page)) all.push({ stop, ...(await look(page, stop)) });
        assert.ok(all.length > 5, "the tour stopped somewhere");
        return all;
      };
      seen.set(width, walk());
    }
    return seen.get(width);
  };
}
