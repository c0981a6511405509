// Everybody can use it, also with the window enlarged to four times its size, with few colours, with a finger: every page, in every
// state that looks different.
import assert from "node:assert/strict";
import { tooWide } from "./accessibility.mjs";
import { scene } from "./browser.mjs";
import { SCREENS, CONTEXT, open, prepare } from "./screens.mjs";
import * as way from "./way.mjs";

/** A window of 1280 by 1024 pixels, enlarged to 400 %. */
const ENLARGED = { width: 320, height: 256 };
const PHONE = { width: 390, height: 844 };
/** There are many screens. */
const timeout = 600_000;

/** Looks at every screen and collects what is wrong there. */
async function wrongAnywhere(page, look) {
  await prepare(page);
  const found = [];
  for (const [index, screen] of SCREENS.entries()) {
    await open(page, screen, SCREENS[index - 1]).catch((error) => {
      throw new Error(`${screen.name} does not open`, { cause: error });
    });
    for (const wrong of await look(page)) found.push(`${screen.name}: ${wrong}`);
  }
  return found;
}

/** What has the focus and lies behind something else. */
const covered = (page) =>
  page.evaluate(() => {
    const found = [];
    const all = [...document.querySelectorAll("main :is(a[href], button:not(:disabled), input, select, textarea, summary)")];
    // Every page has its bars in front of all of its fields alike: some from all over the page are enough.
    const some = all.filter((one) => one.checkVisibility({ visibilityProperty: true })).filter((_, index, visible) => index % Math.ceil(visible.length / 40) === 0);
    for (const one of some) {
      one.focus();
      // What is disabled takes no focus, and comes into the window only when it is asked to.
      if (document.activeElement !== one) one.scrollIntoView({ block: "nearest" });
      const drawn = one.matches("input[type=radio], input[type=checkbox], input[type=file]") ? (one.closest("label") ?? one) : one;
      const { left, right, top, bottom } = drawn.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
      const there = document.elementFromPoint(x, y);
      if (there && there.closest(".notices, .onward, .top, .board") && !there.contains(drawn) && !drawn.contains(there) && !drawn.closest(".board")) found.push(`${one.tagName} “${one.textContent.trim().slice(0, 40)}” lies behind ${there.className}`);
      if (!there) found.push(`${one.tagName} “${one.textContent.trim().slice(0, 40)}” is not in the window`);
    }
    return found;
  });

/** What moves by itself, for whoever asked for less motion. */
const moving = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((one) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
        return animationName !== "none" || scrollBehavior === "smooth" || transitionDuration.split(", ").some((time) => time !== "0s");
      })
      .map((one) => `${one.tagName}.${one.className} moves`),
  );

scene("enlarged to 400 %, no page scrolls sideways, no bar covers anything, and nothing moves", { ...CONTEXT, viewport: ENLARGED, timeout }, async (page) => {
  assert.deepEqual(await wrongAnywhere(page, async (page) => [...(await tooWide(page)), ...(await covered(page)), ...(await moving(page))]), []);
});

scene("enlarged to 400 %, a passing message leaves room for the page", { ...CONTEXT, viewport: ENLARGED }, async (page) => {
  await way.begin(page, { name: "Mill", profile: "Manufacturing line" });
  const message = page.locator(".notice");
  await message.waitFor();
  const { height } = await message.boundingBox();
  assert.ok(height < ENLARGED.height * 0.6, `${height} pixels high`);
  await message.getByRole("button", { name: "Dismiss" }).click();
  await message.waitFor({ state: "detached" });
});

/** What is smaller than a finger needs, unless it stands within a sentence. */
const tooSmall = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const one of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest(".unseen, .skip")) continue;
      const inSentence = one.matches("a") && getComputedStyle(one).display === "inline" && one.parentElement.textContent.trim() !== one.textContent.trim();
      if (inSentence) continue;
      const drawn = one.matches("input[type=radio], input[type=checkbox], input[type=file]") ? (one.closest("label") ?? one.labels?.[0] ?? one) : one;
      const { width, height } = drawn.getBoundingClientRect();
      if (width > 0 && (width < 24 || height < 24)) found.push(`${one.tagName}.${one.className} “${one.textContent.trim().slice(0, 30)}”: ${width.toFixed(1)} × ${height.toFixed(1)}`);
    }
    return [...new Set(found)];
  });

scene("whatever is pressed is 24 pixels wide and high at least", { ...CONTEXT, viewport: PHONE, timeout }, async (page) => {
  assert.deepEqual(await wrongAnywhere(page, tooSmall), []);
});

/** The same element with and without a state has to look different. */
async function looksDifferent(page, locator, change, what) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  const clip = { x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12 };
  const before = await page.screenshot({ clip, animations: "disabled", caret: "hide" });
  await locator.evaluate(change);
  const after = await page.screenshot({ clip, animations: "disabled", caret: "hide" });
  assert.ok(!before.equals(after), what);
}

scene("with few colours, what is chosen, where one is and what has the focus still show", { ...CONTEXT, forcedColors: "active" }, async (page) => {
  await prepare(page);
  const screen = (name) => SCREENS.find((one) => one.name === name);
  await open(page, screen("targets"));
  await looksDifferent(page, page.locator(".steps a[aria-current]"), (it) => it.removeAttribute("aria-current"), "the current step shows");
  await way.openTargets(page);
  const chosen = page.locator(".target-card .segment:has(input:checked)").first();
  await looksDifferent(page, chosen, (it) => (it.querySelector("input").checked = false), "what is chosen shows");
  await looksDifferent(page, page.locator(".segment input").first(), (it) => it.focus(), "that a choice has the focus shows");
  await looksDifferent(page, page.locator(".steps a").last(), (it) => it.focus(), "that a link has the focus shows");

  await open(page, screen("assess"), screen("targets"));
  await looksDifferent(page, page.locator("main .level").first(), (it) => (it.className = ""), "marks have an edge");
  await looksDifferent(page, page.locator("progress").first(), (it) => (it.value = 0), "progress shows");
  await looksDifferent(page, page.locator(".side-by-side a[aria-current]"), (it) => it.removeAttribute("aria-current"), "the page beside others shows");
  await open(page, screen("quick"), screen("assess"));
  await looksDifferent(page, page.locator(".description.chosen"), (it) => it.classList.remove("chosen"), "the chosen description shows");
  await open(page, screen("practice"), screen("quick"));
  await looksDifferent(page, page.locator(".level-head.open"), (it) => it.classList.remove("open"), "the open level shows");
  await looksDifferent(page, page.locator(".tool").first(), (it) => (it.className = "button plain small"), "signs show");
  await open(page, screen("results"), screen("practice"));
  const lines = await page.locator(".pictures .chart svg path").evaluateAll((all) => new Set(all.map((one) => getComputedStyle(one).stroke + getComputedStyle(one).fill)).size);
  assert.ok(lines > 1, "the picture is drawn");
});
