// A file as a link: it opens elsewhere as a preview, nothing of it is sent to the host, and what got lost on the way is noticed.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { elsewhere, root, scene, soon, storage } from "./browser.mjs";
import { practice } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const NAME = "Mill at Norrby";

const fold = (page, id) => page.locator(`#${id}`);

/** Makes the link of a card, and gives it back. */
async function made(page, id) {
  const card = fold(page, id);
  if (!(await card.evaluate(({ open }) => open))) await card.locator("summary").click();
  await card.getByRole("button", { name: "Make the link" }).click();
  return card.getByLabel("The link", { exact: true }).inputValue();
}

/** An assessment with a person and a target. */
async function begun(page) {
  await way.begin(page, { name: NAME });
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).last().fill("Ana Ruiz");
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHING.name.en, { level: 2, reason: "The insurer asks for it" });
}

const sessions = async (page) => Object.keys(await storage(page)).filter((key) => /session\./.test(key)).length;

scene("a link brings an assessment along as a preview, and is told to no host", { timeout: 90_000 }, async (page) => {
  await begun(page);
  await way.step(page, "Share");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(root).origin });
  const link = await made(page, "session-as-link");
  assert.ok(link.startsWith(`${root}#file=`), link);
  const said = fold(page, "session-as-link").getByRole("status");
  await said.getByText(`is ${new Intl.NumberFormat("en").format(link.length)} characters long`).waitFor();
  await fold(page, "session-as-link").getByRole("button", { name: "Copy the link" }).click();
  await page.locator(".notice").getByText("The link is copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);

  await elsewhere(page, async (there) => {
    const asked = [];
    there.on("request", (request) => asked.push(request.url()));
    await there.goto(link);
    await there.getByText("From the file “What came with the link”").waitFor();
    await there.getByRole("heading", { name: NAME }).waitFor();
    assert.equal(await there.evaluate(() => location.hash), "", "a page that is loaded anew brings nothing again");
    const packed = link.split("#file=")[1];
    assert.deepEqual(asked.filter((url) => url.includes(packed.slice(0, 40))), []);
    assert.equal(await sessions(there), 0, "nothing is taken in before somebody says so");
    await way.addChosen(there);
    await way.step(there, "Targets");
    await soon(async () => assert.equal(await way.chosen(way.targetLevels(there, PATCHING.name.en)), "2"));
    // Whoever has the assessment already is shown what the link would change, and both stay as they are until then.
    await way.setTarget(there, PATCHING.name.en, { level: 4 });
    await there.evaluate((fragment) => (location.hash = fragment), `file=${packed}`);
    await there.getByText("You have a copy of this assessment already").first().waitFor();
    await soon(async () => assert.equal(await way.chosen(way.targetLevels(there, PATCHING.name.en)), "4"));
  });
});

scene("a link that was cut says so, one that is pasted opens, and nothing else of an address does", async (page) => {
  await begun(page);
  await way.step(page, "Share");
  const link = await made(page, "session-as-link");
  await elsewhere(page, async (there) => {
    await there.goto(link.slice(0, -30));
    await there.getByText("The link is not whole").waitFor();
    assert.equal(await sessions(there), 0);
    await there.getByRole("button", { name: "Dismiss" }).click();
    await there.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, `\n ${link}\n`);
    await there.getByRole("heading", { name: NAME }).waitFor();
    await there.goto(`${root}learn#at`);
    await way.arrived(there, /./);
    assert.equal(await there.evaluate(() => location.hash), "#at");
  });
  // A link that was made goes away once the assessment says something else.
  await page.getByRole("button", { name: "Undo" }).first().click();
  await soon(async () => assert.equal(await fold(page, "session-as-link").getByLabel("The link", { exact: true }).count(), 0));
  assert.notEqual(await made(page, "session-as-link"), link);
});

scene("questions go to a phone by its camera, and on a phone all of it fits", { viewport: { width: 390, height: 844 }, timeout: 90_000 }, async (page) => {
  await begun(page);
  await way.step(page, "Share");
  await page.getByRole("link", { name: "Choose whom to ask what" }).click();
  await way.arrived(page, "Ask somebody");
  await page.getByLabel("Who should answer?").selectOption({ label: "Ana Ruiz" });
  await page.getByRole("checkbox", { name: PATCHING.name.en, exact: true }).check();
  const link = await made(page, "questions-as-link");
  await page.locator(".notice").getByText("Ana Ruiz").waitFor();
  await fold(page, "questions-as-link").getByRole("img", { name: "The link as a picture" }).waitFor();
  assert.deepEqual(await sticksOut(page), []);
  assert.deepEqual(await axeFinds(page), []);
  await elsewhere(page, async (there) => {
    await there.setViewportSize({ width: 390, height: 844 });
    await there.goto(link);
    await there.getByRole("heading", { name: NAME }).waitFor();
    await there.getByText("Ana Ruiz").first().waitFor();
  });
});
