// Keeps the page true while others write in it: a browser that translates it, an extension that marks or explains words.
//
// Such a program puts nodes of its own in the place of text nodes, a <font> in the place of "0 of 18". The app goes on writing to
// the text node that it made, which is no longer in the page: old words would stand there for good, beside controls that are about
// something else by now. So an observer notes which foreign nodes took the place of which text. As soon as the app writes to such a
// text, removes it or asks where it is, the text is put back first. Its new words are then translated like all that is new.
//
// Who translates may also be late, and bring what was said before. As many foreign nodes as can still be on their way to a text when
// the app writes to it are therefore sent back: the text takes its place again, and is there to be translated once more.
//
// What the app does to its texts goes through the three methods at the end, and is taken out of what the observer is told: so all
// that it is told of texts was done by others. They are methods of texts and comments alone, and do something more only for texts
// that are known to have been replaced.

/** How long others may take to bring words, in milliseconds; what comes later is about what the text says now. */
const PATIENCE = 10_000;

/**
 * Per text of the app that was replaced, and per foreign node that stands for one: the place. It has the app's own nodes in their order,
 * the foreign ones there instead, where that was, and what texts said that others shortened.
 */
const places = new WeakMap();

/** The nodes of others: they are no texts of the app, whatever becomes of them. */
const strangers = new WeakSet();

/** Per text that the app wrote to: what, when, and how many foreign nodes may be on their way to it, for older words and in all. */
const written = new WeakMap();

const isText = (node) => node instanceof Text;
/** With these the app marks where something may come to stand. */
const isMark = (node) => node instanceof Comment;
/** What others may put in the place of a text that they take away by a step of its own; never what the app may have put there. */
const CONTROLS = "a, button, input, li, p, select, textarea";
const isWording = (node) => isText(node) || (node instanceof Element && !node.matches(CONTROLS) && !node.querySelector(CONTROLS));

/** Whether a node is in the page, and not inside of what took its place. */
const stands = (node, foreign) => node.isConnected && !foreign.some((one) => one.contains(node));

const observer = new MutationObserver(look);
observer.observe(document.body, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });

/** Looks at what others did that is not told yet. */
function catchUp() {
  const records = observer.takeRecords();
  if (records.length) look(records);
}

/** Does something for the app: it is not told as if others had done it. */
function asApp(act) {
  act();
  observer.takeRecords();
}

/** Notes what others did. */
function look(records) {
  const replaced = new Set();
  const gone = [];
  for (const record of records) {
    const { type, target, addedNodes, removedNodes } = record;
    if (type === "characterData") {
      if (isText(target) && shortened(record, records)) replaced.add(target);
      continue;
    }
    // Nearly always something of the app comes, and that is all.
    for (const node of addedNodes) if (places.has(node)) cameBack(node);
    for (const node of removedNodes) {
      if (strangers.has(node)) succeeded(node, record);
      else if ((isText(node) || isMark(node)) && !places.has(node)) gone.push(wasThere(node, record));
    }
  }
  if (gone.length) {
    for (const one of gone) if (!one.put.length) one.put = putBeside(one, records);
    place(gone.filter(({ node, put }) => !stands(node, put)));
  }
  for (const { node } of gone) if (isText(node) && places.has(node)) replaced.add(node);
  for (const text of replaced) judge(text);
}

/** Where a node was, and what was put there by the same step. */
function wasThere(node, { target: parent, previousSibling: before, nextSibling: after, addedNodes }) {
  const put = [...addedNodes];
  const one = { node, put, parent, before, after };
  // At once: what was put there may be replaced by the next step.
  if (put.length && !stands(node, put)) belongsTo(one);
  return one;
}

/** What was put in the place of a node by a step of its own, before or after that node was taken away. */
function putBeside({ node, parent, before, after }, records) {
  const isThere = ({ target, previousSibling, nextSibling }) =>
    target === parent && (previousSibling === node || nextSibling === node || (previousSibling === before && nextSibling === after));
  const added = records.filter((record) => record.addedNodes?.length && isThere(record)).flatMap(({ addedNodes }) => [...addedNodes]);
  return added.filter((one) => one !== node && isWording(one) && (node.isConnected ? one.contains(node) : one.isConnected));
}

/** Finds the places of what is gone. Nodes that were taken together belong to one. */
function place(gone) {
  let rest = gone;
  // Each turn finds that of one at least, whose neighbours then have it, too.
  for (let before = Infinity; rest.length < before; ) {
    before = rest.length;
    rest = rest.filter((one) => !belongsTo(one));
  }
  // Nobody sees marks: they go back at once, for what may come to stand there.
  for (const { node, ...was } of gone) {
    if (!isMark(node) || node.isConnected) continue;
    const last = places.get(node)?.foreign.findLast((one) => one.isConnected);
    asApp(() => insert(node, last ? { parent: last.parentNode, before: last } : was));
  }
}

/** Notes the place of a node, if something stands there or it is that of a neighbour. Says whether it has one. */
function belongsTo({ node, put, parent, before, after }) {
  if (places.has(node)) return true;
  let place = put.map((one) => places.get(one)).find(Boolean);
  if (!place && put.length) {
    place = { own: [], foreign: [], parent, before, after, words: new Map() };
    stand(place, put);
  }
  const [left, right] = [places.get(before), places.get(after)];
  place ??= left ?? right;
  if (!place) return false;
  const behind = place.own.indexOf(before) + 1;
  const ahead = place === right && place !== left ? Math.max(place.own.indexOf(after), 0) : place.own.length;
  place.own.splice(behind || ahead, 0, node);
  places.set(node, place);
  return true;
}

/** Foreign nodes stand at a place, in that of another or as the last ones. */
function stand(place, nodes, at = place.foreign.length, instead = 0) {
  place.foreign.splice(at, instead, ...nodes);
  for (const node of nodes) {
    places.set(node, place);
    strangers.add(node);
  }
}

/** A foreign node made way for others, or for nothing: then where it was is all that is known. */
function succeeded(node, { target: parent, previousSibling: before, nextSibling: after, addedNodes }) {
  const place = places.get(node);
  const put = [...addedNodes].filter((one) => !places.has(one));
  if (!place || stands(node, put)) return;
  places.delete(node);
  stand(place, put, place.foreign.indexOf(node), 1);
  if (!place.foreign.length) Object.assign(place, { parent, before, after });
}

/** A text of the app is in the page again: others show the original, or the app moved it. */
function cameBack(node) {
  const place = places.get(node);
  if (place.own.includes(node) && place.own.every((one) => isMark(one) || stands(one, place.foreign))) restore(place);
}

/** Others cut words off a text, to put something around them; says whether it was that, or other words in the same text. */
function shortened({ target: text, oldValue }, records) {
  const place = places.get(text);
  const added = new Set(records.flatMap(({ addedNodes }) => [...(addedNodes ?? [])]));
  const beside = { previousSibling: [], nextSibling: [] };
  for (const side of Object.keys(beside)) {
    for (let node = text[side]; added.has(node) && isWording(node) && !places.has(node); node = node[side]) beside[side].push(node);
  }
  const [before, after] = [beside.previousSibling.reverse(), beside.nextSibling];
  const parts = [...before, ...after];
  const isCut = parts.length && [...before, text, ...after].map(({ textContent }) => textContent).join("") === oldValue;
  if (isCut && place?.foreign.includes(text)) stand(place, parts, place.foreign.indexOf(text) + 1);
  else if (place?.own.includes(text) && !place.words.has(text)) place.words.set(text, oldValue);
  else if (isCut && !place) {
    const cut = { own: [text], foreign: [], parent: getParent.call(text), words: new Map([[text, oldValue]]) };
    stand(cut, parts);
    places.set(text, cut);
    // What was cut off may be inside of something by now.
    for (const part of parts) for (const rest of part.childNodes) strangers.add(rest);
  }
  return !place;
}

/** Sends back what came for words of before. */
function judge(text) {
  const note = written.get(text);
  if (!note) return;
  note.open = Math.max(note.open - 1, 0);
  if (!note.old || performance.now() - note.at > PATIENCE) return;
  note.old -= 1;
  note.open += 1;
  const place = places.get(text);
  if (place) restore(place);
  if (text.data !== note.words) asApp(() => setWords.call(text, note.words));
}

/** The app wrote to a text: all that is on its way to it is for older words. */
function note(text, wasReplaced) {
  const at = performance.now();
  const known = written.get(text);
  // Nothing is on its way to a text that was translated and left alone; to another one something may be, as it is in the page.
  const old = known && at - known.at <= PATIENCE ? known.open : Number(!wasReplaced);
  written.set(text, { words: text.data, at, old, open: old + 1 });
}

/** Puts a node where it was, as far as that can be told. */
function insert(node, { parent, before, after }) {
  if (before?.parentNode === parent) before.after(node);
  else parent.insertBefore(node, after?.parentNode === parent ? after : null);
}

/** Puts the texts of the app back in their place, instead of what others put there. */
function restore(place) {
  const { own, foreign, parent, words } = place;
  const isAway = (one) => isText(one) && !stands(one, foreign);
  // Marks among them as well, so that they are in their order.
  const back = own.some(isAway) ? own.filter((one) => isMark(one) || isAway(one)) : [];
  const first = foreign.find((one) => one.isConnected);
  for (const one of [...own, ...foreign]) places.delete(one);
  asApp(() => {
    if (first) first.before(...back);
    else if (parent?.isConnected) for (const one of back.toReversed()) insert(one, place);
    for (const one of foreign) one.parentNode?.removeChild(one);
    for (const [text, said] of words) setWords.call(text, said);
  });
}

/** Sees to it that a text is where the app put it. Says whether something else was. */
function putBack(text) {
  catchUp();
  const place = places.get(text);
  if (!place?.own.includes(text)) return false;
  restore(place);
  return true;
}

const { get: getWords, set: setWords } = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
const { get: getParent } = Object.getOwnPropertyDescriptor(Node.prototype, "parentNode");
const { remove } = CharacterData.prototype;
const own = { configurable: true, enumerable: true };

Object.defineProperties(Text.prototype, {
  nodeValue: {
    ...own,
    get: getWords,
    set(words) {
      const wasReplaced = putBack(this);
      asApp(() => setWords.call(this, words));
      note(this, wasReplaced);
    },
  },
  // The app asks for it in order to put something before a text.
  parentNode: {
    ...own,
    get() {
      if (places.has(this) || !getParent.call(this)) putBack(this);
      return getParent.call(this);
    },
  },
});

CharacterData.prototype.remove = function () {
  putBack(this);
  asApp(() => remove.call(this));
};
