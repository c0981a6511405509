// The device's own way of sending a file, which the browser under test does not have: a stand-in takes what it would take.
import assert from "node:assert/strict";
import { scene, soon } from "./browser.mjs";
import * as way from "./way.mjs";

/** A device that sends texts and no JSON, as phones with Chrome do. */
const sends = (page) =>
  page.addInitScript(() => {
    window.sent = [];
    navigator.canShare = ({ files }) => files.every(({ type }) => type === "text/plain");
    navigator.share = async ({ files: [file] }) => {
      if (window.fails) throw new DOMException("not this time", window.fails);
      window.sent.push({ name: file.name, text: await file.text() });
    };
  });
const button = (page) => page.getByRole("button", { name: "Send it" });
const notice = (page, words) => page.locator(".notice").getByText(words);

scene("where the device sends files, it is handed this one, and what became of it is said", async (page) => {
  await sends(page);
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Share");
  await button(page).click();
  await notice(page, "The file is handed over.").waitFor();
  const [{ name, text }] = await page.evaluate(() => window.sent);
  assert.match(name, /^mill.*\.txt$/i);
  assert.equal(JSON.parse(text).system.find(({ on }) => on === "name").value, "Mill");
  // Whether anybody has it is not known: it counts as no copy.
  const copies = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("exported.")).length);
  assert.equal(await copies(), 0);
  await page.evaluate(() => (window.fails = "NotAllowedError"));
  await button(page).click();
  await notice(page, "Your device did not send the file.").waitFor();
  // Who chooses nobody knows that.
  await page.evaluate(() => (window.fails = "AbortError"));
  await way.exported(page);
  await notice(page, "is in your downloads").waitFor();
  await soon(async () => assert.equal(await copies(), 1, "what is saved counts as one"));
  await button(page).click();
  await soon(async () => assert.equal(await notice(page, "did not send").count(), 0));
  // A text is opened like the file that it holds.
  await way.step(page, "Share");
  await page.locator("main input[type=file]").first().setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.getByText("You have a copy of this assessment already").first().waitFor();
});

scene("where the device sends none, nothing offers to", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Share");
  await page.getByRole("button", { name: "Export as a file" }).waitFor();
  assert.equal(await button(page).count(), 0);
});
