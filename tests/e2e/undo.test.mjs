// Undo, redo and the undo in messages, where another tab changed something since.
import assert from "node:assert/strict";
import { scene, soon, storage, unpacked } from "./browser.mjs";
import { practices } from "./model.mjs";
import * as way from "./way.mjs";

const nameField = (page) => page.getByLabel("Name of the system");
const includes = (page) => page.getByLabel("What belongs to it");
const undo = (page) => page.getByRole("button", { name: "Undo", exact: true }).first();
const redo = (page) => page.getByRole("button", { name: "Redo", exact: true });
const message = (page) => page.locator(".notice");
const saved = async (page, field, value) => soon(async () => assert.equal(await field(page).inputValue(), value));

/** Whether what is stored is an assessment of a system of that name. */
function isNamed(stored, name) {
  return unpacked(stored).system.some(({ on, value }) => on === "name" && value === name);
}

async function secondTab(page, context, heading, prepare) {
  const other = await context.newPage();
  await prepare?.(other);
  await other.goto(page.url());
  await way.arrived(other, heading);
  return other;
}

/** Hears nothing of what other tabs store. */
const deaf = (page) => page.addInitScript(() => window.addEventListener("storage", (event) => event.stopImmediatePropagation(), true));

/** Types a name and lets so much time pass that the next one is a step of its own. */
async function name(page, words) {
  await nameField(page).fill(words);
  await page.clock.fastForward(5_000);
}

for (const [how, prepare] of [["hears of it", undefined], ["hears nothing of it", deaf]]) {
  scene(`undo takes nothing back that another tab changed since, and says so: one that ${how}`, async (one, context) => {
    await one.clock.install();
    await prepare?.(one);
    await way.begin(one, { name: "N1" });
    await one.clock.fastForward(5_000);
    await includes(one).fill("The silo");
    await one.clock.fastForward(5_000);
    await name(one, "N2");
    const two = await secondTab(one, context, "Set up");
    await saved(two, nameField, "N2");
    await nameField(two).fill("N3");
    // What is said of saving may still be of before.
    await soon(async () => assert.ok(Object.entries(await storage(two)).some(([key, stored]) => key.startsWith("plumbline.session.") && isNamed(stored, "N3"))));
    if (!prepare) await saved(one, nameField, "N3");

    await undo(one).click();
    await message(one).getByText(/^Not undone\. In the meantime somebody else, or you in another tab, changed this/).waitFor();
    for (const page of [one, two]) await saved(page, nameField, "N3");
    // The step before is another matter.
    await message(one).getByRole("button", { name: "Undo" }).click();
    await message(one).getByText(/^Undone/).waitFor();
    for (const page of [one, two]) await saved(page, includes, "");
    for (const page of [one, two]) await saved(page, nameField, "N3");
    await redo(one).click();
    for (const page of [one, two]) await saved(page, includes, "The silo");
  });
}

scene("a duplicated tab takes nothing back that the first one changed since", async (one, context) => {
  await one.clock.install();
  await way.begin(one, { name: "N1" });
  await one.clock.fastForward(5_000);
  await name(one, "N2");
  await one.getByText("Saved in this browser", { exact: true }).first().waitFor();
  const memory = await one.evaluate(() => {
    window.dispatchEvent(new Event("pagehide"));
    return { ...sessionStorage };
  });
  const copy = await secondTab(one, context, "Set up", (page) => page.addInitScript((memory) => Object.assign(sessionStorage, memory), memory));
  await nameField(one).fill("N3");
  await saved(copy, nameField, "N3");
  await undo(copy).click();
  await message(copy).getByText(/^Not undone/).waitFor();
  for (const page of [one, copy]) await saved(page, nameField, "N3");
});

scene("the undo in a message looks at what stands now", async (one, context) => {
  const [first] = practices();
  await way.begin(one, { name: "Mill" });
  await way.step(one, "Targets");
  await way.setTarget(one, first.name.en, { level: 2 });
  await one.getByRole("button", { name: `Clear the target of ${first.name.en}` }).click();
  await message(one).getByText("is cleared", { exact: false }).waitFor();
  const two = await secondTab(one, context, "Targets");
  await way.setTarget(two, first.name.en, { level: 4 });
  await soon(async () => assert.equal(await way.chosen(way.targetLevels(one, first.name.en)), "4"));
  await message(one).getByRole("button", { name: "Undo" }).click();
  await message(one).getByText(/^Not undone/).waitFor();
  for (const page of [one, two]) assert.equal(await way.chosen(way.targetLevels(page, first.name.en)), "4");
});

scene("undo and redo work after a reload", async (page) => {
  await page.clock.install();
  await way.begin(page, { name: "N1" });
  await page.clock.fastForward(5_000);
  await name(page, "N2");
  await page.reload();
  await way.arrived(page, "Set up");
  await undo(page).click();
  await saved(page, nameField, "N1");
  await page.reload();
  await way.arrived(page, "Set up");
  await redo(page).click();
  await saved(page, nameField, "N2");
});
