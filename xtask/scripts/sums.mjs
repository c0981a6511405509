// Writes the list of hashes of a built folder, as `sha256sum -c SHA256SUMS` checks it: node sums.mjs FOLDER
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const LIST = "SHA256SUMS";
const folder = process.argv[2];

const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const names = entries
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .filter((name) => name !== LIST)
  .sort();
const line = async (name) => `${createHash("sha256").update(await readFile(join(folder, name))).digest("hex")}  ${name}\n`;
await writeFile(join(folder, LIST), (await Promise.all(names.map(line))).join(""));
