// The search: words in, places out, with the words in the address.
import assert from "node:assert/strict";
import { axeFinds, sticksOut } from "./accessibility.mjs";
import { scene, soon } from "./browser.mjs";
import { practice, statements } from "./model.mjs";
import * as way from "./way.mjs";

const PATCHING = practice("hardening.vulnerability.patching");
const PATCHES = PATCHING.name.en;
const MONITORING = practice("hardening.awareness.monitoring").name.en;
const STATEMENT = PATCHING.levels[1].indicators[0];

const field = (page) => page.getByLabel("Search for");
const hits = (page) => page.getByRole("list", { name: "What was found" }).locator("> li");
const status = (page) => page.locator("p.search-count");
const says = (page, words) => soon(async () => assert.match(await status(page).innerText(), words));
const query = (page) => new URL(page.url()).searchParams.get("q");
const hasQuery = (page, words) => soon(async () => assert.equal(query(page), words));

async function openSearch(page) {
  // On a phone it is in the menu.
  const menu = page.locator("details.menu > summary");
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("link", { name: "Search", exact: true }).click();
  await way.arrived(page, "Search");
}

/** A hit in one line, without the way to the book, which has a test of its own. */
const inOneLine = (text) => text.replace(/\s*\n\s*/g, " | ").replace(/ \| Look it up under Learn .*$/, "");

/** Types something in place of what is there. */
async function searchFor(page, words) {
  await field(page).fill("");
  await field(page).pressSequentially(words);
}

scene("whoever comes to the search can type at once, with the key / as well, also when it is open already", async (page) => {
  await way.begin(page, { name: "Mill" });
  await way.step(page, "Assess");
  const inField = () => soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "search"));
  await page.keyboard.press("/");
  await way.arrived(page, "Search");
  await inField();
  await page.keyboard.type("patch");
  await page.locator("h1").focus();
  await page.keyboard.press("/");
  await inField();
  await way.step(page, "Results");
  await page.locator(".session-tools").getByRole("link", { name: "Search" }).click();
  await inField();
});

scene("practices come first, and a hit leads to its place and back to the same search", async (page) => {
  await way.begin(page, { name: "Mill" });
  await openSearch(page);
  await page.getByText("The search looks through").waitFor();
  assert.equal(await status(page).innerText(), "");
  assert.equal(await hits(page).count(), 0);

  await searchFor(page, "monitoring");
  await says(page, /^\d+ places found$/);
  assert.equal(inOneLine(await hits(page).first().innerText()), `Practice | ${MONITORING}`);
  assert.deepEqual(await hits(page).first().locator("mark").allInnerTexts(), ["Monitoring"]);
  const marks = await page.locator("mark").allInnerTexts();
  assert.deepEqual([...new Set(marks.map((mark) => mark.toLowerCase()))], ["monitoring"]);
  await hasQuery(page, "monitoring");

  const before = await hits(page).allInnerTexts();
  await hits(page).first().getByRole("link").first().click();
  await way.arrived(page, MONITORING);
  await page.goBack();
  await way.arrived(page, "Search");
  assert.equal(await field(page).inputValue(), "monitoring");
  await soon(async () => assert.deepEqual(await hits(page).allInnerTexts(), before));
  await page.goBack();
  await way.arrived(page, "Set up");
});

scene("other names, statements and what people wrote are found, with where they are", async (page) => {
  await way.begin(page, { name: "Mill" });
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).last().fill("Ana Ruiz");
  await page.getByLabel("Who is answering on this device?").selectOption({ label: "Ana Ruiz" });
  await way.step(page, "Targets");
  await way.setTarget(page, PATCHES, { level: 2, reason: "The zeppelin is old." });
  await way.step(page, "Assess");
  await page.getByRole("link", { name: `Full pass of ${PATCHES}` }).click();
  await way.arrived(page, PATCHES);
  const row = way.statement(page, STATEMENT.text.en);
  await way.openMore(row);
  await row.getByLabel("Your note").fill("Ask the Zeppelin crew, <b>by phone</b>.");

  await openSearch(page);
  const lines = async () => (await hits(page).allInnerTexts()).map(inOneLine);
  await searchFor(page, "zeppelin");
  await says(page, /^2 places found$/);
  assert.deepEqual(await lines(), [
    `${PATCHES} · Note · by Ana Ruiz | Ask the Zeppelin crew, <b>by phone</b>. | ${STATEMENT.text.en}`,
    `${PATCHES} · Reason for the target · by Ana Ruiz | The zeppelin is old.`,
  ]);
  assert.equal(await page.locator("main b").count(), 0, "what people typed stays text");
  const addresses = await hits(page).getByRole("link").evaluateAll((links) => links.map(({ href }) => href.replace(/^.*\/s\/[^/]+\//, "")));
  assert.deepEqual(addresses, [`full/${PATCHING.id}?at=${STATEMENT.id}`, "targets"]);

  await searchFor(page, "flaw REMEDIATION");
  await says(page, /^1 place found$/);
  assert.deepEqual(await lines(), [`${PATCHES} · Also called | Flaw remediation`]);
  const statement = statements(PATCHING, 2)[0];
  await searchFor(page, statement.text.en.slice(0, 40));
  await soon(async () => assert.equal((await lines())[0], `${PATCHES} · Statement | ${statement.text.en}`));
  await hits(page).first().getByRole("link").first().click();
  await way.arrived(page, PATCHES);
  assert.ok(page.url().endsWith(`full/${PATCHING.id}?at=${statement.id}`), page.url());
});

scene("nothing found and too much found say what to do next", async (page) => {
  await way.begin(page, { name: "Mill" });
  await openSearch(page);
  await searchFor(page, "xyzzy");
  await says(page, /^Nothing has all of these words\.$/);
  await page.getByText("Try fewer words").waitFor();
  assert.equal(await hits(page).count(), 0);
  await searchFor(page, "e");
  await says(page, /^\d{3} places found\. The best 50 are shown/);
  assert.equal(await hits(page).count(), 50);
  await field(page).fill("");
  await page.getByText("The search looks through").waitFor();
  await soon(async () => assert.ok(!page.url().includes("?"), page.url()));
  assert.equal(await status(page).getAttribute("role"), "status");
});

scene("an address with any words opens the same search, also after a reload", async (page) => {
  const words = "100% %41 a+b & c=d #1 “ü” <b>";
  await way.begin(page, { name: "Mill" });
  await openSearch(page);
  await field(page).fill(words);
  await hasQuery(page, words);
  await page.reload();
  await way.arrived(page, "Search");
  assert.equal(await field(page).inputValue(), words);
  await says(page, /^Nothing has all of these words\.$/);
  await page.goto(`${page.url().split("?")[0]}?q=firmware+signature`);
  await way.arrived(page, "Search");
  assert.equal(await field(page).inputValue(), "firmware signature");
});

scene("long typing changes the address seldom and adds nothing to the history", async (page) => {
  await page.addInitScript(() => {
    const replace = history.replaceState;
    globalThis.replaced = 0;
    history.replaceState = function (...told) {
      globalThis.replaced += 1;
      return replace.apply(this, told);
    };
  });
  await way.begin(page, { name: "Mill" });
  await openSearch(page);
  const length = await page.evaluate(() => history.length);
  const words = "the quick pass of a practice ".repeat(5).trim();
  await field(page).pressSequentially(words, { timeout: 60_000 });
  await hasQuery(page, words);
  assert.equal(await field(page).inputValue(), words);
  assert.equal(await page.evaluate(() => history.length), length);
  assert.ok((await page.evaluate(() => globalThis.replaced)) < words.length / 2);
});

scene("who leaves while typing is not brought back", async (page) => {
  await page.clock.install();
  await way.begin(page, { name: "Mill" });
  await openSearch(page);
  await field(page).pressSequentially("patch");
  await way.step(page, "Results");
  await page.clock.runFor(5000);
  assert.ok(page.url().endsWith("/results"), page.url());
});

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }, { width: 320, height: 640 }]) {
  scene(`everybody can search, ${viewport.width} pixels wide`, { viewport, reducedMotion: "reduce" }, async (page) => {
    const found = [];
    await way.begin(page, { name: "Mill" });
    await openSearch(page);
    for (const words of ["", "xyzzy", "patch", "e"]) {
      await field(page).fill(words);
      await hasQuery(page, words || null);
      found.push(...(await axeFinds(page, `“${words}”`)));
      found.push(...(await sticksOut(page, `“${words}”`)));
    }
    assert.deepEqual(found, []);
  });
}
