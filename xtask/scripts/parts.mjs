// Puts the parts of the app beside the page, in a folder named after their content: node parts.mjs PARTS FOLDER
import { createHash } from "node:crypto";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [parts, folder] = process.argv.slice(2);

const hash = createHash("sha256");
for (const name of (await readdir(parts)).sort()) hash.update(name).update(await readFile(join(parts, name)));
const home = `app-${hash.digest("hex").slice(0, 16)}`;
await cp(parts, join(folder, home), { recursive: true });

// What Trunk made of the whole app, by the names that it gave it in the page.
const page = join(folder, "index.html");
let html = await readFile(page, "utf8");
for (const [attribute, part] of [["module", "plumbline.js"], ["wasm", "plumbline_bg.wasm"]]) {
  const named = html.match(new RegExp(`data-${attribute}="[^"]*?(plumbline-[^"/]+)"`));
  if (!named) throw new Error(`the page names no file in data-${attribute}; see Trunk.toml`);
  const [, whole] = named;
  html = html.replaceAll(whole, `${home}/${part}`);
  await rm(join(folder, whole));
}
// The app's script imports the loader: fetched with it, not after it.
const script = html.match(/<link rel="modulepreload" href="([^"]*)plumbline\.js"[^>]*>/);
if (!script) throw new Error("the page preloads no script of the app");
html = html.replace(script[0], `${script[0]}<link rel="modulepreload" href="${script[1]}__wasm_split.js">`);
await writeFile(page, html);
