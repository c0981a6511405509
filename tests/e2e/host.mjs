// A host of its own for one test: it has what `cargo xtask test e2e` built, and can be stopped, changed, and given a new version.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const LIST = /^const BUILD = (.*);$/m;

/** The service worker that a built app comes with; nothing in a build for development. */
async function worker(url) {
  const text = await (await fetch(new URL("sw.js", url))).text();
  const list = LIST.exec(text);
  return list ? { text, build: JSON.parse(list[1]) } : undefined;
}

/** Why tests about the service worker are skipped, if they are. */
export const notKept = (await worker(process.env.PLUMBLINE_URL ?? "http://localhost:8090/")) ? false : "this build has no service worker";

export class Host {
  #files = new Map();
  #server;
  #port = 0;
  #sockets = new Set();
  /** Answers that are not the file: a status by path. */
  broken = new Map();
  /** The paths that were asked for. */
  asked = [];

  /** A host with the app that is at an address, below the same path. */
  static async of(url) {
    const host = new Host();
    const { pathname } = new URL(url);
    host.base = pathname;
    const { text, build } = await worker(url);
    host.worker = text;
    host.build = build;
    for (const path of [...build.files.map(([path]) => path), ...build.data, "sw.js"]) {
      const response = await fetch(new URL(path, url));
      const headers = Object.fromEntries(["content-type", "content-security-policy", "cache-control"].map((name) => [name, response.headers.get(name)]));
      host.#files.set(path, { headers, bytes: Buffer.from(await response.arrayBuffer()) });
    }
    await host.start();
    host.address = `http://127.0.0.1:${host.#port}${pathname}`;
    return host;
  }

  async start() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
    await new Promise((done) => this.#server.listen(this.#port, "127.0.0.1", done));
    this.#port = this.#server.address().port;
  }

  async stop() {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  #answer(request, response) {
    const path = request.url.slice(this.base.length).split("?")[0];
    this.asked.push(path);
    const file = this.#files.get(path) ?? ((request.headers.accept ?? "").includes("text/html") ? this.#files.get("") : undefined);
    const status = this.broken.get(path) ?? (file ? 200 : 404);
    if (status !== 200) return response.writeHead(status).end();
    const etag = `"${sha256(file.bytes).slice(0, 16)}"`;
    if (request.headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
    return response.writeHead(200, { ...file.headers, etag }).end(file.bytes);
  }

  text(path) {
    return this.#files.get(path).bytes.toString("utf8");
  }

  /** Changes a file and nothing else, as somebody does who has no build. */
  change(path, text) {
    this.#files.set(path, { headers: { "content-type": "application/json" }, ...this.#files.get(path), bytes: Buffer.from(text, "utf8") });
  }

  /** Puts up a new version of the app. Its page says which. */
  publish(name) {
    const page = this.text("").replace(/<meta name="test-version"[^>]*>|<meta charset/, (found) => `<meta name="test-version" content="${name}">${found.startsWith("<meta charset") ? found : ""}`);
    const version = sha256(`${page} ${name}`).slice(0, 20);
    const versioned = page.replace(/data-version="[^"]*"/, `data-version="${version}"`);
    this.change("", versioned);
    this.build = { ...this.build, version, files: this.build.files.map(([path, hash]) => [path, path === "" ? sha256(versioned) : hash]) };
    this.change("sw.js", this.worker.replace(LIST, () => `const BUILD = ${JSON.stringify(this.build)};`));
  }
}

/** Which version a page is of. */
export const versionOf = (page) => page.evaluate(() => document.querySelector("meta[name=test-version]")?.content ?? "first");
