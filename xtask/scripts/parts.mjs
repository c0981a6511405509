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
// What the first question needs beside the app itself, and what the way on from there needs: the models among it.
const json = async (name) => JSON.parse(await readFile(join(folder, "models", name), "utf8"));
const models = (await json("index.json")).files.filter((name) => !/\.\w+\.json$/.test(name));
const files = { near: [`${home}/first.wasm`], next: [`${home}/quick.wasm`, "models/index.json", ...models.map((name) => `models/${name}`)] };
for (const [attribute, named] of Object.entries(files)) {
  const empty = `data-${attribute}=""`;
  if (!html.includes(empty)) throw new Error(`the page has no ${empty}; see Trunk.toml`);
  html = html.replace(empty, `data-${attribute}="${named.join(" ")}"`);
}

// The first question stands in the page: nobody waits for the models to read it. Its texts are as in the model, in every language.
const [asks] = await Promise.all(models.slice(0, 1).map(json));
const walk = (groups = [], path = []) =>
  groups.flatMap(({ name, groups: inner, practices = [] }) => [...walk(inner, [...path, name]), ...practices.map((practice) => ({ practice, path: [...path, name] }))]);
const all = walk(asks?.groups);
if (all.length > 0) {
  const [{ practice: first, path }, after] = all;
  const { id: practice, name, question, who } = first;
  const levels = first.levels.map(({ level, description }) => ({ level, name: asks.levels.find((rung) => rung.level === level)?.name, description }));
  const asked = { edition: asks.edition, practice, next: after?.practice.id ?? practice, of: all.length, path, name, question, who, levels };
  const text = JSON.stringify(asked).replaceAll("<", "\\u003c");
  html = html.replace("<noscript>", (tag) => `<script id="first-question" type="application/json">${text}</script>\n    ${tag}`);
  if (!html.includes('id="first-question"')) throw new Error("the page has no place for the first question");
}
await writeFile(page, html);
