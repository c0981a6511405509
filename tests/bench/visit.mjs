// A first visit on an old phone with bad reception, and what it takes until the screen is of use.

/** What Lighthouse calls mobile: slow 4G, a processor slowed four times, the screen of a phone of the middle class. */
export const MOBILE = {
  screen: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
  network: { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 },
  slowed: 4,
};

/** Whether the start page is of use: what it is about stands there, and one can begin. */
export const plumblineIsUseful = () => {
  const button = document.querySelector("#app .button.primary");
  return document.querySelector("h1") !== null && button !== null;
};

/** Whether a page without scripts is of use. */
export const staticIsUseful = () => document.querySelector("form input") !== null;

const observe = () => {
  globalThis.seen = { shift: 0, tasks: [] };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.seen.shift += value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) globalThis.seen.tasks.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });
};

/** Visits an address for the first time. Times are in milliseconds, bytes are those on the wire. */
export async function firstVisit(browser, url, isUseful, { network = MOBILE.network, slowed = MOBILE.slowed } = {}) {
  const context = await browser.newContext(MOBILE.screen);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: false });
  if (network) await client.send("Network.emulateNetworkConditions", network);
  await client.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  let asked = [];
  let bytes = 0;
  const open = new Set();
  client.on("Network.requestWillBeSent", ({ request, requestId }) => {
    if (request.url.startsWith("data:")) return;
    asked.push({ requestId, url: request.url });
    open.add(requestId);
  });
  // What is there already goes over no wire.
  client.on("Network.requestServedFromCache", ({ requestId }) => {
    asked = asked.filter((one) => one.requestId !== requestId);
    open.delete(requestId);
  });
  const settle = ({ requestId, encodedDataLength = 0 }) => {
    open.delete(requestId);
    bytes += encodedDataLength;
  };
  client.on("Network.loadingFinished", settle);
  client.on("Network.loadingFailed", settle);
  // Also what the service worker asks for, later and in the background.
  let background = 0;
  context.on("request", (request) => {
    if (request.serviceWorker()) background += 1;
  });
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: "commit" });
  const end = Date.now() + 60_000;
  while (!(await page.evaluate(isUseful).catch(() => false))) {
    if (Date.now() > end) throw new Error(`${url} does not become useful`);
  }
  const useful = { bytes, requests: asked.length, at: await page.evaluate(() => performance.now()) };
  const { origin } = new URL(url);
  // Until nothing was loaded and nothing took long for a while.
  let quiet = Date.now();
  let count = -1;
  while (Date.now() - quiet < 2500) {
    const now = asked.length + background + open.size + (await page.evaluate(() => globalThis.seen.tasks.length));
    if (now !== count) quiet = Date.now();
    count = now;
    await page.waitForTimeout(100);
  }
  const seen = await page.evaluate(() => ({
    ...globalThis.seen,
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  }));
  await context.close();
  return {
    useful,
    whole: { bytes, requests: asked.length, background },
    otherHosts: asked.filter(({ url }) => new URL(url).origin !== origin).length,
    firstPaint: seen.paint,
    blocking: seen.tasks.filter(([start, duration]) => start + duration > seen.paint).reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0),
    layoutShift: seen.shift,
  };
}
