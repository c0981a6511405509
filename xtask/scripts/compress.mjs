// Puts a brotli-compressed twin beside each text file of a folder: node compress.mjs FOLDER
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const TEXT = new Set([".css", ".csv", ".html", ".js", ".json", ".md", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".xml"]);
const SMALLEST = 1024;
const compress = promisify(brotliCompress);

async function twin(file) {
  const bytes = await readFile(file);
  if (bytes.length > SMALLEST) await writeFile(`${file}.br`, await compress(bytes));
}

const entries = await readdir(process.argv[2], { recursive: true, withFileTypes: true });
await Promise.all(
  entries
    .filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)))
    .map((entry) => twin(join(entry.parentPath ?? entry.path, entry.name))),
);
