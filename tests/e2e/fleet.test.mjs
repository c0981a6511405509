// Many files side by side: read one after the other, a bad one named, put in order by pointer and keys, one seen closely, and nothing
// stored unless somebody keeps it.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { scene, soon, storage } from "./browser.mjs";
import { practices, small, smm } from "./model.mjs";
import * as way from "./way.mjs";

const TITLE = "Compare many files";
const [FIRST, SECOND] = practices();
const round = small.rounds[0].on;
const fact = (on, value, at) => ({ at: small.created, stamp: `ana:${at}`, on, value });

/** A site with a level and a target for the first practices. */
function site(number, { level = number % 5, target = 2, ...rest } = {}) {
  const name = `Site ${String(number).padStart(3, "0")}`;
  const session = {
    ...small,
    id: `site-${number}`,
    model: { id: smm.id, edition: smm.edition },
    system: [fact("name", name, 20)],
    targets: [fact(FIRST.id, { level: target, scope: "general", origin: "practice" }, 21)],
    quick: [{ ...fact(FIRST.id, { level }, 22), round }, ...(number % 2 ? [{ ...fact(SECOND.id, { level: 1 }, 23), round }] : [])],
    seen: { ana: 30 },
    ...rest,
  };
  return { name: `site-${number}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(session)) };
}

const broken = { name: "broken.json", mimeType: "application/json", buffer: Buffer.from('{ "format": "plumbline-session", "version": 1, ') };
const THIRTY = [...Array.from({ length: 29 }, (_, number) => site(number)), broken];

async function open(page, files) {
  await page.goto("./fleet");
  await way.arrived(page, TITLE);
  await page.mouse.move(1, 1);
  await add(page, files);
}

async function add(page, files) {
  await page.locator("main input[type='file']").setInputFiles(files);
  await page.locator(".fleet-count").waitFor({ timeout: 30_000 });
}

const kept = async (page) => Object.keys(await storage(page)).filter((key) => key.startsWith("plumbline.session."));
// Of rows that are out of sight the browser has no inner text.
const names = (page) => page.locator("table.heat tbody th").allTextContents();
const head = (page, name) => page.locator("table.heat thead").getByRole("button", { name, exact: true });
const cells = (page, name) => page.locator("table.heat tbody tr").filter({ hasText: name }).locator("td");
const said = (page, name, cell) => cells(page, name).nth(cell).getByRole("img").getAttribute("aria-label");

scene("thirty files: the broken one is named, the others stand side by side, and nothing is stored", async (page) => {
  await way.openStart(page);
  await page.getByRole("link", { name: TITLE }).click();
  await way.arrived(page, TITLE);
  await page.getByText("Nothing to compare yet.").waitFor();
  await add(page, THIRTY);
  await page.getByText("29 assessments side by side. 1 is left out.").waitFor();
  const left = page.locator("section").filter({ has: page.getByRole("heading", { name: "1 file is left out" }) });
  await left.getByText("broken.json").waitFor();
  await left.getByText(/ends too early|cut off|not complete|incomplete/i).waitFor();
  await soon(async () => assert.equal((await names(page)).length, 29));
  assert.deepEqual(await kept(page), []);

  // A cell says the level and the target in words; what nobody assessed is no level 0.
  assert.equal(await said(page, "Site 001", 2), "level 1, target 2, below need");
  assert.equal(await said(page, "Site 003", 2), "level 3, target 2");
  assert.equal(await said(page, "Site 002", 3), "not assessed, no target");
  // Of 29 sites with the levels 0, 1, 2, 3, 4, 0 …: six each of 0 to 3, five of 4.
  const row = page.locator("table.fleet-practices tbody tr").first();
  assert.deepEqual(await row.locator("td").allInnerTexts(), ["0", "2", "4", "6 at 0, 6 at 1, 6 at 2, 6 at 3, 5 at 4", "12 of 29", "none", "none"]);
  const second = await page.locator("table.fleet-practices tbody tr").nth(1).locator("td").allInnerTexts();
  assert.deepEqual(second, ["1", "1", "1", "14 at 1", "0 of 29", "none", "15 not assessed"]);

  // By keys, once up and once down; what is not known stays at the end.
  const first = head(page, `1 ${FIRST.name.en}`);
  await first.focus();
  await page.keyboard.press("Enter");
  await soon(async () => assert.deepEqual((await names(page)).slice(0, 2), ["Site 000", "Site 005"]));
  assert.equal(await first.evaluate((it) => it.closest("th").ariaSort), "ascending");
  await page.keyboard.press("Enter");
  await soon(async () => assert.deepEqual((await names(page)).slice(0, 2), ["Site 004", "Site 009"]));
  assert.equal(await first.evaluate((it) => it.closest("th").ariaSort), "descending");
  assert.ok(await first.evaluate((it) => it === document.activeElement), "the focus stays");
  await head(page, `2 ${SECOND.name.en}`).click();
  await soon(async () => assert.deepEqual((await names(page)).slice(13, 15), ["Site 027", "Site 000"]));
  assert.deepEqual(await axeFinds(page, "many files"), []);
  assert.deepEqual(await sticksOut(page, "many files"), []);
});

scene("one is seen closely, kept, and that is taken back; all are kept at once", async (page) => {
  await open(page, [site(1), site(2), site(3)]);
  const name = page.getByRole("button", { name: "See Site 001 closely" });
  await name.click();
  const one = page.locator("section").filter({ has: page.getByRole("heading", { name: "Site 001", exact: true }) });
  await soon(async () => assert.equal(await page.locator(":focus").innerText(), "Site 001"));
  await one.getByText("From the file site-1.json").waitFor();
  await one.getByText("2 of 18 practices known to the end, 1 below need.").waitFor();
  assert.deepEqual(await one.locator("tbody tr").first().locator("td").allInnerTexts(), ["level 1", "2", "1 level short"]);
  assert.deepEqual(await kept(page), []);
  await one.getByRole("button", { name: "Keep it here" }).click();
  await one.getByRole("link", { name: "Open" }).waitFor();
  assert.equal((await kept(page)).length, 1);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await one.getByRole("button", { name: "Keep it here" }).waitFor();
  assert.deepEqual(await kept(page), []);
  await one.getByRole("button", { name: "Close" }).click();
  await soon(async () => assert.ok(await name.evaluate((it) => it === document.activeElement)));

  await page.getByRole("button", { name: "Keep all here" }).click();
  await page.locator(".notice").filter({ hasText: "3 assessments are kept here." }).waitFor();
  assert.equal((await kept(page)).length, 3);
  await name.click();
  await one.getByRole("link", { name: "Open" }).click();
  await way.arrived(page, "Results");
  // What was opened is still there when one comes back.
  await page.goBack();
  await way.arrived(page, TITLE);
  await soon(async () => assert.deepEqual(await names(page), ["Site 001", "Site 002", "Site 003"]));
});

scene("keeping all shows how far it is, and lets the page react; where no room is left it stops, and names what is not kept", async (page) => {
  await open(page, Array.from({ length: 12 }, (_, number) => site(number)));
  await page.evaluate(() => {
    const put = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (/Site 003/.test(value)) throw new DOMException("Full.", "QuotaExceededError");
      return put.call(this, key, value);
    };
    globalThis.steps = [];
    const status = document.querySelector("#fleet-read");
    const look = () => globalThis.steps.push(status.textContent);
    new MutationObserver(look).observe(status, { childList: true, subtree: true, characterData: true });
  });
  await page.getByRole("button", { name: "Keep all here" }).click();
  await page.locator(".notice").filter({ hasText: "3 assessments are kept here. 9 are not: " }).waitFor();
  assert.equal((await kept(page)).length, 3);
  const left = page.locator("#not-kept");
  await left.getByText("9 assessments are not kept here").waitFor();
  assert.deepEqual(await left.getByRole("listitem").allTextContents(), Array.from({ length: 9 }, (_, at) => `Site ${String(at + 3).padStart(3, "0")}`));
  const steps = await page.evaluate(() => globalThis.steps);
  assert.ok(steps.some((words) => words.startsWith("Keeping 1 of 12: Site 000")), steps.join("; "));
  assert.ok(steps.some((words) => words.startsWith("Keeping 4 of 12: Site 003")), steps.join("; "));
  assert.ok(!steps.some((words) => words.startsWith("Keeping 5 ")), steps.join("; "));
});

scene("what is stored here is ticked in and out, and stays where it is", async (page) => {
  await way.begin(page, { name: "Mill" });
  const before = await kept(page);
  await open(page, [site(4)]);
  await page.getByText("Add what is stored here").click();
  const tick = page.getByRole("checkbox", { name: /^Mill, last changed / });
  await tick.check();
  await soon(async () => assert.deepEqual(await names(page), ["Site 004", "Mill"]));
  await tick.uncheck();
  await soon(async () => assert.deepEqual(await names(page), ["Site 004"]));
  assert.deepEqual(await kept(page), before);
});

scene("dropped on the page they are compared, and not offered to be added; what can't be compared is named with the reason", async (page) => {
  await open(page, [site(1)]);
  const other = { ...JSON.parse(site(2).buffer), model: { id: "elsewhere", edition: "1" } };
  await page.evaluate((files) => {
    const carried = new DataTransfer();
    for (const [name, text] of files) carried.items.add(new File([text], name, { type: "application/json" }));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
  }, [["again.json", site(1).buffer.toString()], ["other.json", JSON.stringify(other)], ["level.json", site(7, { level: 9 }).buffer.toString()]]);
  // Two that are called alike are told apart by their files.
  await soon(async () => assert.deepEqual(await names(page), ["Site 001", "Site 001 (again.json)"]));
  await page.getByText("It answers other questions than the first one (elsewhere)").waitFor();
  await page.locator("li").filter({ hasText: "level.json" }).getByText("9", { exact: false }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Add as a separate assessment" }).count(), 0);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await page.getByText("2 assessments side by side.", { exact: true }).waitFor();
});

scene("on a phone the map is a list, sorted by a field", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (page) => {
  await open(page, [...THIRTY.slice(0, 12), broken]);
  assert.equal(await page.locator("table.heat").count(), 0);
  const listed = () => page.locator(".fleet-sites").getByRole("button").allInnerTexts();
  await soon(async () => assert.equal((await listed()).length, 12));
  await page.getByLabel("Sort by").selectOption({ label: FIRST.name.en });
  await soon(async () => assert.deepEqual((await listed()).slice(0, 3), ["Site 000", "Site 005", "Site 010"]));
  await page.getByRole("checkbox", { name: "The other way round" }).check();
  await soon(async () => assert.equal((await listed())[0], "Site 004"));
  await page.getByRole("button", { name: "See Site 004 closely" }).click();
  await page.getByRole("heading", { name: "Site 004", exact: true }).waitFor();
  assert.deepEqual(await sticksOut(page, "many files on a phone"), []);
  assert.deepEqual(await axeFinds(page, "many files on a phone"), []);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.deepEqual(await sticksOut(page, "many files at 320 pixels"), []);
});
