// The whole main job in a made-up language, whose texts stand in brackets and are longer: a word without brackets stands in the code
// instead of among the texts, and what has no room for a longer language is cut off. The app is built with the feature
// `made-up-language` for it, and is at PLUMBLINE_MADE_UP_URL.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { painted, scene } from "./browser.mjs";
import { practice, practices } from "./model.mjs";
import { CONTEXT, DAY, SCREENS, STORED, open, prepare } from "./screens.mjs";
import { openTargets, takenOver } from "./way.mjs";

const baseURL = process.env.PLUMBLINE_MADE_UP_URL;
const skip = baseURL ? false : "PLUMBLINE_MADE_UP_URL is not set: `cargo xtask test e2e` builds the app in a made-up language";
const TAG = "en-XA";
const PATCHING = practice("hardening.vulnerability.patching");
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** What is typed in these tests. */
const TYPED = { system: "Bottling Line 3", person: "Ana", reason: "Contract with Bo", query: "Patches", file: "broken.json" };

/** A text of a model or profile in the made-up language. */
const madeUp = (text) => `⟦${text.normalize("NFD").replace(/[a-z]/gi, "$&\u0301").normalize("NFC")} ${"łö ŕéɱ ".repeat(Math.ceil(text.length / 18)).trim()}⟧`;

/** A file of a model, profile or glossary that has all its texts in the made-up language, too. */
function translated(value) {
  if (Array.isArray(value)) return value.map(translated);
  if (value === null || typeof value !== "object") return value;
  const same = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, translated(member)]));
  if (Array.isArray(value.languages)) same.languages = [...value.languages, TAG];
  if (typeof value.en === "string") same[TAG] = madeUp(value.en);
  if (Array.isArray(value.en)) same[TAG] = value.en.map(madeUp);
  return same;
}

async function serveTranslated(context) {
  await context.route(/\/(models|profiles|crossrefs)\/[^/]*\.json/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: JSON.stringify(translated(await response.json())) });
  });
  return baseURL;
}

/** Texts that people gave, as far as they are no ids, keys or dates. */
function given(value) {
  if (typeof value === "string") return /^[a-z\d_.:-]+$/i.test(value) && !/[A-Z]/.test(value) ? [] : [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(given);
}
const examples = readdirSync(new URL("../../public/examples", import.meta.url)).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(read(`public/examples/${name}`)));
/** Frameworks, and what is in them, are called what their publishers call them; why they touch a level is said in our words. */
const frameworks = [JSON.parse(read("public/crossrefs/index.json")), JSON.parse(read("public/crossrefs/iot-smm.json")).references.map(({ id }) => ({ id }))];
/** Other names of practices are what other publications call them. */
const aliases = practices().map(({ aliases }) => ({ aliases }));
const OWN = [...given(STORED), ...given(examples), ...given(frameworks), ...given(aliases), ...Object.values(TYPED)];

/** What is wrong with the page: words without brackets, what is cut off, what runs out of the page at its side. */
function faults({ own, onlyFit }) {
  const found = [];
  const letter = /\p{L}/u;
  const said = own.join("\n").replace(/\s+/g, " ");
  const place = (element) => {
    const names = [];
    for (let at = element; at && at !== document.body && names.length < 4; at = at.parentElement) names.unshift(`${at.localName}${[...at.classList].map((name) => `.${name}`).join("")}`);
    return names.join(" > ");
  };
  /** What stands outside of all brackets. */
  const outside = (text) => {
    let depth = 0;
    let rest = "";
    for (const character of text) {
      if (character === "⟦") depth++;
      else if (character === "⟧") {
        // What was split after its first sentence has its first bracket elsewhere.
        if (depth === 0) rest = "";
        depth = Math.max(0, depth - 1);
        rest += "\n";
      }
      else if (depth === 0) rest += character;
    }
    // What is shortened has lost its last bracket.
    return rest.split("\n");
  };
  const look = (text, element, what) => {
    for (const part of outside(text)) {
      const words = part.replace(/\s+/g, " ").replace(/^[\s·:“”"(),.–—→]+|[\s·:“”"(),.–—→]+$/gu, "");
      // An address is the same in every language.
      if (letter.test(words) && !said.includes(words) && !/^https:\/\/\S+$/.test(words)) found.push(`${what} without brackets: “${words}” in ${place(element)}`);
    }
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  if (!onlyFit) {
    look(document.title, document.documentElement, "title of the page");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: element, nodeValue } = walker.currentNode;
      // Keys are called what stands on them; a text that comes as an example of a file is that file's.
      if (element.closest("script, style, noscript, kbd, template, #crashed, .file-name, .report-code, [data-foreign]") || !shown(element)) continue;
      // A picture breaks a text into lines: it is read as a whole.
      if (element.closest("svg") && /[⟦⟧]|[À-ž]/u.test(nodeValue)) continue;
      look(nodeValue, element, "text");
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      if (!shown(element)) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) look(element.getAttribute(name) ?? "", element, name);
    }
    for (const element of document.querySelectorAll("body *")) {
      for (const side of ["::before", "::after"]) {
        const { content } = getComputedStyle(element, side);
        if (content.startsWith('"') && shown(element)) look(content, element, side);
      }
    }
  }
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && letter.test(node.nodeValue));
    // What only a screen reader says needs no room; the name of an assessment is as long as somebody likes.
    if (!hasText || !shown(element) || element.clientWidth <= 1 || element.closest("svg, .unseen, .session-name")) continue;
    const { overflowX, textOverflow } = getComputedStyle(element);
    const cuts = overflowX === "hidden" || overflowX === "clip" || textOverflow === "ellipsis";
    if (cuts && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: “${element.textContent.trim().slice(0, 60)}” in ${place(element)}`);
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const wide = [...document.querySelectorAll("body *")].filter((one) => shown(one) && one.getBoundingClientRect().right > clientWidth + 1);
    found.push(`runs out of the page by ${scrollWidth - clientWidth}: ${wide.slice(0, 1).map(place)} … ${wide.slice(-1).map(place)}`);
  }
  return found;
}

const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 800 };

/** Looks at the page with everything unfolded, wide and narrow, and adds what is wrong. */
async function look(page, name, all) {
  await page.waitForFunction(() => !document.querySelector("main .loading"));
  await page.evaluate(() => document.querySelectorAll("main details:not([open])").forEach((one) => (one.open = true)));
  await painted(page);
  for (const fault of await page.evaluate(faults, { own: OWN, onlyFit: false })) all.push(`${name}: ${fault}`);
  await page.setViewportSize(NARROW);
  await painted(page);
  for (const fault of await page.evaluate(faults, { own: OWN, onlyFit: true })) all.push(`${name}, narrow: ${fault}`);
  await page.setViewportSize(WIDE);
}

const assertNone = (all) => assert.equal(all.length, 0, `\n${[...new Set(all)].join("\n")}\n`);
const options = { ...CONTEXT, skip, baseURL, locale: TAG, prepare: serveTranslated, timeout: 900_000 };

scene("every page speaks the language that is chosen, and has room for it", { ...options, allow: /404/ }, async (page) => {
  await prepare(page);
  const all = [];
  let before;
  for (const screen of SCREENS) {
    // What is done there by its English words is done below without them.
    const { act: _, ...still } = screen;
    await open(page, still, before);
    // The licences of others are in the words of others.
    if (screen.name === "notices") await page.locator("main ul, main dl").first().evaluate((list) => (list.dataset.foreign = ""));
    await look(page, screen.name, all);
    before = still;
  }
  assertNone(all);
});

scene("the main job is said in the language that is chosen, step by step", { ...options, allow: /404/ }, async (page) => {
  await page.clock.setFixedTime(DAY);
  const all = [];
  const file = async (name, text) => {
    await takenOver(page);
    await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  };
  const arrived = (at) => page.waitForURL(at);

  await page.goto("./");
  await page.mouse.move(1, 1);
  await page.locator("#new:enabled").click();
  await arrived(/\/setup$/);
  await page.locator("main input[type=text], main input:not([type])").first().fill(TYPED.system);
  await page.locator("main input[type=checkbox]").first().check();
  await look(page, "set up", all);
  const within = page.url().replace(/\/[^/]*$/, "");

  await page.goto(`${within}/targets`);
  await page.locator("details.target-card").first().waitFor();
  await openTargets(page);
  const card = page.locator("main li").filter({ has: page.locator("input[type=radio]") }).first();
  await card.locator("label.segment").last().click();
  await card.locator("textarea").first().fill(TYPED.reason);
  await look(page, "targets", all);
  await page.goto(`${within}/interview`);
  await page.locator("main input[type=radio]").first().check();
  await look(page, "interview", all);
  await page.goto(`${within}/quick/${PATCHING.id}`);
  // By key one stays at the question.
  await page.locator(".descriptions input[type=radio]").last().press("Space");
  await look(page, "quick pass", all);
  await page.locator(".descriptions input[type=radio]").nth(1).press("Space");
  await page.goto(`${within}/full/${PATCHING.id}`);
  const answers = page.locator("main li input[type=radio][value=not_applicable]");
  await answers.first().check();
  await look(page, "full pass", all);
  for (const [key, name] of [["?", "keys"]]) {
    await page.keyboard.press(key);
    await look(page, name, all);
    await page.keyboard.press("Escape");
  }
  for (const at of ["evidence", "people", "results", "duties", "plan", "agenda", "report", "board", "share", "envelope", "check", "rounds", "confirm", "since", "benchmark", "reader", `search?q=${TYPED.query}`]) {
    await page.goto(`${within}/${at}`);
    await page.locator("h1").first().waitFor();
    await look(page, at, all);
  }
  // Each button of the share page that only shows something more.
  await page.goto("./");
  await page.mouse.move(1, 1);
  await file(TYPED.file, "{ this is no session");
  await page.locator("main .import, main [role=alert]").first().waitFor();
  await look(page, "a bad file", all);
  await page.goto("./");
  await page.mouse.move(1, 1);
  await file("example.json", JSON.stringify(STORED.ex));
  await page.locator("dl dt").first().waitFor();
  await look(page, "a file", all);
  await page.goto("./fleet");
  await page.mouse.move(1, 1);
  await page.locator("h1").first().waitFor();
  await look(page, "many files, none yet", all);
  await file(TYPED.file, "{ this is no session");
  await file("example.json", JSON.stringify(STORED.ex));
  await page.locator("section ol, .fleet-sites button, table.heat button").first().waitFor();
  await page.locator(".heat-see").first().click();
  await look(page, "many files", all);
  assertNone(all);
});

scene("another language is chosen in the settings, at once and for later", { ...options, locale: "en-GB" }, async (page) => {
  await page.goto("./settings");
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await page.getByLabel("Language").selectOption(TAG);
  const heading = page.getByRole("heading", { level: 1, name: /^⟦/ });
  await heading.waitFor();
  await page.locator("header").getByText(/^⟦/).first().waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), TAG);
  assert.match(await page.title(), /^⟦/);
  await page.reload();
  await heading.waitFor();
  await page.locator("#language").selectOption("en");
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
});

