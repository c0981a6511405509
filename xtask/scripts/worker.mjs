// Makes the service worker of a built folder, and tells the page its version: node worker.mjs FOLDER
// The version is worked out from the content of every file: the same content is the same version, wherever it was built.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Folders that whoever hosts the app may change without a build. */
const HOSTED = ["models/", "profiles/", "crossrefs/", "examples/"];
/** What is for hosts and readers of the source only, or the page under another name. */
const LEFT_OUT = /^(404\.html|index\.html|sw\.js|_headers|bom\.cdx\.json|SHA256SUMS)$|\.(br|md)$/;

const folder = process.argv[2];
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");

const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const names = entries
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .filter((name) => !LEFT_OUT.test(name))
  .sort();
const contents = await Promise.all(names.map(async (name) => [name, hash(await readFile(join(folder, name)))]));
const isHosted = ([name]) => HOSTED.some((start) => name.startsWith(start));

const source = await readFile(fileURLToPath(new URL("../../public/sw.js", import.meta.url)), "utf8");
const page = join(folder, "index.html");
const html = await readFile(page, "utf8");
const version = hash(JSON.stringify([source, html, contents])).slice(0, 20);
const versioned = html.replace('data-version=""', `data-version="${version}"`);
if (versioned === html) throw new Error("the page does not say where its version belongs");
await writeFile(page, versioned);

const build = {
  version,
  files: [["", hash(versioned)], ...contents.filter((file) => !isHosted(file))],
  data: contents.filter(isHosted).map(([name]) => name),
};
const worker = source.replace(/^const BUILD = .*$/m, () => `const BUILD = ${JSON.stringify(build)};`);
if (worker === source) throw new Error("the service worker does not say where its list of files belongs");
await writeFile(join(folder, "sw.js"), worker);
