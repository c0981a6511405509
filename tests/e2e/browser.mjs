// What the end-to-end tests share: the browser, the app's addresses, and an eye on what goes wrong in a page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { aBrowser } from "./chromium.mjs";

export { FLAGS } from "./chromium.mjs";

/** Where the app is: at the root of its host and, where `cargo xtask test e2e` hosts it so as well, below a path. */
export const root = process.env.PLUMBLINE_URL ?? "http://localhost:8090/";
export const below = process.env.PLUMBLINE_SUBPATH_URL;

/** Why a test about the app below a path is skipped, if it is. */
export const notBelow = below ? false : "PLUMBLINE_SUBPATH_URL is not set";

const PATIENCE = 10_000;
let browser;
before(async () => {
  browser = await aBrowser();
});
after(() => browser?.close());

/**
 * A test in a browser context of its own. It fails when any page of it complains: an error on the console, an uncaught one, a
 * broken policy, a request without a good answer or to another host. `allow` is a pattern for complaints that the test provokes;
 * `prepare` may give back the address of a host of the test's own; `timeout` is how long it may take; everything else in `options` is for the context. The service
 * worker is left out unless a test is about it: it would answer in place of the host.
 */
export function scene(sentence, ...rest) {
  const play = rest.pop();
  const { skip = false, allow = /^$/, prepare, timeout = 120_000, ...options } = rest.pop() ?? {};
  test(sentence, { skip, timeout }, async () => {
    const context = await browser.newContext({ baseURL: root, locale: "en-GB", viewport: { width: 1280, height: 800 }, serviceWorkers: "block", ...options });
    context.setDefaultTimeout(PATIENCE);
    let home = options.baseURL ?? root;
    const found = complaints(context, (url) => url.origin === new URL(home).origin);
    const unexpected = () => found.filter((complaint) => !allow.test(complaint));
    let atTheEnd = [];
    try {
      await context.addInitScript(sayBrokenPolicies);
      const other = await prepare?.(context);
      if (typeof other === "string") home = other;
      await play(await context.newPage(), context);
    } catch (error) {
      // What the page complained about is often the reason why the test did not get on.
      error.stack = `${error.stack ?? error}${unexpected().map((complaint) => `\n  the page said: ${complaint}`).join("")}`;
      throw error;
    } finally {
      // What still waits for a host that a test stands in for has nobody to tell any more; and what is asked for once nobody stands
      // in is not what was tested.
      atTheEnd = unexpected();
      for (const routed of [context, ...context.pages()]) await routed.unrouteAll({ behavior: "ignoreErrors" });
      await context.close();
    }
    assert.deepEqual(atTheEnd, []);
  });
}

function complaints(context, isOwn) {
  const found = [];
  context.on("console", (message) => message.type() === "error" && found.push(`${message.text()} (${message.location().url})`));
  context.on("weberror", (error) => found.push(String(error.error())));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && !isOwn(url)) found.push(`request to another host: ${url}`);
  });
  context.on("requestfailed", (request) => {
    // Leaving a page ends what it was still loading; that is no failure.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") found.push(`${request.url()}: ${why}`);
  });
  context.on("response", (response) => response.status() >= 400 && found.push(`${response.url()}: ${response.status()}`));
  return found;
}

function sayBrokenPolicies() {
  document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy broken: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
  );
}

/** Tries a check again and again until it passes or patience runs out; then says why it did not. */
export async function soon(check, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A page in a browser of somebody else. */
export async function elsewhere(page, act) {
  const context = await page.context().browser().newContext({ baseURL: root, locale: "en-GB", viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(10_000);
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Waits until the browser has painted what was changed up to now, twice: what follows from a change comes with the next picture. */
export const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(done)))))));

/** Waits until nothing of a page has changed for a few pictures of it, and all animations have ended. */
export const still = (page) =>
  page.evaluate(async () => {
    const nextPicture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    let changes = 0;
    const watching = new MutationObserver(() => (changes += 1));
    watching.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    for (let quiet = 0, end = performance.now() + 10_000; quiet < 5 && performance.now() < end; ) {
      const before = changes;
      await nextPicture();
      const moves = document.getAnimations().some(({ playState }) => playState === "running");
      quiet = changes === before && !moves ? quiet + 1 : 0;
    }
    watching.disconnect();
    await document.fonts.ready;
  });

/** Does something that ends in a download and gives back its file's name, text and bytes. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return { name: download.suggestedFilename(), text: bytes.toString("utf8"), bytes };
}

/** Everything in the app's storage, byte for byte, as it would be if the page went away now: that has it write what is due. */
export function storage(page) {
  return page.evaluate(() => window.dispatchEvent(new Event("pagehide")) && Object.fromEntries(Object.keys(localStorage).sort().map((key) => [key, localStorage.getItem(key)])));
}

/** The session inside a stored value, as its JSON says it. */
export function unpacked(stored) {
  const [header, , packed] = stored.split("\n");
  const bits = [...packed].map((character) => (character.codePointAt(0) - 0x3400).toString(2).padStart(15, "0")).join("");
  const bytes = Buffer.from(Array.from({ length: JSON.parse(header).bytes }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)));
  return JSON.parse(inflateRawSync(bytes).toString("utf8"));
}

/** A session as the app stores it. */
export function packed(session, revision = 1) {
  const text = Buffer.from(JSON.stringify(session));
  const small = deflateRawSync(text);
  const bits = [...small].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const units = bits.match(/.{1,15}/g).map((unit) => String.fromCharCode(0x3400 + Number.parseInt(unit.padEnd(15, "0"), 2)));
  const name = session.system.find(({ on }) => on === "name")?.value ?? "";
  const rest = `${JSON.stringify({ id: session.id, name, changed: session.created })}\n${units.join("")}`;
  const numbers = Buffer.alloc(24);
  [revision, small.length, text.length].forEach((number, at) => numbers.writeBigUInt64LE(BigInt(number), at * 8));
  const checksum = crc32(Buffer.concat([numbers, Buffer.from(rest)])).toString(16).padStart(8, "0");
  const header = { format: "plumbline-stored", version: 2, revision, checksum, bytes: small.length, length: text.length };
  return `${JSON.stringify(header)}\n${rest}`;
}
