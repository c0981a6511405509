// Workspaces: two clients with three files, one of which changes and is looked at again; what is due; all of them out in one zip, which
// jszip reads, and back in; by keys, and on a phone.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { root, scene, soon, storage } from "./browser.mjs";
import { practices, small, smm } from "./model.mjs";
import * as way from "./way.mjs";

// The reader of somebody else: selenium-webdriver brings it along.
const JSZip = createRequire(import.meta.resolve("selenium-webdriver"))("jszip");

const TITLE = "Workspaces";
const [FIRST] = practices();
const round = small.rounds[0].on;
const fact = (on, value, at, by = "ana") => ({ at: small.created, stamp: `${by}:${at}`, on, value });

/** The assessment of a system of a client. */
const session = (name, rest = {}) => ({
  ...small,
  id: `of-${name.toLowerCase().replaceAll(/\W+/g, "-")}`,
  model: { id: smm.id, edition: smm.edition },
  system: [fact("name", name, 20)],
  targets: [fact(FIRST.id, { level: 2, scope: "general", origin: "practice" }, 21)],
  quick: [{ ...fact(FIRST.id, { level: 1 }, 22), round }],
  seen: { ana: 30 },
  ...rest,
});
const action = (title, due) => fact("019a0000-0000-7000-8000-0000000000aa", { title, due, state: "open", origin: "own" }, 23);
const file = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });

const MILL = session("Mill", { actions: [action("Lock the door", "2020-03-01")] });
const SILO = session("Silo", { actions: [action("Ask the maker", "2019-05-04")] });
const QUAY = session("Quay");
/** The mill as somebody else sent it back: with another level and a note of theirs. */
const MILL_LATER = {
  ...MILL,
  people: [fact("bo", { name: "Bo Lind", role: "technology_owner" }, 31, "bo")],
  targets: [{ ...fact(FIRST.id, { level: 3, scope: "general", origin: "practice" }, 32, "bo"), by: "bo" }],
  seen: { ana: 30, bo: 40 },
};

async function make(page, name) {
  await page.goto("./workspaces");
  await way.arrived(page, TITLE);
  await page.mouse.move(1, 1);
  await page.getByLabel("Name of a new workspace").fill(name);
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await way.arrived(page, name);
}

/** Opens files in the workspace that is shown, and adds all of them. */
async function open(page, files) {
  await page.locator("main input[type='file']").setInputFiles(files);
  for (const _ of files) {
    const add = page.getByRole("button", { name: "Add to this workspace" });
    await add.first().click();
  }
  await soon(async () => assert.equal(await page.getByRole("button", { name: "Add to this workspace" }).count(), 0));
}

const card = (page, name) => page.locator("li.session-card").filter({ has: page.getByRole("heading", { name, exact: true }) });
const inside = (page) => page.locator("section li.session-card h3").allInnerTexts();

/** Two clients: one with a mill and a silo, one with a quay. */
async function clients(page) {
  await make(page, "Meyer");
  await open(page, [file("mill.json", MILL), file("silo.json", SILO)]);
  await soon(async () => assert.deepEqual((await inside(page)).sort(), ["Mill", "Silo"]));
  await make(page, "Schulze");
  await open(page, [file("quay.json", QUAY)]);
  await soon(async () => assert.deepEqual(await inside(page), ["Quay"]));
}

async function goTo(page, name) {
  await page.goto("./workspaces");
  await way.arrived(page, TITLE);
  await page.getByRole("link", { name: `Open ${name}` }).click();
  await way.arrived(page, name);
}

/** Saves all at once, and gives the files in the zip by their names. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const entries = await Promise.all(Object.values(zip.files).map(async (entry) => [entry.name, await entry.async("string")]));
  return { name: download.suggestedFilename(), bytes, files: Object.fromEntries(entries) };
}

scene("two clients, three files: one is changed, shows as changed, is looked at, and is no longer changed", async (page) => {
  await clients(page);
  await goTo(page, "Meyer");
  await card(page, "Mill").getByText("Nothing changed since you last looked").waitFor();
  await card(page, "Mill").getByText("1 of 18 practices known to the end, 1 below need.").waitFor();
  assert.deepEqual(await axeFinds(page, "a workspace"), []);

  // What is due, in order of the days, each with its assessment.
  const due = page.locator("ol.due-list").first().locator("li");
  await soon(async () => assert.equal(await due.count(), 2));
  assert.match(await due.nth(0).innerText(), /4 May 2019\s+late\s+Action: Ask the maker\s+Silo/);
  assert.match(await due.nth(1).innerText(), /1 March 2020\s+late\s+Action: Lock the door\s+Mill/);
  await due.nth(1).getByRole("link", { name: "Mill" }).click();
  await way.arrived(page, "Plan");

  // It comes back changed and is merged into the copy that is here.
  await goTo(page, "Meyer");
  await page.locator("main input[type='file']").setInputFiles([file("mill-again.json", MILL_LATER)]);
  await page.getByRole("button", { name: "Add what is new to “Mill”" }).click();
  await card(page, "Mill").getByRole("button", { name: "Mark Mill as seen" }).waitFor();
  await card(page, "Mill").getByText(/^Bo Lind: 1 target/).waitFor();
  await card(page, "Silo").getByText("Nothing changed since you last looked").waitFor();
  await page.getByText("1 assessment changed since you last looked, of 2.").waitFor();

  // Marked as seen, taken back, and looked at by opening it.
  await card(page, "Mill").getByRole("button", { name: "Mark Mill as seen" }).click();
  await card(page, "Mill").getByText("Nothing changed since you last looked").waitFor();
  await soon(async () => assert.equal(await page.locator(":focus").innerText(), "Mill"));
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await card(page, "Mill").getByRole("button", { name: "Mark Mill as seen" }).waitFor();
  await card(page, "Mill").getByRole("link", { name: "Open Mill" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await soon(async () => assert.match(page.url(), /\/s\//));
  await goTo(page, "Meyer");
  await card(page, "Mill").getByText("Nothing changed since you last looked").waitFor();
});

scene("all files and all reports leave in one zip with nothing of the other client, and the zip opens elsewhere", async (page) => {
  await clients(page);
  await goTo(page, "Meyer");
  const all = await saved(page, "Save all assessments");
  assert.match(all.name, /^meyer-assessments-\d{4}-\d\d-\d\d\.zip$/);
  assert.deepEqual(Object.keys(all.files).map((name) => name.replace(/-\d{4}.*/, "")).sort(), ["mill", "silo"]);
  assert.ok(!JSON.stringify(all.files).includes("Quay"));
  const reports = await saved(page, "Save all reports as HTML");
  assert.match(reports.name, /^meyer-reports-/);
  const names = Object.keys(reports.files);
  assert.ok(names.every((name) => /^[\w-]+-report\.html$/.test(name)), names.join());
  const [mill] = names.filter((name) => name.startsWith("mill"));
  assert.match(reports.files[mill], /<title>[^<]*Mill/);
  assert.ok(!JSON.stringify(reports.files).includes("Quay"));
  const plain = await saved(page, "Save all reports as Markdown");
  assert.ok(Object.values(plain.files).every((text) => text.startsWith("# ")));
  // That reports were given out is no change that anybody has to look at.
  await page.reload();
  await card(page, "Mill").getByText("Nothing changed since you last looked").waitFor();

  // Elsewhere: the zip itself, in a workspace.
  const context = await page.context().browser().newContext({ baseURL: root, locale: "en-GB", serviceWorkers: "block" });
  const elsewhere = await context.newPage();
  await openElsewhere(elsewhere, all);
  await context.close();
});

async function openElsewhere(page, all) {
  await make(page, "Elsewhere");
  await page.locator("main input[type='file']").setInputFiles([{ name: all.name, mimeType: "application/zip", buffer: all.bytes }]);
  await soon(async () => assert.equal(await page.getByRole("button", { name: "Add to this workspace" }).count(), 2));
  await page.getByRole("button", { name: "Add to this workspace" }).first().click();
  await soon(async () => assert.equal(await page.getByRole("button", { name: "Add to this workspace" }).count(), 1));
  await page.getByRole("button", { name: "Add to this workspace" }).first().click();
  await soon(async () => assert.deepEqual((await inside(page)).sort(), ["Mill", "Silo"]));
  await page.locator("main input[type='file']").setInputFiles([{ name: "torn.zip", mimeType: "application/zip", buffer: all.bytes.subarray(0, 100) }]);
  await page.getByText("“torn.zip” is no zip that can be read").waitFor();
}

scene("an assessment is moved by keys and that is undone; a workspace is deleted, which deletes none, and put back", async (page) => {
  await clients(page);
  await goTo(page, "Meyer");
  const choice = card(page, "Silo").getByLabel("Move Silo to");
  await choice.focus();
  await page.keyboard.press("S");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await soon(async () => assert.deepEqual(await inside(page), ["Mill"]));
  await page.locator(".notice").filter({ hasText: "“Silo” is in “Schulze” now." }).getByRole("button", { name: "Undo" }).click();
  await soon(async () => assert.deepEqual((await inside(page)).sort(), ["Mill", "Silo"]));
  await choice.selectOption("no workspace");
  await card(page, "Silo").getByRole("button", { name: "Move" }).click();
  await soon(async () => assert.deepEqual(await inside(page), ["Mill"]));
  const silo = await page.locator("#put-here option").filter({ hasText: "Silo" }).getAttribute("value");
  await page.getByLabel("Add what is stored here").selectOption(silo);
  await page.getByRole("button", { name: "Put it here" }).click();
  await soon(async () => assert.equal((await inside(page)).length, 2));

  await page.goto("./workspaces");
  await way.arrived(page, TITLE);
  const sessions = async () => Object.keys(await storage(page)).filter((key) => key.startsWith("plumbline.session.")).length;
  await page.getByRole("button", { name: "Delete the workspace Schulze" }).click();
  await soon(async () => assert.equal(await page.getByRole("link", { name: "Open Schulze" }).count(), 0));
  assert.equal(await sessions(), 3);
  await page.getByText("Deleted workspaces").click();
  await page.getByRole("button", { name: "Put back Schulze" }).click();
  await page.getByRole("link", { name: "Open Schulze" }).click();
  await way.arrived(page, "Schulze");
  await soon(async () => assert.deepEqual(await inside(page), ["Quay"]));
});

scene("all of a workspace stand side by side, and nothing of another with them", async (page) => {
  await clients(page);
  await goTo(page, "Meyer");
  await page.getByRole("button", { name: "Compare all" }).click();
  await way.arrived(page, "Compare many files");
  await page.getByText("2 assessments side by side.").waitFor();
  const names = await page.locator("table.heat tbody th").allInnerTexts();
  assert.deepEqual(names.sort(), ["Mill", "Silo"]);
});

scene("one assessment is not bothered with workspaces, two are, in a line; what is deleted and put back is in its workspace again", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.openStart(page);
  await page.getByRole("heading", { name: "Mill" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Keep them in workspaces" }).count(), 0);
  await clients(page);
  await way.openStart(page);
  await page.getByRole("link", { name: "Keep them in workspaces" }).click();
  await way.arrived(page, TITLE);
  await way.openStart(page);
  await page.getByRole("button", { name: "Delete Quay" }).click();
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await goTo(page, "Schulze");
  await soon(async () => assert.deepEqual(await inside(page), ["Quay"]));
});

scene("on a phone nothing sticks out, and two tabs take nothing from each other", { viewport: { width: 390, height: 844 } }, async (page) => {
  await clients(page);
  await goTo(page, "Meyer");
  await card(page, "Mill").waitFor();
  assert.deepEqual(await sticksOut(page, "a workspace on a phone"), []);
  const other = await page.context().newPage();
  await other.goto("./workspaces");
  await other.getByRole("link", { name: "Open Schulze" }).waitFor();
  // This tab has not seen what the other one does now.
  await other.getByLabel("Name of a new workspace").fill("Third");
  await other.getByRole("button", { name: "Make the workspace" }).click();
  await way.arrived(other, "Third");
  await card(page, "Silo").getByLabel("Move Silo to").selectOption("Schulze");
  await card(page, "Silo").getByRole("button", { name: "Move" }).click();
  await soon(async () => assert.deepEqual(await inside(page), ["Mill"]));
  await page.goto("./workspaces");
  await way.arrived(page, TITLE);
  await soon(async () => assert.deepEqual(await page.locator("li.session-card h2").allInnerTexts(), ["Meyer", "Schulze", "Third"]));
  assert.deepEqual(await sticksOut(page, "workspaces on a phone"), []);
  assert.deepEqual(await axeFinds(page, "workspaces on a phone"), []);
});
