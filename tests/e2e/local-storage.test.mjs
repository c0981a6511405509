// The app over the browser's real local storage: what the rules of the store, which are tested natively, meet there.
import assert from "node:assert/strict";
import { scene, soon, storage, unpacked } from "./browser.mjs";
import * as way from "./way.mjs";

const isSaved = (page) => page.getByText("Saved in this browser", { exact: true }).waitFor();
const includes = (page) => page.getByLabel("What belongs to it");

/** What is stored of assessments: their keys and values. */
const stored = async (page) => Object.entries(await storage(page)).filter(([key]) => key.startsWith("plumbline.session."));

/** The only assessment that is stored, and at which revision. */
async function only(page) {
  const all = await stored(page);
  assert.equal(all.length, 1);
  const [[, value]] = all;
  return { value, session: unpacked(value), revision: JSON.parse(value.split("\n")[0]).revision };
}

const named = ({ session }) => session.system.find(({ on }) => on === "name")?.value;

scene("a saved session is there for the next page", async (page, context) => {
  await way.begin(page, { name: "Größe 3 🏭" });
  await isSaved(page);
  const saved = await only(page);
  assert.equal(named(saved), "Größe 3 🏭");
  assert.ok(saved.revision >= 1);
  assert.equal(await page.getByText(/^This browser allows no storage here/).count(), 0, "it lasts");

  const next = await context.newPage();
  await next.goto(page.url());
  await way.arrived(next, "Set up");
  assert.equal(await next.getByLabel("Name of the system").inputValue(), "Größe 3 🏭");
  assert.deepEqual((await only(next)).session, saved.session);
});

scene("a full storage says so and keeps what was there", async (page) => {
  await way.begin(page, { name: "precious" });
  await isSaved(page);
  const before = await only(page);
  // Other apps of the same origin may fill it: in large steps first, in small ones then.
  await page.evaluate(() => {
    for (const [key, step] of [["other.large", 100_000], ["other.small", 50]]) {
      let filling = "";
      try {
        for (;;) {
          localStorage.setItem(key, filling);
          filling += "x".repeat(step);
        }
      } catch (error) {
        if (error.name !== "QuotaExceededError") throw error;
      }
    }
  });
  // Words that can't be made small.
  let number = 1;
  const letter = () => {
    number = (Math.imul(number, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(" ".charCodeAt(0) + ((number >>> 24) % 90));
  };
  await includes(page).fill(Array.from({ length: 10_000 }, letter).join(""));
  await page.getByRole("alert").filter({ hasText: "The browser's storage is full: your latest changes are only in this page" }).waitFor();
  const after = await only(page);
  assert.equal(after.value, before.value, "byte for byte");
  assert.equal(named(after), "precious");
});

scene("what was deleted comes back from the bin", async (page) => {
  await way.begin(page, { name: "back again" });
  await isSaved(page);
  const address = page.url();
  const before = await only(page);
  assert.ok(before.revision >= 1);
  await way.home(page);
  await page.getByRole("button", { name: "Delete back again" }).click();
  await page.getByText("“back again” is deleted.").waitFor();
  assert.deepEqual(await stored(page), []);
  await page.goto(address);
  await way.arrived(page, "This assessment is in the bin");
  await page.getByRole("button", { name: "Bring it back" }).click();
  await way.arrived(page, "Set up");
  assert.deepEqual((await only(page)).session, before.session);
});

scene("keys of other apps are no sessions", async (page) => {
  await page.goto("./about");
  await page.evaluate(() => localStorage.setItem("somebody.else", "theirs"));
  await way.openStart(page);
  await way.arrived(page, "Is your security as good as it needs to be?");
  assert.equal(await page.getByRole("link", { name: /^Continue / }).count(), 0);
  assert.equal((await storage(page))["somebody.else"], "theirs");
  await way.begin(page, { name: "Mill" });
  await isSaved(page);
  await soon(async () => assert.deepEqual((await stored(page)).length, 1));
  assert.equal((await storage(page))["somebody.else"], "theirs");
});
