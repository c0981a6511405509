// The journal: a second home of what is stored, in a database that says when it has written. See src/store/journal.rs for why.
const DATABASE = "plumbline";
const PAGES = "journal";
const PATIENCE = 3000;

/** How long it is remembered that a key was removed, in milliseconds: far longer than a browser takes to write that to disk. */
const REMEMBERED = 86_400_000;

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(PAGES);
  return answer(request);
}

/** All that the database has, as pairs of key and string. */
async function pages(database) {
  const store = database.transaction(PAGES).objectStore(PAGES);
  const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
  return keys.map((key, at) => [key, values[at]]);
}

/** In the place of what was removed stands when that was. */
const isRemoved = ([, value]) => typeof value === "number";
const isThere = ([key]) => localStorage.getItem(key) !== null;
const isMissing = ([key, value]) => typeof value === "string" && localStorage.getItem(key) !== value;

/**
 * Opens the journal: what local storage has not, or has otherwise; what it has though it was removed; and a way to note what is
 * written from now on. Where the browser has no such database or it does not answer, there is nothing to bring back, and nothing is
 * noted.
 */
export async function journal() {
  const none = { lost: [], removed: [], note() {} };
  const read = async () => {
    const database = await open();
    // Another tab with a newer Plumbline may want to rebuild it.
    database.onversionchange = () => database.close();
    const all = await pages(database);
    const removed = all.filter(isRemoved);
    forget(database, removed.filter((page) => !isThere(page) && Date.now() - page[1] > REMEMBERED));
    return {
      lost: all.filter(isMissing),
      removed: removed.filter(isThere).map(([key]) => key),
      note: (key, value) => note(database, key, value),
    };
  };
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, none));
  return Promise.race([read().catch(() => none), late]);
}

/** Forgets that keys were removed: local storage has written that to disk long ago. */
function forget(database, removed) {
  if (!removed.length) return;
  const store = database.transaction(PAGES, "readwrite").objectStore(PAGES);
  for (const [key] of removed) store.delete(key);
}

/**
 * Notes that a key has a new string, or none any more. Relaxed: it is handed to the operating system at once, which outlives the
 * browser. Strict ones would wait for the disk one after the other, and on a busy disk the last of them too long.
 */
function note(database, key, value) {
  try {
    const transaction = database.transaction(PAGES, "readwrite", { durability: "relaxed" });
    const store = transaction.objectStore(PAGES);
    store.put(value ?? Date.now(), key);
    transaction.commit();
  } catch {
    // The journal is closed. Local storage has it all the same.
  }
}
