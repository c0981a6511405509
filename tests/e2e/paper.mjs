// Printed pages, read back: the words of each page of a PDF, and where they stand.

// Drawing needs these, reading words does not: stand-ins are enough.
globalThis.DOMMatrix ??= class {};
globalThis.ImageData ??= class {};
globalThis.Path2D ??= class {};
const { warn } = console;
console.warn = () => {};
const { getDocument, OPS, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
console.warn = warn;

/** A point of paper in millimeters. */
const MM = 25.4 / 72;

/**
 * The pages of a PDF. Each has its size in millimeters; its lines from top to bottom: words, the height of the letters, and how far
 * they stand from the edges, in millimeters; what is drawn on it besides, as boxes with their color; and the colors of its letters.
 */
export async function printed(pdf) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view;
    const { items } = await page.getTextContent();
    const words = items.filter(({ str }) => str.trim() !== "").map(({ str, width: wide, transform: [, , , size, left, bottom] }) => ({
      words: str,
      size,
      left: left * MM,
      end: (left + wide) * MM,
      right: (width - left - wide) * MM,
      top: (height - bottom) * MM,
    }));
    const { shapes, inks } = drawn(await page.getOperatorList(), width, height);
    pages.push({ width: width * MM, height: height * MM, lines: lines(words), shapes, inks });
  }
  await document.destroy();
  return pages;
}

/** Follows what is drawn: where each path comes to lie on the page, and which colors it and the letters have. */
function drawn({ fnArray, argsArray }, width, height) {
  const [shapes, inks, stack] = [[], new Set(), []];
  let now = { matrix: [1, 0, 0, 1, 0, 0], fill: "#000000", stroke: "#000000" };
  const steps = {
    [OPS.save]: () => stack.push(now),
    [OPS.restore]: () => (now = stack.pop() ?? now),
    [OPS.transform]: (...matrix) => (now = { ...now, matrix: times(now.matrix, matrix) }),
    [OPS.setFillRGBColor]: (fill) => (now = { ...now, fill }),
    [OPS.setStrokeRGBColor]: (stroke) => (now = { ...now, stroke }),
    [OPS.showText]: () => inks.add(now.fill),
    [OPS.constructPath]: (paint, _, box) => {
      if (paint === OPS.endPath || !box) return;
      const corners = [at(now.matrix, box[0], box[1]), at(now.matrix, box[2], box[3])];
      const [xs, ys] = [corners.map(([x]) => x * MM), corners.map(([, y]) => y * MM)];
      const color = paint === OPS.stroke ? now.stroke : now.fill;
      const [left, right, top, bottom] = [Math.min(...xs), width * MM - Math.max(...xs), height * MM - Math.max(...ys), Math.min(...ys)];
      shapes.push({ left, right, top, bottom, color });
    },
  };
  fnArray.forEach((step, index) => steps[step]?.(...(argsArray[index] ?? [])));
  return { shapes, inks: [...inks] };
}

const at = ([a, b, c, d, e, f], x, y) => [a * x + c * y + e, b * x + d * y + f];
const times = ([a, b, c, d, e, f], [g, h, i, j, k, l]) => [
  a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f,
];

/** How bright a color is, from 0 to 1. */
export function brightness(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far apart pieces of the same word stand at most: a ligature ends a piece. */
const TOGETHER = 0.4;

/** Pieces that stand beside each other, as lines. */
function lines(pieces) {
  const found = [];
  for (const { end, ...piece } of pieces.toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    const line = found.at(-1);
    if (line && Math.abs(line.top - piece.top) < 0.7) {
      line.words += (piece.left - line.end > TOGETHER ? " " : "") + piece.words;
      line.right = Math.min(line.right, piece.right);
      line.size = Math.max(line.size, piece.size);
      line.end = end;
    } else found.push({ ...piece, end });
  }
  return found.map(({ end, words, ...line }) => ({ ...line, words: words.replace(/\s+/g, " ").trim() }));
}

/** All words of a page. */
export const text = (page) => page.lines.map(({ words }) => words).join("\n");
