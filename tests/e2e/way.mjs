// The steps of the way as a person takes them: by what stands on the screen.
import { downloaded, painted, soon } from "./browser.mjs";

/** Waits until the page with this heading is there. */
export async function arrived(page, heading) {
  await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
  if (heading === "Targets") await openTargets(page);
  // What stands below the passes comes after them.
  if (heading === "Assess") await page.locator("main .loading").waitFor({ state: "detached" });
}

/**
 * Goes to an address of the app as its links do, without loading the app anew: which takes the processor most of a second. The heading
 * is found by its tag, since finding by role works out the names of all that is there: minutes, where they are very long.
 */
export async function hop(page, address) {
  await page.evaluate((address) => {
    const heading = document.querySelector("h1");
    if (heading) heading.dataset.left = "";
    history.pushState({}, "", new URL(address, document.baseURI));
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
  await page.locator("h1:not([data-left])").first().waitFor();
}

/** Goes to a page of the open session, such as `people`, whose heading is known. */
export async function goTo(page, path, heading) {
  const [base] = /^.*\/s\/[^/]+\//.exec(page.url());
  // Where only what follows the `?` is another, the page stays.
  const stays = new URL(base + path).pathname === new URL(page.url()).pathname;
  await (stays ? page.goto(base + path) : hop(page, base + path));
  await arrived(page, heading);
}

/** Opens the cards of all targets, with the reasons that are folded in them. */
export async function openTargets(page) {
  const open = () =>
    page.evaluate(() => {
      const shut = [...document.querySelectorAll("details.target-card:not([open]), details.target-card details.why-target:not([open])")];
      for (const one of shut) one.open = true;
      return shut.length + (document.querySelector("details.target-card") ? 0 : 1);
    });
  // What is inside a card is made once it is open.
  for (let quiet = 0; quiet < 2; ) {
    quiet = (await open()) === 0 ? quiet + 1 : 0;
    await painted(page);
  }
}

/** Waits until the app has taken the place of what stands in the page until it is there. What is pressed before waits for it: parts.test.mjs. */
export const takenOver = (page) => page.locator("#meanwhile").waitFor({ state: "detached" });

/** The statement whose answers have the focus; nothing where none has. */
export const focusedStatement = (page) =>
  page.evaluate(() => document.getElementById(document.activeElement.closest("fieldset")?.getAttribute("aria-labelledby"))?.textContent.trim());

/** Opens the start page and waits until something can be begun. */
export async function openStart(page) {
  await page.goto("./");
  await canBegin(page);
  // Somebody is there: only then the app loads more than its first screen.
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
}

/** Waits until the start page has loaded what is asked. */
export async function canBegin(page) {
  await takenOver(page);
  const button = page.getByRole("button", { name: "New assessment" });
  await soon(async () => {
    if (!(await button.isEnabled())) throw new Error("nothing can be begun");
  });
}

/** Begins an assessment and says what it is about. */
export async function begin(page, { name, profile } = {}) {
  await openStart(page);
  await page.getByRole("button", { name: "New assessment" }).click();
  await arrived(page, "Set up");
  if (name) await page.getByLabel("Name of the system").fill(name);
  if (profile) await page.getByRole("checkbox", { name: profile }).check();
}

/** Goes to a step of the way. */
export async function step(page, name) {
  await page.getByRole("navigation", { name: "Steps of the assessment" }).getByRole("link", { name }).click();
  await arrived(page, name);
}

/** The start page, by the link at the top. */
export async function home(page) {
  await page.getByRole("link", { name: "Plumbline", exact: true }).click();
  await canBegin(page);
}

/** The target level of a practice: its choices. */
export const targetLevels = (page, practice) => page.getByRole("group", { name: `Target level for ${practice}`, exact: true });

/** The target scope of a practice: its choices. */
export const targetScopes = (page, practice) => page.getByRole("group", { name: `Target scope for ${practice}`, exact: true });

/** Sets what is unset in a group of practices. */
export async function setUnset(page, group, level) {
  const choice = page.locator(".set-group").filter({ has: page.getByLabel(`Set what is unset in ${group}`, { exact: true }) });
  await choice.locator("select").selectOption(String(level));
  await choice.getByRole("button", { name: "Set", exact: true }).click();
}

/** The reason for the target of a practice. */
export const targetReason = (page, practice) => page.getByLabel(`Reason for the target of ${practice}`, { exact: true });

/** What stands in the list of targets about a practice. */
export const targetCard = (page, practice) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: practice, exact: true }) });

/** Sets a target by hand. */
export async function setTarget(page, practice, { level, scope, reason }) {
  await targetLevels(page, practice).getByRole("radio", { name: new RegExp(`^${level}`) }).check();
  if (scope) await targetScopes(page, practice).getByRole("radio", { name: scope }).check();
  if (reason) await targetReason(page, practice).fill(reason);
}

/** What is chosen in a group of choices; nothing when nothing is. */
export async function chosen(group) {
  for (const radio of await group.getByRole("radio").all()) {
    if (await radio.isChecked()) return (await radio.evaluate((input) => input.labels[0].innerText)).trim().split(/\s/)[0];
  }
  return undefined;
}

/** All targets on the screen, by the practice's name: level and scope. */
export async function targets(page) {
  return page.getByRole("group", { name: /^Target (level|scope) for / }).evaluateAll((groups) => {
    const found = {};
    for (const group of groups) {
      const [, what, practice] = /^Target (level|scope) for (.*)$/.exec(group.querySelector("legend").textContent.trim());
      const radio = group.querySelector("input:checked");
      found[practice] ??= {};
      if (radio) found[practice][what] = radio.labels[0].textContent.trim().split(/\s/)[0].toLowerCase();
    }
    return found;
  });
}

/** The choice of a quick answer: a level, or "n/a". */
export function quickChoice(page, answer) {
  const name = answer === "n/a" ? /Not applicable/ : new RegExp(`^${answer}`);
  return page.getByRole("group", { name: "Which description fits best?" }).getByRole("radio", { name });
}

/** Answers the quick question on the screen with the keyboard: whoever does so stays there. */
export async function answerQuick(page, answer, reason) {
  await quickChoice(page, answer).focus();
  await page.keyboard.press("Space");
  if (reason) await page.getByLabel("Why is it not applicable?").fill(reason);
}

/** Opens the full pass of a practice from the list of all practices, with the statements of all levels. */
export async function openFull(page, practice) {
  await page.getByRole("link", { name: `Full pass of ${practice}` }).click();
  await arrived(page, practice);
  await showAllLevels(page);
}

/** Shows the statements of all levels at once, if they are not yet. */
export async function showAllLevels(page) {
  const button = page.getByRole("button", { name: /^Show (all levels|one level at a time)$/ });
  if ((await button.textContent()) === "Show all levels") await button.click();
}

/** The statement with its answers and note, in the full pass. */
export const statement = (page, text) =>
  page.getByRole("listitem").filter({ has: page.getByRole("group", { name: text, exact: true }) });

/** Opens what belongs to a statement: evidence, what speaks against it, its note. */
export async function openMore(item) {
  await item.locator('button[aria-controls^="more-"]').click();
}

/** Answers a statement in the full pass. */
export async function answerStatement(page, text, answer, reason) {
  const item = statement(page, text);
  await item.getByRole("radio", { name: answer, exact: true }).check();
  if (reason) await item.getByLabel("Why is it not applicable?").fill(reason);
}

/** Goes on to the next practice, or from the last one to the results. */
export async function next(page, last = false) {
  const onward = page.getByRole("navigation", { name: "Back and next" });
  await onward.getByRole("link", { name: last ? "Go to results" : "Next", exact: true }).click();
}

/** Opens the table of all practices among the results. */
export async function openTable(page) {
  const fold = page.locator("details.all-practices");
  await fold.waitFor();
  if (await fold.evaluate(({ open }) => !open)) await fold.locator("> summary").click();
}

/** The rows of the results table: words per cell, without those about scope. */
export async function resultRows(page) {
  await openTable(page);
  const table = page.getByRole("region", { name: "All practices" }).getByRole("table");
  await table.waitFor();
  return table.getByRole("row").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].slice(0, 4).map((cell) => cell.textContent.replace(/\s+/g, " ").trim())),
  );
}

/** Chooses a file to open. */
export async function openFile(page, name, content, mimeType = "application/json") {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content, "utf8");
  await takenOver(page);
  await page.getByLabel("Open a file…").setInputFiles({ name, mimeType, buffer });
}

/** The list of facts about a file that was chosen. */
export const fileFacts = (page) =>
  page.getByRole("term").evaluateAll((terms) =>
    Object.fromEntries(terms.map((term) => [term.textContent.trim(), term.nextElementSibling.textContent.trim()])),
  );

/** Adds the file that was chosen. */
export async function addChosen(page) {
  await page.getByRole("button", { name: "Add as a new assessment" }).click();
  await arrived(page, "Results");
}

/** Exports the open assessment: the name and the text of its file. */
export async function exported(page) {
  await step(page, "Share");
  return downloaded(page, () => page.getByRole("button", { name: "Export as a file" }).click());
}

/** Lets the test look at what the chart library was given to draw. */
export async function watchCharts(context) {
  await context.addInitScript(() => {
    let library;
    globalThis.charts = [];
    const watched = (made) => {
      globalThis.charts.push(made);
      return made;
    };
    Object.defineProperty(globalThis, "echarts", {
      get: () => library,
      set: (given) => (library = { ...given, init: (...told) => watched(given.init(...told)) }),
    });
  });
}
