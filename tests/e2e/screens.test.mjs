// The pages look as they did when somebody last said that they look right: compared with pictures of them, with tolerance for what
// a machine draws a little differently. Written anew with PLUMBLINE_UPDATE_SCREENS=1, to be looked at before they are kept.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import pixelmatch from "pixelmatch";
import { chromium } from "playwright-core";
import { PNG } from "pngjs";
import { FLAGS, root, still } from "./browser.mjs";
import { CONTEXT, open, prepare, SCREENS } from "./screens.mjs";

const FOLDER = new URL("../screenshots/", import.meta.url);
const KEPT = new URL("pages/", FOLDER);
/** Where the pictures of pages that look different are put, to look at. */
const DIFFERENT = new URL("../../target/screens/", import.meta.url);
const isUpdate = process.env.PLUMBLINE_UPDATE_SCREENS === "1";

/** Pages in half their size, so that all pictures together stay small: what is out of place shows all the same. */
const SCALE = 0.5;
/** How much of a page may differ: less than a button, more than the edges of letters. */
const TOLERATED = 0.002;
/** How much of a page is looked at, in pixels from the top. */
const HIGHEST = 1300;

const PHONE = 390;
const DESK = 1440;
const BOTH = ["light", "dark"];
const WATCHED = [
  { names: ["start-empty", "start", "targets", "practice", "results", "share"], widths: [PHONE, DESK], themes: BOTH },
  { names: ["start", "practice", "results"], widths: [768], themes: ["light"] },
  { names: ["set-up", "interview", "assess", "quick", "report", "settings", "learn-practice", "not-found"], widths: [PHONE, DESK], themes: ["light"] },
  { names: ["results-new", "full-practice"], widths: [PHONE], themes: ["dark"] },
];

/** The pictures in the README: in their full size, as far as they are of interest. */
const SHOWN = [
  { file: "results.png", name: "results", width: 1280, height: 800, from: ".pictures" },
  { file: "practice.png", name: "practice", width: 390, height: 844, from: ".level-section.open" },
  { file: "targets.png", name: "targets", width: 1280, height: 800, from: ".domain" },
];

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: FLAGS });
});
after(() => browser?.close());

/** Opens screens one after the other in a window of this size. */
async function visit({ width, height, scale, themes = ["light"] }, names, see) {
  const context = await browser.newContext({ ...CONTEXT, baseURL: root, viewport: { width, height }, deviceScaleFactor: scale });
  context.setDefaultTimeout(10_000);
  try {
    const page = await context.newPage();
    await prepare(page);
    for (const name of names) {
      await open(page, SCREENS.find((screen) => screen.name === name));
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        // Pictures of results are drawn anew in other colours.
        await still(page);
        await see(page, name, colorScheme);
      }
      await page.emulateMedia({ colorScheme: "light" });
    }
  } finally {
    await context.close();
  }
}

/** A picture of a page from its top. */
async function picture(page) {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  const clip = { x: 0, y: 0, width, height: Math.min(height, HIGHEST) };
  return page.screenshot({ fullPage: true, clip, animations: "disabled", caret: "hide" });
}

/** What tells machines apart that draw letters and fields differently: how these look, and which browser it is. */
async function machine() {
  const page = await browser.newPage({ viewport: { width: 400, height: 120 }, deviceScaleFactor: SCALE, colorScheme: "light" });
  await page.setContent(`<body style="font: 16px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif">
    <p>Plumbline <b>0123456789</b> ▼ ● ▲ ◌ ✓ <code style="font-family: ui-monospace, monospace">iot-smm</code></p><progress value=".4"></progress> <input type="radio" checked> <input type="checkbox">`);
  const { data } = PNG.sync.read(await page.screenshot());
  await page.close();
  return `${createHash("sha256").update(data).digest("hex").slice(0, 16)} Chromium ${browser.version().split(".")[0]}`;
}

const named = (name, width, theme) => `${name}-${width}-${theme}.png`;

/** How much of two pictures differs, from 0 to 1; and a picture of that. */
function difference(kept, now) {
  const [one, other] = [PNG.sync.read(kept), PNG.sync.read(now)];
  if (one.width !== other.width) return { share: 1 };
  // A page may have grown: what both have is compared, what one has more counts as different.
  const height = Math.min(one.height, other.height);
  const length = one.width * height * 4;
  const seen = new PNG({ width: one.width, height });
  const pixels = pixelmatch(one.data.subarray(0, length), other.data.subarray(0, length), seen.data, one.width, height, { threshold: 0.2 });
  const more = Math.abs(one.height - other.height) * one.width;
  return { share: (pixels + more) / (one.width * Math.max(one.height, other.height)), seen: PNG.sync.write(seen) };
}

describe("the pages look as they did", { timeout: 900_000 }, () => {
  const note = new URL("machine.txt", KEPT);
  let skip;
  before(async () => {
    if (isUpdate) {
      rmSync(KEPT, { recursive: true, force: true });
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(note, `${await machine()}\n`);
      return;
    }
    const [here, there] = [await machine(), readFileSync(note, "utf8").trim()];
    if (here !== there) skip = `this machine draws letters or fields otherwise than the one that the pictures are from (${here}, not ${there}): nothing is compared`;
  });

  const widths = [...new Set(WATCHED.flatMap(({ widths }) => widths))];
  for (const width of widths) {
    test(`${width} pixels wide`, async (t) => {
      if (skip) return t.skip(skip);
      const found = [];
      for (const { names, widths, themes } of WATCHED) {
        if (!widths.includes(width)) continue;
        await visit({ width, height: width === PHONE ? 844 : 900, scale: SCALE, themes }, names, async (page, name, theme) => {
          const file = named(name, width, theme);
          const now = await picture(page);
          if (isUpdate) return writeFileSync(new URL(file, KEPT), now);
          const { share, seen } = difference(readFileSync(new URL(file, KEPT)), now);
          if (share <= TOLERATED) return;
          found.push(`${file}: ${(share * 100).toFixed(2)} % of it differ`);
          mkdirSync(DIFFERENT, { recursive: true });
          writeFileSync(new URL(file, DIFFERENT), now);
          if (seen) writeFileSync(new URL(`different-${file}`, DIFFERENT), seen);
        });
      }
      assert.deepEqual(found, [], "look at target/screens; where it is right as it is now, keep it with PLUMBLINE_UPDATE_SCREENS=1");
    });
  }

  test("there is a picture of each page that is watched, and no other", () => {
    const wanted = WATCHED.flatMap(({ names, widths, themes }) => names.flatMap((name) => widths.flatMap((width) => themes.map((theme) => named(name, width, theme)))));
    assert.deepEqual(readdirSync(KEPT).filter((name) => name.endsWith(".png")).toSorted(), [...new Set(wanted)].toSorted());
  });
});

test("the pictures of the README", { skip: !isUpdate && "they are made with the others", timeout: 60_000 }, async () => {
  for (const { file, name, width, height, from } of SHOWN) {
    await visit({ width, height, scale: 1 }, [name], async (page) => {
      if (from) await page.locator(from).first().evaluate((it) => scrollTo({ top: it.getBoundingClientRect().top + scrollY - 16, behavior: "instant" }));
      writeFileSync(new URL(file, FOLDER), await page.screenshot({ animations: "disabled", caret: "hide" }));
    });
  }
});
