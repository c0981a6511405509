// An assessment in the forms of other tools: saved under Share, and read by programs of others.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { downloaded, scene } from "./browser.mjs";
import * as way from "./way.mjs";

const PYTHON = process.env.TRESTLE_PYTHON;
const noTrestle = PYTHON ? false : "compliance-trestle is not here: `cargo xtask setup` installs it";

const card = (page) => page.locator("#for-other-tools");

/** Saves an assessment in a form. */
async function saved(page, form) {
  await card(page).getByLabel("Form", { exact: true }).selectOption(form);
  const name = await card(page).locator(`option[value="${form}"]`).textContent();
  return downloaded(page, () => card(page).getByRole("button", { name: `Save for ${name}`, exact: true }).click());
}

/** What compliance-trestle reads of a document: its types are made of the official schemas, and it takes nothing else. */
async function asked(module, type, document) {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-oscal-"));
  try {
    const file = join(folder, "document.json");
    await writeFile(file, document);
    const code = `import pathlib, sys; from trestle.oscal.${module} import ${type}; sys.stdout.write(${type}.oscal_read(pathlib.Path(sys.argv[1])).metadata.title)`;
    return (await promisify(execFile)(PYTHON, ["-c", code, file])).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The shipped example of a bottling line, at Share. */
async function example(page) {
  await way.openStart(page);
  await way.openFile(page, "bottling-line.json", await readFile(new URL("../../public/examples/bottling-line.json", import.meta.url)));
  await way.addChosen(page);
  await way.step(page, "Share");
}

scene("each form says what it has no place for, and is saved by a program beside the app", async (page) => {
  await example(page);
  assert.deepEqual(await axeFinds(page), []);
  assert.deepEqual(await sticksOut(page), []);
  const plain = await saved(page, "cyclonedx");
  assert.match(plain.name, /-cyclonedx\.json$/);
  assert.equal(JSON.parse(plain.bytes.toString("utf8")).bomFormat, "CycloneDX");
  const library = await saved(page, "ciso-assistant-library");
  assert.match(library.name, /-ciso-assistant-library\.yaml$/);
  const [, urn] = library.bytes.toString("utf8").match(/"urn": "(urn:plumbline:risk:req_node:[^"]*:practice:[^"]*)"/);
  await card(page).getByLabel("Form", { exact: true }).selectOption("ciso-assistant-audit");
  await card(page).getByText("that somebody was asked and does not know").waitFor();
  const audit = await saved(page, "ciso-assistant-audit");
  assert.match(audit.name, /-ciso-assistant-audit\.csv$/);
  assert.ok(audit.bytes.toString("utf8").includes(urn), "the audit is about what is in the library");
});

scene("compliance-trestle reads results, plan and mapping", { skip: noTrestle }, async (page) => {
  await example(page);
  for (const [form, module, type, title] of [
    ["oscal-results", "assessment_results", "AssessmentResults", /Bottling line/],
    ["oscal-plan", "poam", "PlanOfActionAndMilestones", /Bottling line/],
    ["oscal-mapping", "mapping", "MappingCollection", /IoT Security Maturity Model/],
  ]) {
    const { bytes } = await saved(page, form);
    assert.match(await asked(module, type, bytes), title, form);
    const broken = Buffer.from(bytes.toString("utf8").replace(/"uuid": "./, '"uuid": "x'));
    await assert.rejects(asked(module, type, broken), `${form}: it notices what is wrong`);
  }
});

scene("a table that somebody typed into comes back like a sheet", async (page) => {
  await way.begin(page, { name: "Mill at Norrby" });
  await way.step(page, "Share");
  const table = await downloaded(page, () => page.getByRole("button", { name: "Save the sheet as CSV", exact: true }).click());
  assert.match(table.name, /-answers\.csv$/);
  const text = table.bytes.toString("utf8");
  assert.ok(text.startsWith("\ufeff"), "spreadsheets see that it is UTF-8");
  const [head, first, ...rest] = text.slice(1).split("\n");
  const at = head.split(",").indexOf("Answer");
  assert.equal(at, 3, head);
  // Its cells have commas within quotes: only the empty one behind the statement is filled in.
  const typed = first.replace(/,,,,/, ",Met,,'=1+1,");
  assert.notEqual(typed, first);
  await way.openFile(page, table.name, Buffer.from([head, typed, ...rest].join("\n")), "");
  const arrived = page.locator("#import-result section.card", { has: page.getByRole("heading", { name: "A filled sheet" }) });
  await arrived.getByText("1 row is filled in.").waitFor();
  await arrived.getByRole("button", { name: "Add what is new to “Mill at Norrby”" }).click();
  await arrived.waitFor({ state: "detached" });
  const session = JSON.parse((await way.exported(page)).text);
  assert.deepEqual(session.notes.map(({ value }) => value), ["=1+1"]);
});
