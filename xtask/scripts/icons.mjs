// Draws the pictures of the mark that systems want as PNG, from public/icons/plumbline.svg: node icons.mjs
// Needs what the end-to-end tests need. What it makes is kept in the repository: the mark hardly ever changes.
import { readFile } from "node:fs/promises";
import { chromium } from "../../tests/node_modules/playwright-core/index.mjs";

const folder = new URL("../../public/icons/", import.meta.url);
const mark = await readFile(new URL("plumbline.svg", folder), "utf8");
const ground = /<rect[^>]*fill="([^"]+)"/.exec(mark)[1];
/** On a ground that may be cut to any shape, the mark keeps within the middle. */
const maskable = mark.replace(/<rect[^>]*\/>/, "").replace('viewBox="0 0 32 32"', 'viewBox="-6 -6 44 44"');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [name, size, svg, background] of [
  ["plumbline-180.png", 180, maskable, ground],
  ["plumbline-192.png", 192, mark, "transparent"],
  ["plumbline-512.png", 512, mark, "transparent"],
  ["plumbline-maskable-192.png", 192, maskable, ground],
  ["plumbline-maskable-512.png", 512, maskable, ground],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0;background:${background}}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: new URL(name, folder).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
