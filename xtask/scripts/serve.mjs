// Serves a built folder on this machine only: node serve.mjs FOLDER BASE PORT
// Page addresses that are no file get the app itself, as a static host's 404 page would give it, and everything gets the headers
// that the folder's file `_headers` has for static hosts. It stops when its input ends, and so with the program that started it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

const [folder, base, port] = process.argv.slice(2);
// `dev` looks at the folder on each request, so that a new build shows without a restart.
const files = sirv(folder, { brotli: true, dev: true, dotfiles: false, etag: true });

async function headers() {
  const text = await readFile(join(folder, "_headers"), "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => /^\s+[\w-]+:/.test(line));
  return lines.map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
}

async function page(request, response) {
  const wanted = (request.headers.accept ?? "").includes("text/html");
  const html = await readFile(join(folder, "404.html")).catch(() => "Not built yet.");
  response.writeHead(wanted ? 200 : 404, { "Content-Type": "text/html;charset=utf-8" });
  response.end(html);
}

createServer(async (request, response) => {
  for (const [name, value] of await headers()) response.setHeader(name, value);
  if (!request.url.startsWith(base) || request.url.endsWith("/_headers")) {
    response.writeHead(404).end();
    return;
  }
  request.url = request.url.slice(base.length - 1);
  files(request, response, () => page(request, response));
}).listen(Number(port), "127.0.0.1");

process.stdin.resume().on("end", () => process.exit());
