// The frame of an assessment: one bar on a phone, the skip link, titles, where reminders and messages stand, who somebody is.
import assert from "node:assert/strict";
import { scene, soon } from "./browser.mjs";
import { practices, small } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { width: 390, height: 844 };
const BO = "Bo Lind";
const theirs = {
  ...small,
  seen: { ana: 5 },
  people: [{ on: "bo", value: { name: BO, role: "technology_owner" }, at: small.created, stamp: "ana:4" }],
  assignments: [{ on: { practice: practices()[0].id, person: "bo" }, value: true, at: small.created, stamp: "ana:5" }],
};
const [FIRST] = practices().map(({ name }) => name.en);

scene("the link that skips leads to what the page is about, within an assessment, too", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  await page.reload();
  await way.arrived(page, "Assess");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Assess"));
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => !document.activeElement.closest(".session-bar, .steps, .top")));
});

scene("titles name the page, its kind and the system", async (page) => {
  await way.begin(page, { name: "Mill" });
  const title = (words) => soon(async () => assert.equal(await page.title(), words));
  await title("Set up · Mill · Plumbline");
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Quick pass of ${FIRST}` }).click();
  await way.arrived(page, FIRST);
  await title(`${FIRST} · Quick pass · Mill · Plumbline`);
  await page.goto(page.url().replace("/quick/", "/full/"));
  await way.arrived(page, FIRST);
  await title(`${FIRST} · Full pass · Mill · Plumbline`);
  await page.goto(`./learn/${practices()[0].id}`);
  await way.arrived(page, FIRST);
  await title(`${FIRST} · Learn · Plumbline`);
});

scene("on a phone an assessment has one bar and its steps; the menu leads everywhere else", { viewport: PHONE, hasTouch: true }, async (page) => {
  await way.begin(page, { name: "Bottling line 3" });
  await way.step(page, "Assess");
  const steps = await page.locator(".steps").evaluate((it) => it.getBoundingClientRect().toJSON());
  assert.ok(steps.bottom <= 112, `the bars end at ${steps.bottom}`);
  const name = await page.locator(".session-name").evaluate((it) => [it.scrollWidth, it.clientWidth]);
  assert.ok(name[0] <= name[1], "the name is whole");
  await page.locator("details.menu > summary").click();
  await page.getByRole("link", { name: "About" }).click();
  await way.arrived(page, "About");
  await page.goBack();
  await way.arrived(page, "Assess");
  await page.getByRole("link", { name: "Plumbline", exact: true }).click();
  await way.canBegin(page);
});

scene("whoever opens a file of others is asked who they are, and answers under that name", async (page) => {
  await way.openStart(page);
  await way.openFile(page, "small.json", JSON.stringify(theirs));
  await way.addChosen(page);
  const question = page.getByRole("region", { name: "Who are you?" });
  await question.waitFor();
  await question.getByRole("button", { name: `That is me: ${BO}` }).click();
  await question.waitFor({ state: "detached" });
  await page.reload();
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Quick pass of ${FIRST}` }).click();
  await page.getByText("Answering as").getByText(BO).waitFor();
  assert.equal(await question.count(), 0);
});

scene("somebody new gives a name; whoever just looks is left alone", async (page) => {
  await way.openStart(page);
  await way.openFile(page, "small.json", JSON.stringify(theirs));
  await way.addChosen(page);
  const question = page.getByRole("region", { name: "Who are you?" });
  await question.getByRole("button", { name: "I am just looking" }).click();
  await question.waitFor({ state: "detached" });
  await page.reload();
  await way.arrived(page, "Results");
  assert.equal(await question.count(), 0);

  await way.home(page);
  await way.openFile(page, "other.json", JSON.stringify({ ...theirs, id: "another-session" }));
  await way.addChosen(page);
  await question.getByLabel("Somebody new: your name").fill("Cy Young");
  // Nobody is taken for something that they did not say.
  await question.getByRole("button", { name: "That is me", exact: true }).click();
  assert.equal(await question.getByLabel("Your role").evaluate((select) => select.validity.valueMissing), true);
  await question.getByLabel("Your role").selectOption("Consultant");
  await question.getByRole("button", { name: "That is me", exact: true }).click();
  await question.waitFor({ state: "detached" });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Quick pass of ${FIRST}` }).click();
  await page.getByText("Answering as").getByText("Cy Young").waitFor();
});

scene("a message that comes up leaves the field in use in sight", { viewport: { width: 1280, height: 500 } }, async (page) => {
  await way.begin(page, { name: "Mill" });
  await page.getByRole("button", { name: "Add a person" }).click();
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("Ana Ruiz");
  // The field right above the foot of the window, then a message: that of a profile, which is chosen with the keyboard from elsewhere.
  await name.evaluate((it) => window.scrollTo(0, it.getBoundingClientRect().bottom + scrollY - innerHeight + 60));
  await name.focus();
  await page.evaluate(() => [...document.querySelectorAll("input[type=checkbox]")].at(-1).click());
  await page.locator(".notice").waitFor();
  await soon(async () => {
    const [field, notice] = await page.evaluate(() => [document.activeElement, document.querySelector(".notice")].map((it) => it.getBoundingClientRect().toJSON()));
    assert.ok(field.bottom <= notice.top || field.top >= notice.bottom, `${field.bottom} and ${notice.top}`);
  });
});

scene("on a phone the menu shuts when one presses beside it, presses Esc or chooses something", { viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
  await way.begin(page, { name: "Mill" });
  const opener = page.locator(".menu summary");
  const is = async (open) => soon(async () => assert.equal(await page.locator(".menu").evaluate((it) => it.open), open));
  await opener.tap();
  await is(true);
  await page.touchscreen.tap(40, 600);
  await is(false);
  await opener.tap();
  await is(true);
  await opener.tap();
  await is(false);
  await opener.tap();
  await page.keyboard.press("Escape");
  await is(false);
  assert.ok(await opener.evaluate((it) => it === document.activeElement), "the focus is at what opens it");
  await opener.tap();
  await page.locator(".menu").getByRole("link", { name: "Search" }).tap();
  await way.arrived(page, "Search");
  await is(false);
  // Also where one is already.
  await opener.tap();
  await page.locator(".menu").getByRole("link", { name: "Search" }).tap();
  await is(false);
});
