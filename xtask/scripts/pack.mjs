// Packs what the first screen loads, so that it takes few requests: node pack.mjs FOLDER
// All style sheets of the page become one, and the script that loads the app is joined with those that it imports.
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, transform } from "esbuild";

const folder = process.argv[2];
const page = join(folder, "index.html");
let html = await readFile(page, "utf8");

const base = /<base href="([^"]*)"/.exec(html)?.[1] ?? "/";
const file = (address) => join(folder, address.startsWith(base) ? address.slice(base.length) : address);

const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"[^>]*>/g)];
const styles = await Promise.all(sheets.map(([, address]) => readFile(file(address), "utf8")));
const { code } = await transform(styles.join("\n"), { loader: "css", minify: true, target: "es2022" });
const name = `plumbline-${createHash("sha256").update(code).digest("hex").slice(0, 16)}.css`;
await Promise.all(sheets.map(([, address]) => rm(file(address))));
await writeFile(join(folder, name), code);
// What is in the page itself is painted before the styles are here: public/watch.js puts them into force.
const dressing = `<link rel="preload" as="style" href="${base}${name}"><noscript><link rel="stylesheet" href="${base}${name}"></noscript>`;
for (const [index, [link]] of sheets.entries()) {
  html = html.replace(link, index === 0 ? dressing : "");
}
// What is to be loaded is named last: asking for it takes a phone as long as painting what is there already.
const loads = html.match(/<link rel="(?:module)?preload"[^>]*>|<noscript><link[^>]*><\/noscript>|<script [^>]*><\/script>/g) ?? [];
for (const load of loads) html = html.replace(load, "");
html = html.replace("</body>", `${loads.join("\n")}\n</body>`);
await writeFile(page, html.replace(/^\s*\n/gm, ""));

const boot = join(folder, "boot.js");
await build({
  entryPoints: [boot],
  outfile: boot,
  allowOverwrite: true,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
});
for (const part of ["journal.js", "offline.js", "policy.js", "translated.js"]) await rm(join(folder, part));
