// Text by text: what becomes of a text of the app that others replaced, when the app goes on with it.
import { readFileSync } from "node:fs";
import { scene } from "./browser.mjs";

const SCRIPT = readFileSync(new URL("../../public/translated.js", import.meta.url), "utf8");

/** What runs in the page: texts made as the app makes them, and what stands there, with marks as # and elements in angles. */
function tools() {
  globalThis.turn = () => new Promise((done) => setTimeout(done));
  globalThis.font = (words) => {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = words;
    outer.append(inner);
    return outer;
  };
  globalThis.fresh = () => {
    document.body.replaceChildren(document.createElement("p"));
    globalThis.p = document.body.firstChild;
  };
  fresh();
  globalThis.texts = async (...words) => {
    const made = words.map((one) => (one === "#" ? document.createComment("") : document.createTextNode(one)));
    for (const node of made) p.insertBefore(node, null);
    await turn();
    return made;
  };
  const shown = { 1: (node) => `<${node.textContent}>`, 3: (node) => node.data, 8: () => "#" };
  globalThis.stands = (wanted) => {
    const there = [...p.childNodes].map((node) => shown[node.nodeType](node)).join("|");
    if (there !== wanted) throw new Error(`there stands ${there}, not ${wanted}`);
  };
}

/** A scene in an empty page, all of it within the page. */
const within = (sentence, play) =>
  scene(sentence, async (page) => {
    await page.setContent("<body></body>");
    await page.addScriptTag({ content: SCRIPT, type: "module" });
    await page.evaluate(tools);
    await page.evaluate(play);
  });

within("a replaced text is back as soon as it is written, whether the observer was told or not", async () => {
  const [a] = await texts("a");
  a.replaceWith(font("A"));
  await turn();
  stands("<A>");
  a.nodeValue = "b";
  stands("b");
  await turn();
  const [c] = await texts("c");
  p.replaceChild(font("C"), c);
  c.nodeValue = "d";
  stands("b|d");
});

within("it does not matter in which steps a text is replaced", async () => {
  for (const replace of [
    (text) => text.replaceWith(font("A")),
    (text) => (text.before(font("A")), p.removeChild(text)),
    (text) => (text.after(font("A")), p.removeChild(text)),
    (text) => ((next) => (p.removeChild(text), p.insertBefore(font("A"), next)))(text.nextSibling),
    (text) => text.replaceWith(font("A"), document.createTextNode(" "), font("B")),
    (text) => ((one) => (text.replaceWith(one), one.replaceWith(font("Ä"))))(font("A")),
  ]) {
    fresh();
    const [, a] = await texts("#", "a", "#", "z");
    replace(a);
    await turn();
    if (a.isConnected) throw new Error("it was not replaced");
    a.nodeValue = "b";
    stands("#|b|#|z");
    await turn();
    a.remove();
    stands("#|#|z");
  }
});

within("neighbours that became one come back together, in their order, whichever of them is written", async () => {
  for (const merge of [
    (a, b, c) => (a.replaceWith(font("ABC")), p.removeChild(b), p.removeChild(c)),
    (a, b, c) => (p.removeChild(c), p.removeChild(b), a.replaceWith(font("ABC"))),
    (a, b, c) => (p.removeChild(a), p.removeChild(b), c.replaceWith(font("ABC"))),
    (a, b, c) => (p.removeChild(a), p.removeChild(c), b.replaceWith(font("ABC"))),
  ]) {
    for (const [written, after] of ["x|b|c", "a|x|c", "a|b|x"].entries()) {
      fresh();
      const all = await texts("a", "b", "c");
      merge(...all);
      await turn();
      stands("<ABC>");
      all[written].nodeValue = "x";
      stands(after);
    }
  }
});

within("neighbours that became one after they were written come back, too", async () => {
  for (const first of [0, 1]) {
    fresh();
    const [a, b] = await texts("a", "b");
    a.replaceWith(font("A"));
    await turn();
    a.nodeValue = "y";
    b.nodeValue = "x";
    await turn();
    const [one, other] = p.childNodes;
    const steps = [() => one.replaceWith(font("YX")), () => p.removeChild(other)];
    for (const step of first ? steps.toReversed() : steps) step();
    await turn();
    stands("<YX>");
    b.nodeValue = "z";
    stands("y|z");
  }
});

within("one of several neighbours that became one is removed", async () => {
  const [a, b, c] = await texts("a", "b", "c");
  a.replaceWith(font("ABC"));
  p.removeChild(b);
  p.removeChild(c);
  await turn();
  b.remove();
  stands("a|c");
});

within("marks of the app that were taken along are back at once, and are in their order again with the texts", async () => {
  const [, , b] = await texts("a", "#", "b");
  p.textContent = "AB";
  await turn();
  stands("AB|#");
  b.nodeValue = "x";
  stands("a|#|x");
});

within("what is to stand before a replaced text stands there", async () => {
  for (const wait of [turn, () => {}]) {
    fresh();
    const [a] = await texts("a", "#");
    a.replaceWith(font("A"));
    await wait();
    const next = document.createTextNode("n");
    a.parentNode.insertBefore(next, a);
    a.remove();
    stands("n|#");
  }
});

within("after the original was shown again a text goes on changing, and can be replaced once more", async () => {
  for (const original of [(a) => a, () => document.createTextNode("a")]) {
    fresh();
    const [a] = await texts("a");
    const there = font("A");
    a.replaceWith(there);
    await turn();
    there.replaceWith(original(a));
    await turn();
    stands("a");
    a.nodeValue = "b";
    stands("b");
    p.firstChild.replaceWith(font("B"));
    await turn();
    stands("<B>");
    a.remove();
    stands("");
  }
});

within("words that others put something around, whole or in parts, change as one", async () => {
  const ways = [
    (a, span) => (a.replaceWith(span), span.append(a, " (explained)")),
    (a, span) => (p.insertBefore(span, a), span.append(a, " (explained)")),
    (a, span) => ((part) => (part.splitText(3), part.replaceWith(span), span.append(part)))(a.splitText(4)),
    (a, span) => ((range) => (range.selectNodeContents(a), range.surroundContents(span)))(new Range()),
  ];
  for (const put of ways) {
    for (const [act, after] of [[(a) => (a.nodeValue = "x"), "x|z"], [(a) => a.remove(), "z"]]) {
      fresh();
      const [a] = await texts("one two three", "z");
      put(a, document.createElement("span"));
      await turn();
      if (!p.querySelector("span")) throw new Error("nothing was put around");
      act(a);
      stands(after);
    }
  }
});

within("what comes late, for words of before, is not shown", async () => {
  const [a] = await texts("a");
  a.nodeValue = "b";
  a.replaceWith(font("A"));
  await turn();
  stands("b");
  const before = p.firstChild;
  a.nodeValue = "c";
  if (before.isConnected) throw new Error("who is late would still find the words of before");
  p.firstChild.replaceWith(font("C"));
  await turn();
  stands("<C>");
});

within("what comes late into the text itself is not shown, either", async () => {
  const [a] = await texts("a");
  a.nodeValue = "b";
  a.data = "A";
  await turn();
  stands("b");
  p.firstChild.data = "B";
  await turn();
  stands("B");
  a.nodeValue = "c";
  stands("c");
});

within("a text that the app puts elsewhere leaves nothing behind", async () => {
  const [a] = await texts("a", "b");
  a.replaceWith(font("A"));
  await turn();
  p.insertBefore(a, null);
  await turn();
  stands("b|a");
});

within("where others took a text away and put nothing there, its next words are in its place", async () => {
  const [, a] = await texts("#", "a", "#");
  const there = font("A");
  a.replaceWith(there);
  await turn();
  there.remove();
  await turn();
  stands("#|#");
  a.nodeValue = "b";
  stands("#|b|#");
});
