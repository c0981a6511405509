// How long it takes to the first answer, for somebody on an old phone with bad reception who presses on as soon as something can be
// pressed.
import { MOBILE } from "./visit.mjs";

const ANSWER = ".descriptions input[type=radio]";

/** The way to the first answer of the quick pass: what is pressed, one after the other, each as soon as it is there. */
export const QUICK_WAY = ["#quick, #meanwhile-start:not([hidden]) #meanwhile-quick", ANSWER];

/** The way to it for somebody who wants to say first what it is about. */
export const NAMED_WAY = [
  "#new:not(:disabled), #meanwhile-start:not([hidden]) #meanwhile-new",
  '.steps a[href$="/assess"]',
  '.passes a[href*="/quick/"]',
  ANSWER,
];

/** The way from a link that names a profile to the first question of the interview, which is there to be answered. */
export const PROFILE_WAY = ["#new-with-profile", '.steps a[href$="/targets"]', 'main a[href$="/interview"]', "main fieldset input[type=radio]"];

/** The way of a page made by hand. */
export const HAND_WAY = ["form input"];

/** Presses along a way. Runs in the page. */
const pressAlong = (way) => {
  const walk = { at: 0, tasks: [] };
  globalThis.walk = walk;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) walk.tasks.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });
  let pressed;
  const isShown = (element) => element.checkVisibility();
  // From when on an assessment is stored.
  const lookForStored = () => {
    if (Object.keys(localStorage).some((key) => key.startsWith("plumbline.session."))) walk.stored = performance.now();
    else setTimeout(lookForStored, 10);
  };
  const look = () => {
    const element = [...document.querySelectorAll(way[walk.at])].find((one) => one !== pressed && isShown(one));
    if (element) {
      pressed = element;
      walk.at += 1;
      element.click();
      if (walk.at === way.length) {
        requestAnimationFrame(() => setTimeout(() => (walk.done = performance.now())));
        lookForStored();
        return;
      }
    }
    setTimeout(look, 10);
  };
  look();
};

/** Opens the app once and waits until the browser keeps all of it. */
async function visitOnce(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
  await page.close();
}

/**
 * Walks along a way, for the first time, or `again` with the app kept by the browser; what it cost until the last press shows, and with
 * `isKept` until the assessment is stored, too. Times in milliseconds, bytes on the wire.
 */
export async function walkAlong(browser, url, way, { network = MOBILE.network, slowed = MOBILE.slowed, again = false, isKept = false } = {}) {
  const context = await browser.newContext(MOBILE.screen);
  if (again) await visitOnce(context, url);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  if (network) await client.send("Network.emulateNetworkConditions", network);
  await client.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const requests = new Map();
  client.on("Network.requestWillBeSent", ({ requestId, request }) => requests.set(requestId, { url: request.url, bytes: 0 }));
  client.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes += encodedDataLength;
  });
  await page.addInitScript(pressAlong, way);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.walk?.done, undefined, { timeout: 60_000 });
  const received = () => [...requests.values()].filter(({ url }) => !url.startsWith("data:")).reduce((sum, { bytes }) => sum + bytes, 0);
  const bytes = received();
  if (isKept) await page.waitForFunction(() => globalThis.walk.stored, undefined, { timeout: 60_000 });
  const { done, stored, tasks } = await page.evaluate(() => globalThis.walk);
  const longest = Math.max(0, ...tasks.filter(([start]) => start < done).map(([, duration]) => duration));
  const until = { done, longest, bytes, stored, storedBytes: received() };
  await context.close();
  return until;
}
