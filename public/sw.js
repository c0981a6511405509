// The service worker: keeps Plumbline in the browser, so that it works without network.
//
// - What a version consists of is fixed by the build: each file with the hash of its content. All of it is fetched and checked
//   before the version is used; if anything fails, the version that is there stays.
// - A page gets every file from the version that this worker is of. A new version waits until no page of the old one is open, or
//   until somebody asks for it and every open page agrees.
// - Models, profiles, cross-references and examples may be changed at the host without a build. They are looked at again
//   whenever a page is opened; what is new is taken as a whole, and shown from the next opening on.
// - Only caches whose names begin as those of this app at this address are touched.

// The build puts the list of files here: xtask/scripts/worker.mjs.
const BUILD = { version: "", files: [], data: [] };

const SCOPE = self.registration.scope;
const OURS = `plumbline ${SCOPE} `;
const APP = `${OURS}app ${BUILD.version}`;
/** The page itself, for every address that is no file. */
const PAGE = "";
const FILES = new Map(BUILD.files);
const FOLDERS = new Set(BUILD.data.map((path) => path.split("/")[0]));
/** Where the app's cache notes which hosted data are shown, and which from the next opening on. */
const CURRENT = `${SCOPE}?data=current`;
const NEXT = `${SCOPE}?data=next`;
/** How many files are fetched at a time: the page may need the network as well. */
const AT_A_TIME = 4;
/** How long another page has to say that it can't be reloaded now, in milliseconds. A sleeping page decides when it wakes up. */
const PATIENCE = 2000;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const asked = request.url.slice(SCOPE.length).split(/[?#]/, 1)[0];
  // Some hosts leave out the ending of pages.
  const path = FILES.has(`${asked}.html`) ? `${asked}.html` : asked;
  const isFile = path !== PAGE && (FILES.has(path) || isData(path));
  if (request.mode === "navigate") {
    event.respondWith(open(isFile ? path : PAGE, request));
    event.waitUntil(lookForNewData());
  } else if (isFile) {
    event.respondWith(answer(path, request));
  }
});

self.addEventListener("message", (event) => {
  if (event.data?.ask === "use") event.waitUntil(use(event.source, event.ports[0]));
  if (event.data?.ask === "keep") event.waitUntil(adopt(event.source, event.data.version));
});

const address = (path) => new URL(path, SCOPE).href;
const isData = (path) => path.includes("/") && FOLDERS.has(path.split("/")[0]);

async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Does something with each of a list, a few at a time; the first failure ends it. */
async function each(list, work) {
  const left = [...list];
  const worker = async () => {
    while (left.length > 0) await work(left.shift());
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

/** What a host answers, as it is at the host now: a copy in the browser is only used when the host says that it is current. */
const fetched = (path) => fetch(address(path), { cache: "no-cache", priority: "low" });

/** An answer to keep: without what was only about its way here, and without the redirect that led to it. */
function kept(response, bytes) {
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(bytes, { headers });
}

async function install() {
  try {
    const older = (await caches.keys()).filter((name) => name.startsWith(`${OURS}app `));
    const app = await caches.open(APP);
    await each(FILES, async ([path, wanted]) => {
      const response = (path !== PAGE && (await reused(older, path, wanted))) || (await checked(path, wanted));
      await app.put(address(path), response);
    });
    await note(CURRENT, await gather());
  } catch (why) {
    await caches.delete(APP);
    throw why;
  }
}

/** A file that an older version has as well. */
async function reused(older, path, wanted) {
  for (const name of older) {
    const there = await (await caches.open(name)).match(address(path), { ignoreVary: true });
    if (there && (await hash(await there.clone().arrayBuffer())) === wanted) return there;
  }
  return undefined;
}

/** A file from the host, if it is the one of this version. */
async function checked(path, wanted) {
  const response = await fetched(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if ((await hash(bytes)) !== wanted) throw new Error(`${path} is not the file of this version`);
  return kept(response, bytes);
}

/** Fetches the hosted data, those that the build knew and those that lists name now; the name of the cache that holds them. */
async function gather() {
  const found = new Map();
  const load = async (path) => {
    const response = await fetched(path);
    // Whoever hosts it may have taken a file away.
    if (response.status === 404 || response.status === 410) return;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    found.set(path, { response, bytes: await response.arrayBuffer() });
  };
  const lists = BUILD.data.filter((path) => path.endsWith("/index.json"));
  await each(lists, load);
  const named = lists.flatMap((list) => listed(list, found.get(list)?.bytes));
  await each(new Set([...BUILD.data.filter((path) => !lists.includes(path)), ...named]), load);

  const hashes = await Promise.all([...found].sort().map(async ([path, { bytes }]) => `${path} ${await hash(bytes)}\n`));
  const name = `${OURS}data ${BUILD.version} ${await hash(new TextEncoder().encode(hashes.join("")))}`;
  if (!(await caches.has(name))) {
    const data = await caches.open(name);
    for (const [path, { response, bytes }] of found) await data.put(address(path), kept(response, bytes));
  }
  return name;
}

/** The paths of the files that a list names, as far as they are files of its folder. */
function listed(list, bytes) {
  try {
    const { files } = JSON.parse(new TextDecoder().decode(bytes));
    const paths = files.map((file) => new URL(file, address(list)).href.slice(SCOPE.length));
    return paths.filter((path) => path.startsWith(list.replace("index.json", "")));
  } catch {
    // The app says what is wrong with it.
    return [];
  }
}

async function note(where, name) {
  const app = await caches.open(APP);
  await (name ? app.put(where, new Response(name)) : app.delete(where));
}

async function noted(where) {
  return (await (await caches.open(APP)).match(where))?.text();
}

/** Looks whether the host has other data, as long as it has the same version: those of another one need not fit. */
let looking = false;
async function lookForNewData() {
  if (looking) return;
  looking = true;
  try {
    if (!(await hostHasThisVersion())) return;
    const name = await gather();
    if (name === (await noted(CURRENT))) await note(NEXT, undefined);
    else if (await hostHasThisVersion()) await note(NEXT, name);
  } catch {
    // Without network, or while the host is being changed, what is here stays.
  } finally {
    looking = false;
  }
}

async function hostHasThisVersion() {
  const response = await fetch(self.location.href, { cache: "no-store", priority: "low" });
  return response.ok && (await response.text()).includes(BUILD.version);
}

/** Answers the opening of a page; other data are taken now, before it asks for any. */
async function open(path, request) {
  const next = await noted(NEXT);
  if (next) {
    await note(CURRENT, next);
    await note(NEXT, undefined);
    await tidy();
  }
  return answer(path, request);
}

async function answer(path, request) {
  const name = isData(path) ? await noted(CURRENT) : APP;
  const there = name && (await (await caches.open(name)).match(address(path), { ignoreVary: true }));
  if (there) return there;
  if (!FILES.has(path)) return fetch(request);
  // The browser dropped it. What the host has in its place may be of another version.
  const response = await checked(path, FILES.get(path));
  await (await caches.open(APP)).put(address(path), response.clone());
  return response;
}

/** Removes what is kept of other versions. */
async function tidy() {
  // A version that is being installed fills its caches at this moment.
  if (self.registration.installing) return;
  const wanted = [APP, await noted(CURRENT), await noted(NEXT)];
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && !wanted.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

const pages = async () =>
  (await self.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) => url.startsWith(SCOPE));

/** Takes over from an older version, if every other page agrees to be loaded anew. */
async function use(asking, port) {
  const others = (await pages()).filter(({ id }) => id !== asking.id);
  const agreed = (await Promise.all(others.map(agrees))).every(Boolean);
  port?.postMessage(agreed);
  if (agreed) await self.skipWaiting();
}

function agrees(page) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(true), PATIENCE);
    page.postMessage({ ask: "leave" }, [port2]);
  });
}

/** The pages that were loaded before there was a worker, with the version that each says it is of. */
const loaded = new Map();

/** Looks after the pages of a first visit from now on, if all that are open are of this version. */
async function adopt(page, version) {
  loaded.set(page.id, version);
  if ((await pages()).every(({ id }) => loaded.get(id) === BUILD.version)) await self.clients.claim();
}
