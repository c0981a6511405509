// Packs what the first screen loads, so that it takes few requests: node pack.mjs FOLDER
// The style sheets that the start page needs stand in the page, the others become one, and the script that loads the app is joined with those that it imports. Models are written on one line.
import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, transform } from "esbuild";

const folder = process.argv[2];
const page = join(folder, "index.html");
let html = await readFile(page, "utf8");

const base = /<base href="([^"]*)"/.exec(html)?.[1] ?? "/";
const file = (address) => join(folder, address.startsWith(base) ? address.slice(base.length) : address);

/** What the start page is dressed with, by the names of the source: it is there at once, with the page. */
const AT_ONCE = ["tokens", "base", "frame", "controls", "start"];

const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"[^>]*>/g)];
const isAtOnce = (address) => AT_ONCE.some((name) => file(address).split("/").pop().startsWith(`${name}-`));
const minified = async (chosen) => {
  const styles = await Promise.all(chosen.map(([, address]) => readFile(file(address), "utf8")));
  return (await transform(styles.join("\n"), { loader: "css", minify: true, target: "es2022" })).code.trim();
};
const here = await minified(sheets.filter(([, address]) => isAtOnce(address)));
const code = await minified(sheets.filter(([, address]) => !isAtOnce(address)));
const name = `plumbline-${createHash("sha256").update(code).digest("hex").slice(0, 16)}.css`;
await Promise.all(sheets.map(([, address]) => rm(file(address))));
await writeFile(join(folder, name), code);
// The others come beside the app: public/watch.js puts them into force.
const dressing = `<link rel="preload" as="style" href="${base}${name}"><noscript><link rel="stylesheet" href="${base}${name}"></noscript>`;
for (const [index, [link]] of sheets.entries()) html = html.replace(link, () => (index === 0 ? `<style>${here}</style>${dressing}` : ""));
// What is to be loaded is named last: asking for it takes a phone as long as painting what is there already.
const loads = html.match(/<link rel="(?:module)?preload"[^>]*>|<noscript><link[^>]*><\/noscript>|<script [^>]*><\/script>/g) ?? [];
for (const load of loads) html = html.replace(load, "");
html = html.replace("</body>", `${loads.join("\n")}\n</body>`);
await writeFile(page, html.replace(/^\s*\n/gm, ""));

// The policy allows these styles and no others that stand in a page, by their hash: in the page, and in what hosts send with it.
const allowed = `style-src 'self' 'sha256-${createHash("sha256").update(here).digest("base64")}'`;
for (const policed of [page, join(folder, "_headers")]) {
  const text = await readFile(policed, "utf8");
  if (!text.includes("style-src 'self';")) throw new Error(`${policed} has no policy for styles`);
  await writeFile(policed, text.replaceAll("style-src 'self';", `${allowed};`));
}

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
for (const part of ["journal.js", "offline.js", "policy.js", "quiet.js", "translated.js"]) await rm(join(folder, part));

// Models are laid out to be read and compared; what is loaded says the same in fewer bytes.
for (const name of await readdir(join(folder, "models"))) {
  const model = join(folder, "models", name);
  await writeFile(model, JSON.stringify(JSON.parse(await readFile(model, "utf8"))));
}
