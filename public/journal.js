// The journal: a second home of what is stored, in a database that says when it has written. See src/store/journal.rs for why.
const DATABASE = "plumbline";
const PAGES = "journal";
const PATIENCE = 3000;

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

const isMissing = ([key, value]) => localStorage.getItem(key) !== value;

/**
 * Opens the journal: what local storage has not, or has otherwise, and a way to note what is written from now on. Where the browser
 * has no such database or it does not answer, there is nothing to bring back, and nothing is noted.
 */
export async function journal() {
  const none = { lost: [], note() {} };
  const read = async () => {
    const database = await open();
    // Another tab with a newer Plumbline may want to rebuild it.
    database.onversionchange = () => database.close();
    const lost = (await pages(database)).filter(isMissing);
    return { lost, note: (key, value) => note(database, key, value) };
  };
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, none));
  return Promise.race([read().catch(() => none), late]);
}

/**
 * Notes that a key has a new string, or none any more. Relaxed: it is handed to the operating system at once, which outlives the
 * browser. Strict ones would wait for the disk one after the other, and on a busy disk the last of them too long.
 */
function note(database, key, value) {
  try {
    const transaction = database.transaction(PAGES, "readwrite", { durability: "relaxed" });
    const store = transaction.objectStore(PAGES);
    if (value === undefined) store.delete(key);
    else store.put(value, key);
    transaction.commit();
  } catch {
    // The journal is closed. Local storage has it all the same.
  }
}
