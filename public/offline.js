// Has the browser keep Plumbline, so that it works without network, and says when a new version is ready. The app and this script
// talk by events of the window:
//
// - plumbline-update: a new version is ready; plumbline-listening: the app wants to hear of that from now on;
// - plumbline-use: the user wants the new version now;
// - plumbline-leave: the page is about to be loaded anew. Whoever has something that can't be saved prevents it;
// - plumbline-stays: the new version can't be used yet, because a page has something that can't be saved.

import { quiet } from "./quiet.js";

const tell = (name, options) => window.dispatchEvent(new CustomEvent(`plumbline-${name}`, options));
const mayLeave = () => tell("leave", { cancelable: true });

/** How long this page has loaded nothing before another version takes over, in milliseconds: a browser lets it wait for minutes while the
 *  old one is answering. */
const RESTING = 300;

/** How long a page that stays open goes without looking for a new version, in milliseconds. */
const LOOK_AFTER = 3_600_000;

/** Keeps the version that this page is of. Done when all of it is here, or can't be. */
export async function keep(version) {
  const serviceWorker = available();
  // Without it, as in a private window of some browsers or in a frame that may not, all works as long as there is a network. A browser
  // says itself why it keeps nothing.
  const registration = await serviceWorker?.register("sw.js", { updateViaCache: "none" }).catch(() => undefined);
  if (!registration) return;
  follow(serviceWorker);
  announce(serviceWorker, registration);
  lookNowAndThen(registration);
  const first = registration.installing ?? registration.waiting ?? registration.active;
  await settled(first);
  if (!serviceWorker.controller) {
    registration.active?.postMessage({ ask: "keep", version });
    await adopted(serviceWorker);
  }
}

/** What keeps files in the browser; nothing where it allows that to nobody, as in a sandboxed frame, where asking is an error. */
function available() {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** Loads the page anew when another version has taken over, and agrees to that or not. */
function follow(serviceWorker) {
  let controller = serviceWorker.controller;
  serviceWorker.addEventListener("controllerchange", () => {
    const isFirst = !controller;
    controller = serviceWorker.controller;
    if (isFirst) return;
    if (mayLeave()) location.reload();
    else tell("stays");
  });
  serviceWorker.addEventListener("message", ({ data, ports: [port] }) => {
    if (data?.ask === "leave") quiet(RESTING).then(() => port?.postMessage(mayLeave()));
  });
  serviceWorker.startMessages();
}

/** Says when a new version is ready, and hands over to it when the user wants that. */
function announce(serviceWorker, registration) {
  const isReady = () => registration.waiting && serviceWorker.controller;
  const say = () => isReady() && tell("update");
  registration.addEventListener("updatefound", async () => {
    await settled(registration.installing);
    say();
  });
  settled(registration.installing).then(say);
  window.addEventListener("plumbline-listening", say);
  window.addEventListener("plumbline-use", async () => {
    if (!mayLeave()) {
      tell("stays");
      return;
    }
    await quiet(RESTING);
    if (!registration.waiting) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => data || tell("stays");
    registration.waiting.postMessage({ ask: "use" }, [port2]);
  });
}

function lookNowAndThen(registration) {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" || Date.now() - last < LOOK_AFTER) return;
    last = Date.now();
    // Without network there is nothing to look for.
    registration.update().catch(() => undefined);
  });
}

/** Done when a worker is installed and at work or waiting, or given up. */
function settled(worker) {
  return new Promise((resolve) => {
    const look = () => {
      const isFirst = worker && !navigator.serviceWorker.controller;
      const states = isFirst ? ["activated", "redundant"] : ["installed", "activated", "redundant"];
      if (!worker || states.includes(worker.state)) resolve();
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

/** Done when a worker looks after this page, or does not want to. */
function adopted(serviceWorker) {
  return new Promise((resolve) => {
    serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    setTimeout(resolve, 1000);
  });
}
