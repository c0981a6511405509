// Files for spreadsheets and word processors: out of the app, and a sheet that somebody filled in back into it.
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, scene, storage } from "./browser.mjs";
import * as way from "./way.mjs";
import { unzipped, zipped } from "./zip.mjs";

const NAME = "Mill at Norrby";
const LOOKED = process.env.PLUMBLINE_PICTURES;

/** A picture to be looked at by people, where somebody asks for it. */
const picture = (page, name) => LOOKED && page.screenshot({ path: `${LOOKED}/office-${name}.png`, fullPage: true });

/** Saves a file by its button, which may take the program a moment. */
const saved = (page, button) => downloaded(page, () => page.getByRole("button", { name: button, exact: true }).click());

/** The words of a piece of markup, in their order. */
const words = (markup) =>
  [...markup.toString("utf8").matchAll(/<(?:w:)?t [^>]*>([^<]*)</g)].map(([, text]) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));

/** A sheet with words in a cell of its first sheet. */
function filled(book, cell, text) {
  const files = unzipped(book);
  const name = "xl/worksheets/sheet1.xml";
  const sheet = files.get(name).toString("utf8");
  const there = new RegExp(`<c r="${cell}"[^>]*?(/>|>.*?</c>)`);
  assert.match(sheet, there);
  files.set(name, sheet.replace(there, `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`));
  return zipped(files);
}

/** Why LibreOffice can't be asked; false where it can. */
const noLibreOffice = spawnSync("soffice", ["--version"]).status === 0 ? false : "LibreOffice is not here";

/** A file as LibreOffice saves it in another form. */
async function converted(name, bytes, form, filter = form) {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-office-"));
  try {
    await writeFile(join(folder, name), bytes);
    const into = join(folder, "out");
    const home = `-env:UserInstallation=file://${folder}/home`;
    await promisify(execFile)("soffice", [home, "--headless", "--convert-to", `${form}:${filter}`, "--outdir", into, join(folder, name)]);
    return await readFile(join(into, name.replace(/[^.]*$/, form)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const arrivedSheet = (page) => page.locator("#import-result section.card", { has: page.getByRole("heading", { name: "A filled sheet" }) });

scene("a workbook and a report for Word are saved, with what they can’t carry beside the button", async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  await page.getByText("It is for reading: what is changed in it does not come back.").waitFor();
  await page.getByText("Notes, reasons and links go with the workbook either way").waitFor();
  await page.locator("[aria-describedby=workbook-names]").check();
  const book = await saved(page, "Save the workbook");
  assert.match(book.name, /^mill-at-norrby-\d{4}-\d\d-\d\d-workbook\.xlsx$/);
  const files = unzipped(book.bytes);
  assert.deepEqual(
    [...files.get("xl/workbook.xml").toString("utf8").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name),
    ["Summary", "Targets", "Answers", "Evidence", "Gaps", "Duties", "Plan"],
  );
  assert.ok(words(files.get("xl/sharedStrings.xml")).includes(NAME));

  await page.getByRole("link", { name: "Make a report" }).click();
  await way.arrived(page, "Report");
  await page.getByLabel("Name of your firm").fill("Norrby & Söhne");
  await page.getByLabel("With a place for signatures at the end").check();
  await picture(page, "report");
  const code = (await page.locator(".report-code").first().innerText()).trim();
  const report = await saved(page, "Save for Word");
  assert.match(report.name, /^mill-at-norrby-\d{4}-\d\d-\d\d-report\.docx$/);
  const parts = unzipped(report.bytes);
  const said = words(parts.get("word/document.xml")).join("\n");
  const chapters = await page.locator(".report-preview h2").allInnerTexts();
  assert.ok(chapters.length > 3, "the preview shows the chapters");
  for (const chapter of [...chapters, "Signatures"]) assert.ok(said.includes(chapter), chapter);
  assert.ok(said.includes(code), "its code stands on it");
  assert.ok(words(parts.get("word/header1.xml")).includes("Norrby & Söhne"));
});

scene("a sheet that was filled in elsewhere is looked at, and merged as the answers of whoever it was made for", async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  const sheet = await saved(page, "Save the sheet to fill in");
  assert.match(sheet.name, /-answers\.xlsx$/);
  const before = await storage(page);
  await way.openFile(page, sheet.name, filled(filled(sheet.bytes, "D2", "Met"), "F2", "007 =1+1 &lt;b&gt;\n2027-12-31"), "");
  const card = arrivedSheet(page);
  await card.getByText("1 row is filled in.").waitFor();
  await picture(page, "sheet");
  assert.deepEqual(await axeFinds(page), []);
  assert.deepEqual(await storage(page), before, "nothing is taken before somebody says so");
  await card.getByRole("button", { name: `Add what is new to “${NAME}”` }).click();
  await card.waitFor({ state: "detached" });
  const { text } = await way.exported(page);
  const session = JSON.parse(text);
  assert.equal(session.answers.length, 1);
  assert.deepEqual([...session.answers, ...session.notes].map(({ by }) => by), [undefined, undefined], "nobody in particular, as it was made");
  assert.equal(session.notes.map(({ value }) => value).join(), "007 =1+1 <b>\n2027-12-31", "word for word");
  // As it came back, there is nothing new in it.
  await way.openFile(page, sheet.name, sheet.bytes, "");
  await arrivedSheet(page).getByText("0 rows are filled in.").waitFor();
});

scene("whose answers a sheet has stays as it was chosen while another sheet is taken in", async (page) => {
  await way.begin(page, { name: NAME });
  for (const name of ["Ana Ruiz", "Bo Lind"]) {
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name", { exact: true }).last().fill(name);
  }
  await way.step(page, "Share");
  await page.getByLabel("Whose answers", { exact: true }).selectOption({ label: "Ana Ruiz" });
  const sheet = await saved(page, "Save the sheet to fill in");
  assert.match(sheet.name, /^mill-at-norrby-ana-ruiz-\d{4}-\d\d-\d\d-answers\.xlsx$/);
  assert.ok(words(unzipped(sheet.bytes).get("xl/sharedStrings.xml")).includes("For Ana Ruiz"));
  const file = (name, buffer) => ({ name, mimeType: "", buffer });
  const both = [file("one.xlsx", filled(sheet.bytes, "D2", "Met")), file("two.xlsx", filled(sheet.bytes, "D3", "Partly"))];
  await page.getByLabel("Open a file…").setInputFiles(both);
  const one = arrivedSheet(page).filter({ hasText: "one.xlsx" });
  const whose = one.getByLabel("Whose answers are these?");
  assert.equal(await whose.evaluate((select) => select.selectedOptions[0].textContent), "Ana Ruiz");
  await whose.selectOption({ label: "Bo Lind" });
  const two = arrivedSheet(page).filter({ hasText: "two.xlsx" });
  await two.getByRole("button", { name: `Add what is new to “${NAME}”` }).click();
  await two.waitFor({ state: "detached" });
  assert.equal(await whose.evaluate((select) => select.selectedOptions[0].textContent), "Bo Lind");
  await one.getByRole("button", { name: `Add what is new to “${NAME}”` }).click();
  await one.waitFor({ state: "detached" });
  const session = JSON.parse((await way.exported(page)).text);
  const name = (by) => session.people.find(({ on }) => on === by)?.value.name;
  const said = Object.fromEntries(session.answers.map(({ by, value }) => [name(by), value]));
  assert.deepEqual(said, { "Ana Ruiz": "partly", "Bo Lind": "met" });
});

scene("LibreOffice reads the report, and what it saves of a filled sheet comes back word for word", { skip: noLibreOffice, timeout: 300_000 }, async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  const sheet = await saved(page, "Save the sheet to fill in");
  const typed = "007 =1+1 12345678901234567890\n2027-12-31 3/4";
  const again = await converted("sheet.xlsx", filled(filled(sheet.bytes, "D2", "Met"), "F2", typed), "xlsx", "Calc MS Excel 2007 XML");
  await way.openFile(page, "again.xlsx", again, "");
  await arrivedSheet(page).getByRole("button", { name: `Add what is new to “${NAME}”` }).click();
  await arrivedSheet(page).waitFor({ state: "detached" });
  const session = JSON.parse((await way.exported(page)).text);
  assert.equal(session.notes.map(({ value }) => value).join(), typed);
  assert.equal(session.answers.length, 1);
  await page.getByRole("link", { name: "Make a report" }).click();
  await way.arrived(page, "Report");
  const report = await saved(page, "Save for Word");
  const flat = (text) => text.split(/[\s\u00a0•]+/).filter(Boolean).join(" ");
  const read = flat((await converted("report.docx", report.bytes, "txt", "Text (encoded):UTF8")).toString("utf8"));
  const paragraphs = unzipped(report.bytes).get("word/document.xml").toString("utf8").split("</w:p>");
  const lines = paragraphs.map((paragraph) => flat(words(paragraph).join(" "))).filter(Boolean);
  assert.ok(lines.length > 20, "there is a report");
  for (const line of lines) assert.ok(read.replaceAll(" ", "").includes(line.replaceAll(" ", "")), line);
});

scene("hostile and foreign sheets are refused with the reason, and nothing is touched", async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  const sheet = await saved(page, "Save the sheet to fill in");
  const { id } = JSON.parse((await way.exported(page)).text);
  const before = await storage(page);
  const files = unzipped(sheet.bytes);
  const with1 = (name, content) => zipped(new Map([...files, [name, content]]));
  const main = "xl/worksheets/sheet1.xml";
  const laughs = `<!DOCTYPE a [<!ENTITY b "${"c".repeat(1000)}">]>${files.get(main).toString("utf8").replace(/^<\?xml.*?\?>/, "")}`;
  for (const [file, why] of [
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "it has a password, or the form of before 2007"],
    [with1(main, laughs), "it is damaged"],
    [with1(main, "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Statement</t></is></c></row></sheetData></worksheet>"), "the columns “Id” and “Answer” are not in it"],
    [with1("xl/workbook.xml", "<workbook"), "it is damaged"],
    [Buffer.from(`PK\x03\x04${"\0".repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`, "latin1"), "Save it as .xlsx and open that"],
  ]) {
    await way.openFile(page, "hostile.xlsx", file, "");
    await page.locator("section.banner-warning").getByText(why).waitFor();
    await page.locator("section.banner-warning").getByRole("button", { name: "Dismiss" }).click();
  }
  // From another assessment.
  const other = new Map(files);
  const about = "xl/sharedStrings.xml";
  other.set(about, files.get(about).toString("utf8").replace(id, "another-assessment"));
  await way.openFile(page, "other.xlsx", zipped(other), "");
  await arrivedSheet(page).getByText("The assessment that this sheet was made from is not here.").waitFor();
  assert.deepEqual(await storage(page), before);
});

scene("the part for spreadsheets can’t be loaded: that is said, and the next try works", { allow: /office/ }, async (page) => {
  await way.begin(page, { name: NAME });
  await way.step(page, "Share");
  await page.route("**/office/**", (route) => route.abort());
  await page.getByRole("button", { name: "Save the workbook" }).click();
  await page.locator(".notice").getByText("did not load, or stopped").waitFor();
  await page.unroute("**/office/**");
  assert.ok((await saved(page, "Save the workbook")).bytes.length > 1000);
});

for (const [what, width, height] of [["on a phone", 390, 844], ["on a desk", 1280, 800]]) {
  scene(`${what} saving for spreadsheets and Word can be read by everybody`, async (page) => {
    await page.setViewportSize({ width, height });
    await way.begin(page, { name: NAME });
    await way.step(page, "Share");
    await picture(page, `share-${width}`);
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await axeFinds(page), []);
    await page.getByRole("link", { name: "Make a report" }).click();
    await way.arrived(page, "Report");
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await axeFinds(page), []);
  });
}
