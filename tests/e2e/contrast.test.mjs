// Everything can be read: the contrast of each pair of colours, worked out from the real style sheet, in light and dark.
import assert from "node:assert/strict";
import { scene } from "./browser.mjs";

const TEXT = 4.5;
const SIGN = 3;

/** What is written on what. */
const ON_GROUND = {
  ink: ["paper", "surface", "sunk", "accent-soft", "warning-soft"],
  "ink-soft": ["paper", "surface", "sunk", "accent-soft"],
  accent: ["paper", "surface", "sunk", "accent-soft"],
  "accent-ink": ["accent"],
  "brand-ink": ["brand"],
  "brand-soft": ["brand"],
  paper: ["ink"],
  "level-0-ink": ["level-0"],
  "level-1-ink": ["level-1"],
  "level-2-ink": ["level-2"],
  "level-3-ink": ["level-3"],
  "level-4-ink": ["level-4"],
  short: ["paper", "surface", "short-soft"],
  on: ["paper", "surface", "on-soft"],
  more: ["surface", "more-soft"],
  open: ["surface", "open-soft"],
  warning: ["paper", "surface", "sunk", "warning-soft"],
};

/** What carries meaning without being words: borders of what is pressed, lines of pictures, the focus, what is chosen. */
const SIGNS = {
  "line-strong": ["paper", "surface", "sunk"],
  accent: ["paper", "surface", "sunk"],
  focus: ["paper", "surface", "sunk", "accent-soft"],
  "brand-ink": ["brand"],
  "brand-mark": ["brand"],
  paper: ["ink"],
  current: ["surface", "sunk"],
  target: ["surface", "sunk"],
  short: ["surface"],
  more: ["surface", "sunk"],
  on: ["surface", "sunk"],
  ink: ["surface", "sunk"],
  "ink-soft": ["surface"],
  "code-ink": ["code-ground"],
};

/** Only divides what stands apart anyway. */
const ORNAMENT = ["line"];

/** The colours among the tokens, as red, green and blue; and the rules that set both a ground and what is on it. */
const read = (page) =>
  page.evaluate(() => {
    const rules = [];
    const walk = (list) => {
      for (const rule of list) {
        if (rule instanceof CSSStyleRule) rules.push(rule);
        if (rule.cssRules?.length && !(rule instanceof CSSMediaRule && rule.conditionText === "print")) walk(rule.cssRules);
      }
    };
    for (const sheet of document.styleSheets) walk(sheet.cssRules);
    const names = new Set(rules.filter(({ selectorText }) => selectorText?.split(/,\s*/).includes(":root")).flatMap(({ style }) => [...style]).filter((name) => name.startsWith("--")));
    const probe = document.body.appendChild(document.createElement("i"));
    const colors = {};
    for (const name of names) {
      const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      if (!CSS.supports("color", value)) continue;
      probe.style.color = value;
      colors[name.slice(2)] = getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number);
    }
    probe.remove();
    const token = (value) => /^var\(--([\w-]+)\)/.exec(value)?.[1];
    const pairs = rules.flatMap(({ selectorText, style }) => {
      const [ink, ground] = [token(style.getPropertyValue("color")), token(style.getPropertyValue("background-color") || style.getPropertyValue("background"))];
      return ink && ground ? [[ink, ground, selectorText]] : [];
    });
    const inks = rules.flatMap(({ selectorText, style }) => [[token(style.getPropertyValue("color")), selectorText]]).filter(([ink]) => ink);
    return { colors, pairs, inks };
  });

const light = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]) => 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);

/** The contrast of two colours, from 1 to 21. */
function contrast(one, other) {
  const [dark, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

for (const colorScheme of ["light", "dark"]) {
  scene(`every pair of colours has contrast enough, ${colorScheme}`, { colorScheme }, async (page) => {
    await page.goto("./about");
    const { colors, pairs, inks } = await read(page);
    assert.ok(Object.keys(colors).length > 30, "the colours are found");
    const found = [];
    const check = (list, least) => {
      for (const [ink, grounds] of Object.entries(list)) {
        for (const ground of grounds) {
          assert.ok(colors[ink] && colors[ground], `there is no ${ink} or no ${ground}`);
          const is = contrast(colors[ink], colors[ground]);
          if (is < least) found.push(`${ink} on ${ground}: ${is.toFixed(2)}, at least ${least}`);
        }
      }
    };
    check(ON_GROUND, TEXT);
    check(SIGNS, SIGN);
    assert.deepEqual(found, []);

    const looked = new Set([ON_GROUND, SIGNS].flatMap((list) => Object.entries(list).flatMap(([ink, grounds]) => [ink, ...grounds])));
    assert.deepEqual(Object.keys(colors).filter((name) => !looked.has(name) && !ORNAMENT.includes(name)), [], "colours in no pair");
    assert.ok(pairs.length > 10, "the rules are found");
    assert.deepEqual(pairs.filter(([ink, ground]) => !ON_GROUND[ink]?.includes(ground)).map((pair) => pair.join(" ")), [], "pairs in the style sheet that are not in the list");
    assert.deepEqual(inks.filter(([ink]) => !ON_GROUND[ink]).map((pair) => pair.join(" ")), [], "what is written in a colour that is not in the list");
  });
}
