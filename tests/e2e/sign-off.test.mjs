// Sign-offs: a round is confirmed, with and without the key of this device; what changes afterwards, and what somebody edits, shows. Files of
// evidence are known again, and go into a pack.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, elsewhere, scene } from "./browser.mjs";
import { practice, statements } from "./model.mjs";
import * as way from "./way.mjs";
import { unzipped } from "./zip.mjs";

const PHONE = { width: 390, height: 844 };
const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const [FIRST, SECOND] = statements(PATCHING, 1);

const rounds = (page) => way.goTo(page, "rounds", "Rounds");
const signed = (page) => page.locator("li.sign-off");
const notice = (page, words) => page.locator(".notice").filter({ hasText: words }).first().waitFor();

/** An assessment in which Ana answers. */
async function mill(page) {
  await way.begin(page, { name: "Mill" });
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).last().fill("Ana Ruiz");
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Ana Ruiz" });
  await way.goTo(page, `full/${PATCHING.id}`, PATCHES);
  await way.answerStatement(page, FIRST.text.en, "Met");
}

async function sign(page, { byKey = false } = {}) {
  await rounds(page);
  await page.getByText("Sign this round off", { exact: true }).click();
  await page.getByText("You sign as Ana Ruiz").waitFor();
  if (byKey) await page.getByLabel("Sign with the key of this device").check();
  await page.getByRole("button", { name: "I confirm this round" }).click();
  await notice(page, "Signed off.");
}

/** The file of the session. */
async function file(page) {
  await way.step(page, "Share");
  return way.exported(page);
}

scene("a round that is signed says what changed since, and whoever signed takes it back", async (page) => {
  await mill(page);
  await sign(page);
  await signed(page).getByText("Ana Ruiz", { exact: false }).first().waitFor();
  await signed(page).getByText("Unchanged since, as far as this file says.").waitFor();
  await signed(page).getByText("Without a signature", { exact: false }).waitFor();
  await way.goTo(page, `full/${PATCHING.id}`, PATCHES);
  await way.answerStatement(page, FIRST.text.en, "Not met");
  await rounds(page);
  await signed(page).getByText("Changed since: what stands here now is not what was confirmed.").waitFor();
  await signed(page).getByText("What changed").click();
  await signed(page).getByText(/^Answer: \d+ entr(y|ies) written since\.$/).waitFor();
  await way.goTo(page, "report", "Report");
  await page.locator(".report-preview").getByText("Changed since: what stands here now", { exact: false }).waitFor();
  await page.setViewportSize(PHONE);
  await rounds(page);
  assert.deepEqual(await sticksOut(page), []);
  assert.deepEqual(await axeFinds(page), []);
  await signed(page).getByText("Take your sign-off back").first().click();
  await signed(page).getByLabel("Why you take it back").fill("Too early");
  await signed(page).getByRole("button", { name: "Take your sign-off back" }).click();
  await signed(page).getByText(/^Taken back on .* Too early$/).waitFor();
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await signed(page).getByText(/^Taken back on/).waitFor({ state: "detached" });
});

scene("a signature by this device's key is checked where the file is opened, and an edited file is not believed", async (page) => {
  await mill(page);
  await sign(page, { byKey: true });
  await signed(page).getByText("Unchanged since it was signed.").waitFor();
  await signed(page).getByText("Key, to compare by phone:").click();
  await signed(page).getByText("Nobody compared this key on this device", { exact: false }).waitFor();
  const key = await signed(page).locator(".key-fingerprint").innerText();
  assert.match(key, /^([0-9A-F]{4} ){15}[0-9A-F]{4}$/);
  const { name, text } = await file(page);
  const { value } = JSON.parse(text).sign_offs[0];
  const hash = createHash("sha256").update(Buffer.from(value.signature.key, "base64")).digest("hex").toUpperCase();
  assert.equal(key.replaceAll(" ", ""), hash);
  const edited = JSON.parse(text);
  edited.sign_offs[0].value.name = "Eve";
  delete edited.checksum;
  await elsewhere(page, async (there) => {
    await way.openStart(there);
    await way.openFile(there, name, text);
    await way.addChosen(there);
    await rounds(there);
    await signed(there).getByText("Unchanged since it was signed.").waitFor();
    await signed(there).getByText("Key, to compare by phone:").click();
    await signed(there).getByRole("button", { name: "I compared this key with that person" }).click();
    await signed(there).getByText("this is the key of Ana Ruiz", { exact: false }).waitFor();
    await there.reload();
    await way.arrived(there, "Rounds");
    await signed(there).getByText("Key, to compare by phone:").click();
    await signed(there).getByText("this is the key of Ana Ruiz", { exact: false }).waitFor();
  });
  await elsewhere(page, async (there) => {
    await way.openStart(there);
    await way.openFile(there, name, JSON.stringify(edited));
    await way.addChosen(there);
    await rounds(there);
    await signed(there).getByText("Do not rely on it", { exact: false }).waitFor();
    assert.equal(await signed(there).getByText("Unchanged", { exact: false }).count(), 0);
  });
});

scene("a browser without such keys says so, and signs without", async (page) => {
  await page.addInitScript(() => {
    crypto.subtle.generateKey = () => Promise.reject(new DOMException("no", "NotSupportedError"));
  });
  await mill(page);
  await rounds(page);
  await page.getByText("Sign this round off", { exact: true }).click();
  await page.getByLabel("Sign with the key of this device").check();
  await page.getByRole("button", { name: "I confirm this round" }).click();
  await notice(page, "This browser can't sign with a key.");
  assert.equal(await signed(page).count(), 0);
  await page.getByLabel("Sign with the key of this device").uncheck();
  await page.getByRole("button", { name: "I confirm this round" }).click();
  await signed(page).getByText("Unchanged since, as far as this file says.").waitFor();
});

scene("a file of evidence is known again, is never kept, and goes into the pack", async (page) => {
  await mill(page);
  await way.goTo(page, "evidence", "Evidence");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await page.getByLabel("Title", { exact: true }).fill("Patch list");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const secret = "what nobody keeps";
  const choose = (words) => page.locator(".evidence-files input[type='file']")
    .setInputFiles({ name: "../list.txt", mimeType: "text/plain", buffer: Buffer.from(words) });
  await page.locator(".evidence-files summary").click();
  await choose(secret);
  await page.getByText(/list\.txt: not noted here so far\./).waitFor();
  await page.getByRole("button", { name: /^Note it:/ }).click();
  await page.getByText(/list\.txt: the same as on /).waitFor();
  await choose("another");
  await page.getByText(/list\.txt: another file than on /).waitFor();
  await page.getByText("2 files chosen", { exact: false }).waitFor();
  const pack = await downloaded(page, () => page.getByRole("button", { name: "Save the evidence pack" }).click());
  const names = [...unzipped(pack.bytes).keys()];
  assert.deepEqual(names.slice(0, 3), ["index.json", "index.html", "SHA256SUMS"]);
  assert.ok(names.slice(3).every((name) => /^files\/\d{3}-file-list\.txt$/.test(name)), names.join());
  const { text } = await file(page);
  assert.ok(text.includes(createHash("sha256").update(secret).digest("hex")) && !text.includes(secret));
});
