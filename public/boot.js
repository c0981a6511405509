// Loads the app. The page's policy allows no inline script, so Trunk names the app's two files on this script's element.
const { module, wasm } = document.querySelector("script[data-module]").dataset;

try {
  const [app, { journal }] = await Promise.all([import(module), import("./journal.js")]);
  // Read before the app begins: nothing is opened, and so nothing written, before what was lost is back.
  globalThis.plumblineJournal = await journal();
  await app.default({ module_or_path: wasm });
} catch (why) {
  // What the page has to say in this case is in the page itself, hidden until now.
  document.getElementById("boot-failed")?.removeAttribute("hidden");
  throw why;
}
