// What can be seen, measured in what is painted: the words of filled buttons and of what is chosen with few colours, and that the content of
// every page has room, also enlarged to 400 % and with the spacing of letters and lines that readers may set (WCAG 1.4.12).
import assert from "node:assert/strict";
import { tooWide } from "./accessibility.mjs";
import { painted, scene } from "./browser.mjs";
import { SCREENS, CONTEXT, open, prepare } from "./screens.mjs";

/** There are many screens. */
const timeout = 900_000;
/** What words need on their ground, WCAG 1.4.3. */
const TEXT = 4.5;
/** What can't be done without seeing it: filled buttons, on every page. */
const BUTTONS = ".button.primary";
/** What else stands out: what is chosen, marks, tags, messages. Of what looks alike, the first that there is. */
const MARKS = ".segment input:checked + .segment-label, .level, .tag, .fit, .notice p, .notice .button";

/** The contrast between the two colours that most of a picture is painted in: the ground, and what stands on it furthest from it. */
const contrastIn = (eye, picture) =>
  eye.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (letter) => letter.codePointAt(0))], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const color = `${data[at]},${data[at + 1]},${data[at + 2]}`;
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const light = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = (color) => color.split(",").reduce((sum, value, index) => sum + [0.2126, 0.7152, 0.0722][index] * light(Number(value)), 0);
    const [[ground]] = [...counts].sort(([, a], [, b]) => b - a);
    const contrasts = [...counts.keys()].map((color) => {
      const [dark, bright] = [luminance(color), luminance(ground)].sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    });
    return Math.max(...contrasts);
  }, picture.toString("base64"));

/** What of each look there is on a page, marked so that it is found again; of those that are known already, none. */
const marked = (page, told) =>
  page.evaluate(({ buttons, marks, known, buttonsToo }) => {
    for (const one of document.querySelectorAll("[data-seen]")) delete one.dataset.seen;
    const isThere = (one) => one.checkVisibility({ visibilityProperty: true }) && one.textContent.trim() !== "";
    const looks = new Map();
    for (const one of [...document.querySelectorAll(marks)].filter(isThere)) {
      const look = [...one.classList].join(".");
      if (!known.includes(look) && !looks.has(look)) looks.set(look, one);
    }
    const first = [...document.querySelectorAll(buttons)].filter(isThere).slice(0, buttonsToo ? 1 : 0);
    return { ids: [...first, ...looks.values()].map((one, index) => (one.dataset.seen = `${index}`)), looks: [...looks.keys()] };
  }, told);

/** What words can't be seen on a page with few colours, light and dark; `known` has the looks that were seen already, of each. */
async function unseen(page, eye, known) {
  const wrong = [];
  let looked = 0;
  await page.emulateMedia({ forcedColors: "active" });
  for (const [colorScheme, before] of Object.entries(known)) {
    await page.emulateMedia({ colorScheme });
    await painted(page);
    // The button of every page in light; in dark it is one look among the others.
    const { ids, looks } = await marked(page, { buttons: BUTTONS, marks: `${MARKS}, ${BUTTONS}`, known: before, buttonsToo: colorScheme === "light" });
    for (const id of ids) {
      const one = page.locator(`[data-seen="${id}"]`);
      // Messages go by themselves.
      await one.scrollIntoViewIfNeeded({ timeout: 5000 }).catch(() => undefined);
      const box = (await one.count()) > 0 && (await one.boundingBox());
      if (!box) continue;
      // Without its edge, which would be seen anyway: what counts is what stands inside.
      const clip = { x: box.x + 4, y: box.y + 3, width: Math.max(4, box.width - 8), height: Math.max(4, box.height - 6) };
      const contrast = await contrastIn(eye, await page.screenshot({ clip, animations: "disabled", caret: "hide" }));
      looked += 1;
      if (contrast < TEXT) wrong.push(`${colorScheme}: “${(await one.innerText()).trim().slice(0, 40)}” (${await one.getAttribute("class")}): contrast ${contrast.toFixed(1)}`);
    }
    before.push(...looks);
  }
  await page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
  return { wrong, looked };
}

/** What holds content and shows none, or next to none, of it. */
const squeezed = (page) =>
  page.evaluate(() => {
    const LINES = 3;
    const found = [];
    const words = document.querySelector("main")?.innerText.trim() ?? "";
    if (words === "") found.push("there is no content");
    for (const one of document.querySelectorAll("main, main *")) {
      const { overflowY, lineHeight, fontSize } = getComputedStyle(one);
      if (overflowY === "visible" || !one.checkVisibility({ visibilityProperty: true }) || one.matches("textarea, progress")) continue;
      // Words for screen readers alone are clipped to a point.
      if (one.closest(".unseen") || (one.clientWidth <= 1 && one.clientHeight <= 1)) continue;
      const line = Number.parseFloat(lineHeight) || 1.5 * Number.parseFloat(fontSize);
      const isCut = one.scrollHeight > one.clientHeight + 2;
      const least = Math.min(one.scrollHeight, LINES * line);
      if (isCut && one.clientHeight < least) found.push(`${one.tagName}.${one.className} shows ${one.clientHeight} of ${one.scrollHeight} pixels`);
      if (isCut && overflowY === "hidden" && getComputedStyle(one).webkitLineClamp === "none") found.push(`${one.tagName}.${one.className} hides what it has no room for`);
    }
    return found;
  });

/** The spacing that readers may set, WCAG 1.4.12. Made as a style sheet of the browser's own: the policy allows no style in the page. */
const spaceOut = (page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });

/** What has no room on a page: in a window, on a phone, enlarged to 400 %, and with the spacing that readers may set. */
async function withoutRoom(page) {
  const wrong = [];
  for (const viewport of [{ width: 390, height: 844 }, { width: 320, height: 256 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(viewport);
    const found = await squeezed(page);
    // Enlarged to 400 %, letters are large already: each is asked for on its own.
    if (viewport.width !== 320) {
      await spaceOut(page);
      found.push(...(await tooWide(page)), ...(await squeezed(page)));
      await page.evaluate(() => (document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)));
    }
    wrong.push(...found.map((one) => `${viewport.width} × ${viewport.height}: ${one}`));
  }
  return wrong;
}

scene("on every page all that is filled can be seen with few colours, and the content has room, enlarged and spaced out too", { ...CONTEXT, timeout }, async (page, context) => {
  const eye = await context.newPage();
  const known = { light: [], dark: [] };
  const found = new Set();
  let seen = 0;
  await prepare(page);
  for (const [index, screen] of SCREENS.entries()) {
    await open(page, screen, SCREENS[index - 1]).catch((error) => {
      throw new Error(`${screen.name} does not open`, { cause: error });
    });
    const { wrong, looked } = await unseen(page, eye, known);
    seen += looked;
    for (const one of [...wrong, ...(await withoutRoom(page))]) found.add(`${screen.name}: ${one}`);
  }
  assert.ok(seen > 40 && known.light.length > 10 && known.dark.length > 10, "there is something to see");
  assert.deepEqual([...found], []);
});
