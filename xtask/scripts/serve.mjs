// Serves a built folder on this machine only: node serve.mjs FOLDER BASE PORT
// Page addresses that are no file get the app itself, as a static host's 404 page would give it.
// It stops when its input ends, and so with the program that started it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

const [folder, base, port] = process.argv.slice(2);
// `dev` looks at the folder on each request, so that a new build shows without a restart.
const files = sirv(folder, { brotli: true, dev: true, dotfiles: false, etag: true });

async function page(request, response) {
  const wanted = (request.headers.accept ?? "").includes("text/html");
  const html = await readFile(join(folder, "404.html")).catch(() => "Not built yet.");
  response.writeHead(wanted ? 200 : 404, { "Content-Type": "text/html;charset=utf-8", "Cache-Control": "no-cache" });
  response.end(html);
}

createServer((request, response) => {
  if (!request.url.startsWith(base)) {
    response.writeHead(404).end();
    return;
  }
  request.url = request.url.slice(base.length - 1);
  files(request, response, () => page(request, response));
}).listen(Number(port), "127.0.0.1");

process.stdin.resume().on("end", () => process.exit());
