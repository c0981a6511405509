// Shows what is stored in this browser and saves it as files. It stands alone: no other script, no WebAssembly, nothing is written.
"use strict";

const PREFIX = "plumbline.";
const FIRST = 0x3400;
const BITS = 15;

/** All that this page says, by language; the first is spoken where no other is wanted. A further language is one more entry. */
const WORDS = {
  en: {
    title: "What is stored · Plumbline",
    heading: "What Plumbline stored in this browser",
    lead: "This page works without the rest of Plumbline and changes nothing. Save what you want to keep; a file with the ending .json opens in any Plumbline.",
    again: "Try Plumbline again",
    all: "Save everything as one file",
    kinds: {
      "session.": "Assessments",
      "bin.": "In the bin",
      "backup.": "Backups",
      "aside.": "Put aside because it could not be read",
      "model.": "Models of your own",
      "profile.": "Profiles",
      "": "Settings and the like",
    },
    journal: "In the journal, and not or otherwise in the storage",
    unnamed: "Unnamed system",
    changed: (name, when) => `${name}, last changed ${when}`,
    units: (count) => `${count} units`,
    json: "Save as JSON",
    raw: "Save as it is",
    stored: (count) => (count === 1 ? "1 thing is stored." : `${count} things are stored.`),
    nothing: "Nothing of Plumbline is stored here, or the browser does not let this page see it.",
  },
};

/** The language that was chosen in Plumbline, or else the first that the browser wants and that is here. */
function languageOf(words) {
  const all = Object.keys(words);
  let chosen;
  try {
    chosen = localStorage.getItem("plumbline.setting.language");
  } catch {
    // The browser allows no storage here.
  }
  const wanted = [chosen, ...navigator.languages].filter(Boolean).flatMap((tag) => [tag, tag.split("-")[0]]);
  const found = wanted.map((tag) => all.find((it) => it.toLowerCase() === tag.toLowerCase())).find(Boolean);
  return found ?? all[0];
}

const language = languageOf(WORDS);
const words = WORDS[language];

/** How dates are written: as the browser wants it, where it wants this language. */
const locales = [...navigator.languages.filter((tag) => tag.split("-")[0] === language), language];

/** What local storage has, by key. */
function inStorage() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).sort().map((key) => [key, localStorage.getItem(key)]);
  } catch {
    return [];
  }
}

/** What the journal has and local storage has not. */
async function inJournal(stored) {
  try {
    if (!(await indexedDB.databases()).some(({ name }) => name === "plumbline")) return [];
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open("plumbline"));
    const pages = database.transaction("journal").objectStore("journal");
    const [keys, values] = await Promise.all([answer(pages.getAllKeys()), answer(pages.getAll())]);
    database.close();
    const there = new Map(stored);
    return keys.map((key, at) => [key, values[at]]).filter(([key, value]) => typeof value === "string" && there.get(key) !== value);
  } catch {
    return [];
  }
}

/** The bytes that characters of 15 bits each stand for. */
function bytesOf(text, length) {
  const bytes = new Uint8Array(length);
  let [held, count, at] = [0, 0, 0];
  for (let place = 0; place < text.length; place += 1) {
    const bits = text.charCodeAt(place) - FIRST;
    if (bits < 0 || bits >= 1 << BITS) throw new Error("not packed by Plumbline");
    held = (held << BITS) | bits;
    count += BITS;
    while (count >= 8 && at < length) {
      count -= 8;
      bytes[at] = (held >> count) & 0xff;
      at += 1;
      held &= (1 << count) - 1;
    }
  }
  if (at !== length) throw new Error("too short");
  return bytes;
}

/** The JSON inside what is stored, as far as it can be read here. */
async function inside(stored) {
  const end = stored.indexOf("\n");
  const header = JSON.parse(stored.slice(0, end));
  const rest = stored.slice(end + 1);
  if (header.version === 1) return JSON.stringify(JSON.parse(rest), undefined, 2);
  const packed = rest.slice(rest.indexOf("\n") + 1);
  const bytes = bytesOf(packed, header.bytes);
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  return JSON.stringify(JSON.parse(text), undefined, 2);
}

/** What stands on what is stored: a name and a date, if it says so. */
function label(stored) {
  try {
    const [, summary] = stored.split("\n", 2);
    const { name, changed } = JSON.parse(summary);
    const named = name || words.unnamed;
    return changed ? words.changed(named, new Date(changed).toLocaleString(locales)) : named;
  } catch {
    return "";
  }
}

function save(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function button(text, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = text;
  made.setAttribute("aria-label", `${text}: ${label}`);
  made.addEventListener("click", act);
  return made;
}

/** A row: what it is, how large, and what can be saved. */
async function row(key, stored) {
  const made = document.createElement("li");
  const what = document.createElement("div");
  const name = document.createElement("code");
  name.textContent = key;
  const said = document.createElement("p");
  said.dir = "auto";
  said.textContent = [label(stored), words.units(stored.length)].filter(Boolean).join(" · ");
  what.append(name, said);
  const actions = document.createElement("div");
  actions.className = "actions";
  const file = key.slice(PREFIX.length).replace(/[^a-z0-9-]+/gi, "-");
  const json = await inside(stored).catch(() => undefined);
  if (json) actions.append(button(words.json, key, () => save(`plumbline-${file}.json`, json, "application/json")));
  actions.append(button(words.raw, key, () => save(`plumbline-${file}.txt`, stored, "text/plain")));
  made.append(what, actions);
  return made;
}

async function section(title, entries) {
  const made = document.createElement("section");
  const heading = document.createElement("h2");
  heading.textContent = `${title} (${entries.length})`;
  const list = document.createElement("ul");
  list.append(...(await Promise.all(entries.map(([key, stored]) => row(key, stored)))));
  made.append(heading, list);
  return made;
}

async function show() {
  const stored = inStorage();
  const journal = await inJournal(stored);
  const found = document.getElementById("found");
  const left = new Set(stored);
  for (const [kind, title] of Object.entries(words.kinds)) {
    const entries = [...left].filter(([key]) => key.startsWith(PREFIX + kind));
    entries.forEach((entry) => left.delete(entry));
    if (entries.length > 0) found.append(await section(title, entries));
  }
  if (journal.length > 0) found.append(await section(words.journal, journal));
  const count = stored.length + journal.length;
  document.getElementById("state").textContent = count > 0 ? words.stored(count) : words.nothing;
  const all = document.getElementById("all");
  all.hidden = count === 0;
  all.addEventListener("click", () => {
    const everything = { storage: Object.fromEntries(stored), journal: Object.fromEntries(journal) };
    save("plumbline-everything.txt", JSON.stringify(everything, undefined, 2), "text/plain");
  });
}

/** Says in the page what it is, in the language of whoever looks at it. */
function greet() {
  document.documentElement.lang = language;
  document.title = words.title;
  for (const place of document.querySelectorAll("[data-words]")) place.textContent = words[place.dataset.words];
}

greet();
show();
