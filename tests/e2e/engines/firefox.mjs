// Firefox behind the few words that every engine understands here, over WebDriver BiDi.
import puppeteer from "puppeteer-core";

/** What a person would have answered once: save files without asking, into this folder. */
const settings = (downloads) => ({
  "browser.download.folderList": 2,
  "browser.download.dir": downloads,
  "browser.download.useDownloadDir": true,
  "browser.download.alwaysOpenPanel": false,
  "intl.accept_languages": "en-GB, en",
  // It looks for its own updates and offers otherwise; nothing here asks another host.
  "app.update.disabledForTesting": true,
  "datareporting.policy.dataSubmissionEnabled": false,
});

export async function firefox(downloads) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: settings(downloads),
  });
  const version = await browser.version();
  return {
    called: () => version.replace("firefox/", "Firefox "),
    async session() {
      const context = await browser.createBrowserContext();
      return { tab: async (complain) => tab(await context.newPage(), complain), close: () => context.close() };
    },
    quit: () => browser.close(),
  };
}

function tab(page, complain) {
  page.on("pageerror", (error) => complain(String(error)));
  page.on("console", (message) => message.type() === "error" && complain(message.text()));
  return {
    goto: (address) => page.goto(address),
    reload: () => page.reload(),
    run: (what, told) => page.evaluate(what, told),
    element: async (what, told) => (await page.evaluateHandle(what, told)).asElement() ?? undefined,
    click: (element) => element.click(),
    write: (text) => page.keyboard.type(text),
    key: (name) => page.keyboard.press(name),
    upload: (element, paths) => element.uploadFile(...paths),
    screenshot: () => page.screenshot(),
    pdf: () => page.pdf({ format: "A4" }),
    front: () => page.bringToFront(),
    close: () => page.close(),
  };
}
