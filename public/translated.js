// Keeps the page true while others write in it: a browser that translates it, an extension that marks or explains words.
//
// Such a program puts nodes of its own in the place of text nodes, a <font> in the place of "0 of 18". The app goes on writing to
// the text node that it made, which is no longer in the page: old words would stand there for good, beside controls that are about
// something else by now. So an observer notes which foreign nodes took the place of which text. As soon as the app writes to such a
// text, removes it or asks where it is, the text is put back first. Its new words are then translated like all that is new.
//
// Who translates may also be late, and bring what was said before. So once something was translated, new words stand in a node of
// their own each time: whoever still works on the node of before changes nothing that is in the page.
//
// What the app does to its texts goes through the three methods at the end, and is taken out of what the observer is told: so all
// that it is told of texts was done by others. They are methods of texts and comments alone, and do something more only for texts
// that are known to have been replaced.

/** How long others may take to bring words, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Per text of the app that was replaced, and per foreign node that stands for one: the place. It has the app's own nodes in their order,
 * the foreign ones there instead, where that was, and what texts said that others shortened.
 */
const places = new WeakMap();

/** The nodes of others: they are no texts of the app, whatever becomes of them. */
const strangers = new WeakSet();

/** Per text that the app wrote to where it stands: what, and when. */
const written = new WeakMap();

/** Whether others put anything in the place of a text up to now. */
let isTranslated = false;

const isText = (node) => node instanceof Text;
/** With these the app marks where something may come to stand. */
const isMark = (node) => node instanceof Comment;
/** Pictures are written anew by what draws them. */
const isDrawn = (node) => node instanceof SVGElement;
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

/** Per foreign node that made way for others in what is being looked at: its place. */
const left = new Map();

/** Notes what others did. */
function look(records) {
  const replaced = new Set();
  const gone = [];
  let perParent;
  const addedTo = (parent) => (perParent ??= additions(records)).get(parent) ?? [];
  for (const record of records) {
    const { type, target, addedNodes, removedNodes } = record;
    if (type === "characterData") {
      if (isText(target) && shortened(record, addedTo)) replaced.add(target);
      continue;
    }
    // Nearly always something of the app comes, and that is all.
    for (const node of addedNodes) if (places.has(node)) cameBack(node);
    for (const node of removedNodes) {
      if (strangers.has(node)) gone.push(...succeeded(node, record));
      else if ((isText(node) || isMark(node)) && !places.has(node) && !isDrawn(target)) gone.push(wasThere(node, record));
    }
  }
  if (gone.length) {
    for (const one of gone) if (!one.put.length) one.put = putBeside(one, addedTo(one.parent));
    findPlaces(gone.filter(({ node, put }) => !stands(node, put)));
  }
  left.clear();
  for (const { node, isNew } of gone) if (isNew && isText(node) && places.has(node)) replaced.add(node);
  for (const text of replaced) judge(text);
}

/** The records of what was added, per parent: looked up for each text that was taken away or cut. */
function additions(records) {
  const all = new Map();
  for (const record of records) {
    if (!record.addedNodes.length) continue;
    if (!all.has(record.target)) all.set(record.target, []);
    all.get(record.target).push(record);
  }
  return all;
}

/** Where a node was, and what was put there by the same step. */
function wasThere(node, { target: parent, previousSibling: before, nextSibling: after, addedNodes }) {
  const put = [...addedNodes];
  const one = { node, put, parent, before, after, isNew: true };
  // At once: what was put there may be replaced by the next step.
  if (put.length && !stands(node, put)) belongsTo(one);
  return one;
}

/** What was put in the place of a node by a step of its own, before or after that node was taken away. */
function putBeside({ node, before, after }, records) {
  const isThere = ({ previousSibling, nextSibling }) =>
    previousSibling === node || nextSibling === node || (previousSibling === before && nextSibling === after);
  const added = records.filter(isThere).flatMap(({ addedNodes }) => [...addedNodes]);
  return added.filter((one) => one !== node && isWording(one) && (node.isConnected ? one.contains(node) : one.isConnected));
}

/** Finds the places of what is gone. Nodes that were taken together belong to one. */
function findPlaces(gone) {
  let rest = gone;
  // Each turn finds that of one at least, whose neighbours then have it, too.
  for (let before = Infinity; rest.length < before; ) {
    before = rest.length;
    rest = rest.filter((one) => !belongsTo(one));
  }
  // Where nothing stands instead, where it was is all that is known.
  for (const { node, ...was } of rest) if (isText(node)) places.set(node, newPlace(was, [node]));
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
    place = newPlace({ parent, before, after });
    stand(place, put);
  }
  const [of, next] = [before, after].map((one) => places.get(one) ?? left.get(one));
  place ??= of ?? next;
  if (!place) return false;
  const behind = place.own.indexOf(before) + 1;
  const ahead = place === next && place !== of ? Math.max(place.own.indexOf(after), 0) : place.own.length;
  place.own.splice(behind || ahead, 0, node);
  places.set(node, place);
  return true;
}

function newPlace({ parent, before, after }, own = []) {
  return { own, foreign: [], parent, before, after, words: new Map() };
}

/** Foreign nodes stand at a place, in that of another or as the last ones. */
function stand(place, nodes, at = place.foreign.length, instead = 0) {
  place.foreign.splice(at, instead, ...nodes);
  for (const node of nodes) {
    places.set(node, place);
    strangers.add(node);
  }
}

/** A foreign node made way for others; gives back for what else something has to be found, when it made way for nothing. */
function succeeded(node, { target: parent, previousSibling: before, nextSibling: after, addedNodes }) {
  const place = places.get(node);
  const put = [...addedNodes].filter((one) => !places.has(one));
  if (!place || stands(node, put)) return [];
  places.delete(node);
  left.set(node, place);
  stand(place, put, place.foreign.indexOf(node), 1);
  if (place.foreign.length) return [];
  for (const one of place.own) places.delete(one);
  return place.own.filter((one) => !one.isConnected).map((one) => ({ node: one, put: [], parent, before, after }));
}

/** A text of the app is in the page again: others show the original, or the app moved it. */
function cameBack(node) {
  const place = places.get(node);
  if (place.own.includes(node) && place.own.every((one) => isMark(one) || stands(one, place.foreign))) restore(place);
}

/** Others cut words off a text, to put something around them; says whether it was that, or other words in the same text. */
function shortened({ target: text, oldValue }, addedTo) {
  const place = places.get(text);
  const added = new Set(addedTo(getParent.call(text)).flatMap(({ addedNodes }) => [...addedNodes]));
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
    const cut = newPlace({ parent: getParent.call(text) }, [text]);
    cut.words.set(text, oldValue);
    stand(cut, parts);
    places.set(text, cut);
    // What was cut off may be inside of something by now.
    for (const part of parts) for (const rest of part.childNodes) strangers.add(rest);
  }
  return !place;
}

/** Others changed a text for the first time: what they bring may be for words of before, if the app wrote to it meanwhile. */
function judge(text) {
  isTranslated = true;
  const last = written.get(text);
  written.delete(text);
  if (last && performance.now() - last.at <= PATIENCE) showAnew(text, last.words);
}

/** Shows new words of a text in a node of their own, in its place or instead of what others put there. */
function showAnew(text, words) {
  const place = places.get(text);
  if (place) restore(place);
  asApp(() => {
    setWords.call(text, words);
    if (!text.isConnected) return;
    const fresh = document.createTextNode(words);
    const where = newPlace({ parent: getParent.call(text) }, [text]);
    text.replaceWith(fresh);
    stand(where, [fresh]);
    places.set(text, where);
  });
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

/** Sees to it that a text is where the app put it. */
function putBack(text) {
  catchUp();
  const place = places.get(text);
  if (place?.own.includes(text)) restore(place);
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
      catchUp();
      if (isTranslated) return showAnew(this, words);
      asApp(() => setWords.call(this, words));
      if (this.isConnected) written.set(this, { words, at: performance.now() });
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
