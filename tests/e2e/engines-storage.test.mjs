// What is stored, in every engine: over a reload, in two tabs, while storage is full, and where there is none.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { root } from "./browser.mjs";
import { everywhere } from "./engines/everywhere.mjs";
import * as way from "./engines/way.mjs";

const [INCLUDES, EXCLUDES] = ["What belongs to it", "What does not belong to it"];

everywhere("what was typed is there after a reload, at once or later, and when one comes back", async (person) => {
  const words = "The silo 🏭 and its “gate”";
  await way.begin(person, "Mill");
  // Without waiting until it is said to be saved.
  await person.type(INCLUDES, words);
  await person.reload();
  await person.arrives("Set up");
  await person.hasTyped("Name of the system", "Mill");
  await person.hasTyped(INCLUDES, words);
  const later = await person.newTab();
  await person.close();
  await later.open();
  await later.follow("Continue Mill");
  await later.arrives("Set up");
  await later.hasTyped(INCLUDES, words);
});

everywhere("two tabs show the same, whichever of them one types in", async (one) => {
  await way.begin(one, "Mill");
  const two = await one.newTab();
  await two.open(await one.address());
  await two.arrives("Set up");
  await two.type(INCLUDES, "The silo");
  await one.front();
  await one.hasTyped(INCLUDES, "The silo");
  await one.type(EXCLUDES, "The yard");
  await two.front();
  await two.hasTyped(EXCLUDES, "The yard");
});

everywhere("while storage is full that is said, what was typed can be exported, and it is saved once there is room", async (person) => {
  const full = "The browser's storage is full: your latest changes are only in this page";
  await way.begin(person, "Mill");
  // Another app of the same site takes all the room there is, to the last character. No backup is there that could make some.
  await person.ask(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("plumbline.backup.")) localStorage.removeItem(key);
    for (let size = 2 ** 21, number = 0; size >= 1; ) {
      try {
        localStorage.setItem(`other.${(number += 1)}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  const words = "The silo, the mixer, the dryer, the filler, the labeller, the palletizer and whatever moves between them";
  await person.type(INCLUDES, words);
  await person.sees(full);
  const { text } = await person.saves(() => person.press("button", "Export now"));
  assert.equal(JSON.parse(text).system.find(({ on }) => on === "includes").value, words);
  await person.ask(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("other.")) localStorage.removeItem(key);
  });
  await person.type(EXCLUDES, "The yard");
  await person.seesNoMore(full);
  await way.isSaved(person);
  await person.reload();
  await person.arrives("Set up");
  await person.hasTyped(INCLUDES, words);
  await person.hasTyped(EXCLUDES, "The yard");
});

/** Where pages count as from nowhere, so that there is no storage for them: WebKit then loads not even their scripts. */
const NOWHERE = { "content-security-policy": "sandbox allow-scripts allow-downloads", "access-control-allow-origin": "*" };
/** As Safari answers when all cookies are blocked. */
const BLOCKED = `for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("The operation is insecure.", "SecurityError"); } });
}`;

/** Plays at a host without storage for its pages. */
async function withoutStorage(engine, play) {
  const isReal = engine !== "webkit";
  const server = createServer(async (request, response) => {
    const scripts = { "content-type": "text/javascript" };
    if (request.url === "/blocked.js") return response.writeHead(200, scripts).end(BLOCKED);
    const answer = await fetch(new URL(request.url, root), { headers: { accept: request.headers.accept ?? "*/*" } });
    const headers = { "content-type": answer.headers.get("content-type"), ...(isReal ? NOWHERE : {}) };
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isPage = headers["content-type"]?.startsWith("text/html") && !isReal;
    return response.writeHead(answer.status, headers).end(isPage ? bytes.toString("utf8").replace("<head>", '<head><script src="/blocked.js"></script>') : bytes);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await play(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

everywhere("where there is no storage that is said, and one works on and exports", (person, engine) =>
  withoutStorage(engine, async (address) => {
    await person.open("./", address);
    await person.sees("This browser allows no storage here");
    await person.press("button", "New assessment");
    await person.arrives("Set up");
    await person.type("Name of the system", "Mill");
    await person.sees("Kept only while this page is open: export before you close it");
    const { text } = await way.exported(person);
    assert.equal(JSON.parse(text).system.find(({ on }) => on === "name").value, "Mill");
  }),
);
