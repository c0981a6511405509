// The app in parts: which of them each address loads, that what is pressed before the app is there is kept, and that a part which can't be
// loaded says so and comes when one tries again.
import assert from "node:assert/strict";
import { scene, soon, storage } from "./browser.mjs";
import { notKept } from "./host.mjs";
import * as way from "./way.mjs";

const skip = notKept && "only a build for release comes in parts";
const PRACTICE = "hardening.vulnerability.patching";
/** Each address of an assessment, with the part that has its page. */
const WITHIN = [
  ["setup", "set_up"],
  ["targets", "targets"],
  ["interview", "targets"],
  ["characteristics", "targets"],
  ["assess", "assess"],
  [`quick/${PRACTICE}`, "quick"],
  [`full/${PRACTICE}`, "full"],
  ["evidence", "full"],
  ["people", "full"],
  ["check", "full"],
  ["rounds", "full"],
  ["confirm", "full"],
  ["results", "results"],
  ["duties", "results"],
  ["frameworks", "results"],
  ["since", "results"],
  ["benchmark", "results"],
  ["reader", "report"],
  ["report", "report"],
  ["board", "report"],
  ["agenda", "report"],
  ["plan", "plan"],
  ["share", "share"],
  ["search", "settings"],
];
const BESIDE = [
  ["", undefined],
  ["learn", "learn"],
  ["settings", "settings"],
  ["about", "settings"],
  ["fleet", "fleet"],
  ["workspaces", "workspaces"],
];
/** What may come with any part: what parts share, and what goes with the models. */
const COMMON = /^(first|quick|guidance|shared.*)$/;

/** The parts that a page asked for, by name. */
function partsOf(page) {
  const parts = new Set();
  page.on("request", (request) => {
    const name = /\/app-[0-9a-f]+\/([\w-]+)\.wasm$/.exec(request.url())?.[1];
    if (name && name !== "plumbline_bg") parts.add(name);
  });
  return parts;
}

/** Holds a file of the app back, until what this gives is called. */
async function held(page, name) {
  let go;
  const wait = new Promise((done) => (go = done));
  await page.route(`**/${name}.wasm`, async (route) => {
    await wait;
    await route.continue();
  });
  return go;
}

scene("each address loads the part of its page, and no other", { skip, timeout: 240_000 }, async (page, context) => {
  await way.begin(page, { name: "Mill" });
  const base = page.url().replace(/setup$/, "");
  for (const [address, part] of [...WITHIN.map(([path, part]) => [base + path, part]), ...BESIDE.map(([path, part]) => [`./${path}`, part])]) {
    const cold = await context.newPage();
    const parts = partsOf(cold);
    await cold.goto(address);
    await cold.locator("main h1").first().waitFor();
    await cold.waitForFunction(() => !document.querySelector("main .loading"));
    const own = [...parts].filter((name) => !COMMON.test(name));
    // The start page of somebody who was here has what is stored.
    assert.deepEqual(own, part === "quick" ? [] : [part ?? "start"], address);
    await cold.close();
  }
});

scene("what is pressed before the app is there is done when it is", { skip }, async (page) => {
  const go = await held(page, "plumbline_bg");
  await page.goto("./");
  await page.getByRole("button", { name: "New assessment" }).click();
  await page.getByRole("status").filter({ hasText: "Loading" }).waitFor();
  go();
  await way.arrived(page, "Set up");
  assert.equal(Object.keys(await storage(page)).filter((key) => key.startsWith("plumbline.session.")).length, 1);
});

scene("the first question is asked before all else is here, and the answer to it is kept", { skip }, async (page) => {
  const go = await held(page, "quick");
  await page.goto("./");
  await page.getByRole("link", { name: "Quick self-assessment" }).click();
  await way.quickChoice(page, 2).waitFor();
  const asked = await page.getByRole("heading", { level: 1 }).innerText();
  await way.quickChoice(page, 2).check();
  await page.locator("main .loading").waitFor();
  // Also where the page is loaded anew meanwhile.
  await page.reload();
  await way.quickChoice(page, 2).waitFor();
  assert.ok(await way.quickChoice(page, 2).isChecked());
  assert.equal(Object.keys(await storage(page)).filter((key) => key.startsWith("plumbline.session.")).length, 0);
  await way.quickChoice(page, 3).click();
  go();
  await page.getByText("Quick pass · 2 of 18").waitFor();
  assert.equal(Object.keys(await storage(page)).filter((key) => key.startsWith("plumbline.session.")).length, 1);
  await page.getByRole("link", { name: "Name it in Set up" }).waitFor();
  await page.getByRole("navigation", { name: "Back and next" }).getByRole("link", { name: "Back", exact: true }).click();
  await way.arrived(page, asked);
  assert.ok(await way.quickChoice(page, 3).isChecked());
  // It is listed by when it was begun, and the next one begins anew.
  await way.home(page);
  await page.getByRole("heading", { name: /^Assessment of \d/ }).waitFor();
  await page.getByRole("link", { name: "Quick self-assessment" }).click();
  await way.arrived(page, asked);
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0);
});

scene("a press on the quick self-assessment before the app is there is kept, also by a link to it", { skip }, async (page) => {
  const go = await held(page, "plumbline_bg");
  await page.goto("./");
  await page.getByRole("link", { name: "Quick self-assessment" }).click();
  await page.getByRole("status").filter({ hasText: "Loading" }).waitFor();
  go();
  await way.quickChoice(page, 1).waitFor();
  assert.match(page.url(), /\?quick$/);
  await page.goBack();
  await page.getByRole("button", { name: "New assessment" }).waitFor();
  await page.goto("./?quick");
  await way.quickChoice(page, "n/a").check();
  const reason = page.getByLabel("Why is it not applicable?");
  await reason.waitFor();
  await soon(async () => assert.ok(await reason.evaluate((field) => field === document.activeElement)));
  // Whoever moves through the answers with the keyboard stays, there as well.
  await page.goto("./?quick");
  await way.quickChoice(page, 1).focus();
  await page.keyboard.press("Space");
  await page.getByRole("navigation", { name: "Steps of the assessment" }).waitFor();
  await page.getByText("Quick pass · 1 of 18").waitFor();
  await soon(async () => assert.ok(await way.quickChoice(page, 1).evaluate((choice) => choice.checked && choice === document.activeElement)));
});

scene("the start page stays as it was when the app takes it over", { skip }, async (page) => {
  const go = await held(page, "plumbline_bg");
  await page.goto("./");
  const place = () => page.locator("main .welcome").evaluate((it) => JSON.stringify([it.getBoundingClientRect(), it.innerText, document.querySelector("main .points").innerText]));
  const before = await place();
  await page.getByRole("button", { name: "New assessment" }).focus();
  go();
  await soon(async () => assert.equal(await page.locator("#meanwhile").count(), 0));
  assert.equal(await place(), before);
  assert.ok(await page.getByRole("button", { name: "New assessment" }).evaluate((button) => button === document.activeElement));
});

scene("a part that can't be loaded says so, and comes when one tries again", { skip, allow: /ERR_FAILED|Failed to (fetch|load)|TypeError/ }, async (page) => {
  await page.route("**/targets.wasm", (route) => route.abort());
  await way.begin(page, { name: "Mill" });
  await page.goto(page.url().replace(/setup$/, "targets"));
  await way.arrived(page, "A part of Plumbline could not be loaded");
  await page.unroute("**/targets.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await way.arrived(page, "Targets");
});

scene("what somebody is doing stays when the rest of the app comes", { skip }, async (page) => {
  const go = await held(page, "guidance");
  await way.begin(page, { name: "Mill" });
  await page.locator("main").evaluate((main) => main.querySelectorAll(".session-bar, .steps, input").forEach((one) => (one.dataset.before = "")));
  await page.getByLabel("Name of the system").press("End");
  await page.keyboard.type(" 2");
  go();
  await page.getByRole("checkbox", { name: "Manufacturing line" }).waitFor();
  await page.keyboard.type("3");
  assert.equal(await page.getByLabel("Name of the system").inputValue(), "Mill 23");
  assert.equal(await page.locator(".session-bar[data-before], .steps[data-before]").count(), 2, "nothing was made anew");
});
