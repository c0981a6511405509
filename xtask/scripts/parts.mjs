// Puts the parts of the app beside the page, in a folder named after their content: node parts.mjs PARTS FOLDER
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const [parts, folder] = process.argv.slice(2);

// The script of the app and the loader of its parts, which know each other, become one file.
const script = join(parts, "plumbline.js");
const loader = join(parts, "__wasm_split.js");
if (existsSync(loader)) {
  // What loads the parts is named once for each of them: nobody has to be told.
  const logOverride = { "duplicate-object-key": "silent" };
  await build({ entryPoints: [script], outfile: script, allowOverwrite: true, bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "warning", logOverride });
  await rm(loader);
}

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
// What the first question needs beside the app itself, its part and the models, and what the way on from there needs.
const models = JSON.parse(await readFile(join(folder, "models", "index.json"), "utf8")).files.filter((name) => !/\.\w+\.json$/.test(name));
const files = { near: [`${home}/first.wasm`, "models/index.json", ...models.map((name) => `models/${name}`)], next: [`${home}/quick.wasm`] };
for (const [attribute, named] of Object.entries(files)) {
  const empty = `data-${attribute}=""`;
  if (!html.includes(empty)) throw new Error(`the page has no ${empty}; see Trunk.toml`);
  html = html.replace(empty, `data-${attribute}="${named.join(" ")}"`);
}
await writeFile(page, html);
