// Chromium behind the few words that every engine understands here: it shows that a file of tests itself is right.
import { join } from "node:path";
import { aBrowser } from "../chromium.mjs";

export async function chromium(downloads) {
  const browser = await aBrowser();
  return {
    called: () => `Chromium ${browser.version()}`,
    async session() {
      const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
      return { tab: async (complain) => tab(await context.newPage(), downloads, complain), close: () => context.close() };
    },
    quit: () => browser.close(),
  };
}

function tab(page, downloads, complain) {
  page.on("pageerror", (error) => complain(String(error)));
  page.on("console", (message) => message.type() === "error" && complain(message.text()));
  page.on("download", (download) => download.saveAs(join(downloads, download.suggestedFilename())));
  return {
    goto: (address) => page.goto(address),
    reload: () => page.reload(),
    run: (what, told) => page.evaluate(what, told),
    element: async (what, told) => (await page.evaluateHandle(what, told)).asElement() ?? undefined,
    click: (element) => element.click(),
    write: (text) => page.keyboard.type(text),
    key: (name) => page.keyboard.press(name),
    upload: (element, paths) => element.setInputFiles(paths),
    screenshot: () => page.screenshot(),
    pdf: () => page.pdf({ format: "A4" }),
    front: () => page.bringToFront(),
    close: () => page.close(),
  };
}
