// Stand-ins for what translates pages, or marks their words: what browsers and extensions do to texts, without anybody's language.

/** Has every page of a context translated in one way, from the first moment on. */
export const translate = (context, way) => context.addInitScript(standIn, way);

/** The words of a page's main part that can be seen, without spaces and as they were before somebody marked them. */
export function words(page) {
  return page.evaluate(() => {
    const texts = [];
    const all = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    // What a passing change was is said once only; pictures are drawn, not written.
    for (let node; (node = all.nextNode()); ) if (node.parentElement.checkVisibility() && !node.parentElement.closest("svg, .changes, .import")) texts.push(node.data);
    return texts.join("").replace(/[\s⟨⟩]/g, "");
  });
}

/** What a text said before it was marked. */
export const unmarked = (text) => text.replace(/[⟨⟩]/g, "").replace(/\s+/g, " ").trim();

/** Runs in the page. `original()` there shows the original again and ends the translating. */
function standIn(way) {
  const LATE = 300;
  const untouched = "script, style, textarea, svg, code, title, noscript, option, [translate=no], [data-marked]";
  const mark = (words) => words.replace(/\S+/g, "⟨$&⟩");
  const was = new Map();
  let goesOn = true;

  const isOpen = (node) => node instanceof Text && node.isConnected && /\S/.test(node.data) && !node.parentElement.closest(untouched);

  /** Nested, as browsers do it. */
  function font(words) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    outer.dataset.marked = "";
    inner.textContent = mark(words);
    outer.append(inner);
    return outer;
  }

  const ways = {
    // All at once.
    immediate: (node) => put([node], [font(node.data)]),
    // What is there now comes later, whatever became of it.
    late(node) {
      const words = node.data;
      setTimeout(() => goesOn && node.isConnected && put([node], [font(words)]), LATE);
    },
    // Late, and into the element where it was, whatever is in there by then.
    elements(node) {
      const home = node.parentElement;
      const words = node.data;
      setTimeout(() => {
        const there = [...home.childNodes].filter((one) => one instanceof Text || one.dataset?.marked === "");
        if (goesOn && home.isConnected && there.length === 1) put(there, [font(words)]);
      }, LATE);
    },
    // Neighbours become one.
    merging(node) {
      const nodes = [node];
      while (nodes[0].previousSibling instanceof Text) nodes.unshift(nodes[0].previousSibling);
      while (nodes.at(-1).nextSibling instanceof Text) nodes.push(nodes.at(-1).nextSibling);
      put(nodes, [font(nodes.map(({ data }) => data).join(""))]);
    },
    // A dictionary that explains every word.
    spans(node) {
      const pieces = node.data.split(/(\s+)/).filter(Boolean).map((piece) => {
        if (!piece.trim()) return document.createTextNode(piece);
        const span = document.createElement("span");
        span.dataset.marked = "";
        span.textContent = mark(piece);
        return span;
      });
      put([node], pieces);
    },
  };

  function put([first, ...rest], nodes) {
    first.replaceWith(...nodes);
    for (const node of rest) node.parentElement.removeChild(node);
    was.set(nodes, [first, ...rest]);
  }

  function look(node) {
    if (isOpen(node)) return ways[way](node);
    if (!(node instanceof Element) || !node.isConnected) return;
    const texts = [];
    const all = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (all.nextNode()) texts.push(all.currentNode);
    for (const text of texts) if (isOpen(text)) ways[way](text);
  }

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) for (const node of type === "characterData" ? [target] : addedNodes) look(node);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });

  globalThis.original = () => {
    goesOn = false;
    observer.disconnect();
    for (const [[first, ...rest], nodes] of was) {
      if (!first.isConnected) continue;
      first.replaceWith(...nodes);
      for (const node of rest) node.parentElement.removeChild(node);
    }
    was.clear();
  };
}
