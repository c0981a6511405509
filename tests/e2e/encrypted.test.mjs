// Files that only a passphrase opens: out of one browser and into another, with the page alive meanwhile.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { age, noAge } from "./age.mjs";
import { downloaded, root, scene, soon, storage } from "./browser.mjs";
import * as way from "./way.mjs";

const NAME = "Mill at Norrby";
const PASSPHRASE = "bottle chimney seven owls";
const LOOKED = process.env.PLUMBLINE_PICTURES;

/** A picture to be looked at by people, where somebody asks for it. */
const picture = (page, name) => LOOKED && page.screenshot({ path: `${LOOKED}/encrypted-${name}.png`, fullPage: true });

/** What asks for a passphrase to save a file with. */
const saving = (page, id = "session") => page.locator(`#${id}-encrypted`);

async function fillIn(page, at, passphrase, again = passphrase) {
  await at.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await at.getByLabel("The same once more").fill(again);
}

/** Saves a file with a passphrase. */
async function saved(page, id = "session", passphrase = PASSPHRASE) {
  const at = saving(page, id);
  await at.locator("summary").click();
  await fillIn(page, at, passphrase);
  return downloaded(page, () => at.getByRole("button", { name: "Save encrypted" }).click());
}

/** An encrypted file that was opened. */
const asking = (page) => page.locator(".card.encrypted");

async function tryPassphrase(page, passphrase) {
  await asking(page).getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await asking(page).getByRole("button", { name: "Open it" }).click();
}

/** Counts the pictures that the page makes, and the longest time between two of them. */
const watchFrames = (page) =>
  page.evaluate(() => {
    const seen = (globalThis.seenFrames = { count: 0, longest: 0, began: performance.now(), last: performance.now() });
    const look = (now) => {
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      seen.count += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
const frames = (page) => page.evaluate(() => globalThis.seenFrames);

scene("what was saved with a passphrase opens in another browser with it alone, and the page stays alive", async (page, context) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  await watchFrames(page);
  const { name, bytes } = await saved(page);
  const seen = [await frames(page)];
  assert.match(name, /^mill-at-norrby-\d{4}-\d\d-\d\d\.json\.age$/);
  assert.match(bytes.toString("latin1"), /^age-encryption\.org\/v1\n-> scrypt \S{22} 17\n/);
  assert.ok(!bytes.toString("latin1").includes("Norrby") && !JSON.stringify(await storage(page)).includes(PASSPHRASE));
  await page.locator(".notice").getByText("Only the passphrase opens it.").waitFor();
  // Nothing is left of it in the page.
  assert.deepEqual(await saving(page).locator("input:not([type=checkbox])").evaluateAll((fields) => fields.map(({ value }) => value)), ["", ""]);

  const other = await context.browser().newContext({ baseURL: root, locale: "en-GB", serviceWorkers: "block" });
  const fresh = await other.newPage();
  await way.openStart(fresh);
  const before = await storage(fresh);
  await way.openFile(fresh, name, bytes, "");
  await fresh.getByRole("heading", { name: `“${name}” is encrypted` }).waitFor();
  await tryPassphrase(fresh, "bottle chimney seven owl");
  await asking(fresh).getByText("That passphrase does not open it.").waitFor({ timeout: 30_000 });
  assert.deepEqual(await storage(fresh), before, "nothing is touched");
  // Also where the page that comes meanwhile makes what asks anew.
  const isThere = () => asking(fresh).getByLabel("Passphrase", { exact: true }).evaluate((field) => field === document.activeElement);
  await soon(async () => assert.ok(await isThere(), "one can try again"));
  await watchFrames(fresh);
  await tryPassphrase(fresh, PASSPHRASE);
  await fresh.getByRole("heading", { name: NAME, exact: true }).waitFor({ timeout: 60_000 });
  seen.push(await frames(fresh));
  // However busy the machine is: a page that waits for it would make no picture for nearly all of that time.
  for (const { count, longest, began, last } of seen) {
    assert.ok(count > 10 && longest < (last - began) / 2, `${count} pictures in ${last - began} ms, at the longest ${longest} ms apart`);
  }
  assert.ok(!JSON.stringify(await storage(fresh)).includes(PASSPHRASE));
  await way.addChosen(fresh);
  await fresh.getByText(NAME).first().waitFor();
  await other.close();
});

scene("what is wrong with an encrypted file is said, and what is here stays", async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  const { name, bytes } = await saved(page);
  await way.home(page);
  const before = await storage(page);
  const altered = Buffer.from(bytes);
  altered[altered.length - 30] ^= 1;
  const heavy = Buffer.from(bytes.toString("latin1").replace(" 17\n", " 30\n"), "latin1");
  const key = Buffer.from("age-encryption.org/v1\n-> X25519 CaXb\nAAAA\n--- AAAA\n");
  for (const [file, words] of [
    [bytes.subarray(0, 120), "The file ends too early"],
    [bytes.subarray(0, bytes.length - 40), "The file was changed after it was encrypted"],
    [altered, "The file was changed after it was encrypted"],
    [heavy, "The file asks for more work than is done here"],
    [key, "The file was encrypted for a key (X25519)"],
  ]) {
    await way.openFile(page, name, file, "");
    await tryPassphrase(page, PASSPHRASE);
    await asking(page).getByText(words).waitFor();
    await asking(page).getByRole("button", { name: "Cancel" }).click();
    await asking(page).waitFor({ state: "detached" });
  }
  assert.deepEqual(await storage(page), before);
});

scene("the program age opens what is saved here, and what it makes opens here", { skip: noAge }, async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  const { text } = await downloaded(page, () => page.getByRole("button", { name: "Export as a file" }).click());
  const { bytes } = await saved(page);
  const folder = await mkdtemp(join(tmpdir(), "plumbline-age-"));
  const at = (name) => join(folder, name);
  try {
    await writeFile(at("ours.age"), bytes);
    const opened = await age(["-d", "-o", at("ours.json"), at("ours.age")], PASSPHRASE);
    assert.equal(opened.code, 0, opened.said);
    assert.equal(await readFile(at("ours.json"), "utf8"), text);
    assert.equal((await age(["-d", "-o", at("wrong.json"), at("ours.age")], "another")).code, 1);
    const made = await age(["-p", "-o", at("theirs.age"), at("ours.json")], PASSPHRASE, PASSPHRASE);
    assert.equal(made.code, 0, made.said);
    await way.home(page);
    await way.openFile(page, "theirs.age", await readFile(at("theirs.age")), "");
    await tryPassphrase(page, PASSPHRASE);
    await page.getByText("You have a copy of this assessment already").waitFor({ timeout: 60_000 });
  } finally {
    await rm(folder, { recursive: true });
  }
});

scene("an encrypted file can be pasted as letters, as age --armor writes it", async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  const { bytes } = await saved(page);
  await way.home(page);
  const lines = bytes.toString("base64").match(/.{1,64}/g).join("\n");
  const text = `-----BEGIN AGE ENCRYPTED FILE-----\n${lines}\n-----END AGE ENCRYPTED FILE-----\n`;
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await tryPassphrase(page, PASSPHRASE);
  await page.getByText("You have a copy of this assessment already").waitFor();
});

scene("a passphrase is typed twice, can be looked at, and what can be told of it is told", async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  const at = saving(page);
  await at.locator("summary").click();
  const save = at.getByRole("button", { name: "Save encrypted" });
  await save.click();
  await at.getByRole("status").getByText("Type a passphrase first").waitFor();
  for (const [passphrase, words] of [
    ["password1", "This is among the first that people guess."],
    ["gH7!xp", "Short:"],
    [PASSPHRASE, "Long."],
  ]) {
    await fillIn(page, at, passphrase, "another");
    await at.getByText(words).waitFor();
  }
  await save.click();
  await at.getByRole("status").getByText("The two are not the same.").waitFor();
  const field = at.getByLabel("Passphrase", { exact: true });
  assert.equal(await field.getAttribute("type"), "password");
  await at.getByRole("checkbox", { name: "Show what I type" }).check();
  assert.equal(await field.getAttribute("type"), "text");
  // Even a passphrase that is guessed first is nobody's rule to refuse; Enter saves.
  await fillIn(page, at, "password1");
  const { bytes } = await downloaded(page, () => at.getByLabel("The same once more").press("Enter"));
  assert.ok(bytes.length > 200);
  await soon(async () => assert.equal(await at.evaluate((details) => details.open), false));
});

scene("copies and reviews are saved with a passphrase, too", async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  await page.locator("#copy-for").getByRole("radio", { name: /^Only targets/ }).check();
  const copy = await saved(page, "copy");
  assert.match(copy.name, /only-targets.*\.json\.age$/);
  await page.getByRole("link", { name: "Go to the review" }).click();
  await way.arrived(page, "Review");
  const form = page.locator("form", { has: page.getByLabel("What is it about?") });
  if (!(await form.isVisible())) await page.getByText("Write a finding", { exact: true }).click();
  await form.getByRole("radio", { name: "Comment", exact: true }).check({ force: true });
  await form.getByLabel("In your words").fill("Looked at it.");
  await form.getByRole("button", { name: "Add the finding" }).click();
  await page.locator("li.finding").first().waitFor();
  const review = await saved(page, "review");
  assert.match(review.name, /\.json\.age$/);
});

scene("the part that encrypts cannot be loaded: that is said, and nothing is lost", { allow: /cipher/ }, async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  await page.route("**/cipher/**", (route) => route.abort());
  const at = saving(page);
  await at.locator("summary").click();
  await fillIn(page, at, PASSPHRASE);
  await at.getByRole("button", { name: "Save encrypted" }).click();
  await at.getByRole("status").getByText("did not load, or stopped").waitFor();
  await page.unroute("**/cipher/**");
  const { bytes } = await downloaded(page, () => at.getByRole("button", { name: "Save encrypted" }).click());
  assert.ok(bytes.length > 200);
});

for (const [what, width, height] of [["on a phone", 390, 844], ["on a desk", 1280, 800]]) {
  scene(`${what} saving and opening can be read by everybody`, async (page) => {
    await page.setViewportSize({ width, height });
    await way.begin(page, { name: NAME });
    await way.step(page, "Share");
    const file = await saved(page);
    await saving(page).locator("summary").click();
    await fillIn(page, saving(page), "gH7!xp");
    await picture(page, `save-${width}`);
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await axeFinds(page), []);
    await way.home(page);
    await way.openFile(page, file.name, file.bytes, "");
    await tryPassphrase(page, "another");
    await asking(page).getByText("That passphrase does not open it.").waitFor();
    await picture(page, `open-${width}`);
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await axeFinds(page), []);
  });
}
