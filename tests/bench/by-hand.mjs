// A page of ten questions made by hand, to measure beside the app: what no app can be faster than on this machine.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";

/** The page made by hand, served compressed. */
export async function serveStatic() {
  const body = brotliCompressSync(readFileSync(new URL("static.html", import.meta.url)));
  const server = createServer((request, response) => {
    const isPage = request.url === "/";
    response.writeHead(isPage ? 200 : 404, isPage ? { "content-type": "text/html;charset=utf-8", "content-encoding": "br" } : {});
    response.end(isPage ? body : undefined);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}
