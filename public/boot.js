// Loads the app. The page's policy allows no inline script, so Trunk names the app's two files on this script's element.
import { journal } from "./journal.js";
import { keep } from "./offline.js";
import "./policy.js";
import { quiet } from "./quiet.js";
import "./translated.js";

/** Somebody is there: whoever only had the page loaded needs no more of it. */
const somebody = new Promise((done) => {
  for (const sign of ["pointerdown", "pointermove", "keydown", "touchstart", "wheel", "focusin"]) addEventListener(sign, done, { once: true, passive: true, capture: true });
});

// Some keyboards type a character that takes two units, as an emoji does, and Firefox tells that in two halves. Half of one is no text:
// written back into the field it would become another character, and the other half would follow that.
addEventListener("input", (event) => event.target.value?.isWellFormed?.() === false && event.stopImmediatePropagation(), true);

const { module, wasm, version, near, next } = document.querySelector("script[data-module]").dataset;

/** Fetches files beside the app itself: somebody waits for them. */
function fetchBeside(files) {
  for (const href of files?.split(" ").filter(Boolean) ?? []) {
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href });
    document.head.append(link);
  }
}

/** Fetches what the first question needs, and what the way on needs: where somebody waits for the question alone, once that is here. */
function fetchWhatIsNear() {
  fetchBeside(near);
  if (new URLSearchParams(location.search).has("quick")) addEventListener("plumbline-next", () => fetchBeside(next), { once: true });
  else fetchBeside(next);
}
if (globalThis.plumblineWanted?.isNew || location.search) fetchWhatIsNear();
else addEventListener("plumbline-wanted", fetchWhatIsNear, { once: true });

/** How long nobody waits for anything before the rest is fetched, in milliseconds. */
const QUIET = 1500;

/** The app is there, and hears what it is told. */
const begun = new Promise((done) => addEventListener("plumbline-begun", done, { once: true }));

try {
  // Read before the app begins: nothing is opened, and so nothing written, before what was lost is back.
  const [app, kept] = await Promise.all([import(module), journal(), globalThis.plumblineDressed]);
  globalThis.plumblineJournal = kept;
  await app.default({ module_or_path: wasm });
  await begun;
} catch (why) {
  // What the page has to say in this case is in the page itself, hidden until now.
  document.getElementById("boot-failed")?.removeAttribute("hidden");
  throw why;
}

// Files that the system opens with Plumbline, where it is installed and the browser can do that.
globalThis.launchQueue?.setConsumer(async ({ files }) => {
  for (const handle of files ?? []) window.dispatchEvent(new CustomEvent("plumbline-open", { detail: await handle.getFile() }));
});

// What the first question and the way on need comes as soon as somebody is there, the rest when nobody waits for anything. A build for development has
// no version and is not kept.
somebody.then(() => window.dispatchEvent(new Event("plumbline-near")));
await quiet(QUIET);
try {
  if (version) await keep(version);
} finally {
  await somebody;
  window.dispatchEvent(new Event("plumbline-idle"));
}
