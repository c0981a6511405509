// What is tried in every engine: `everywhere` makes a test of it for each. Which engines there are, `PLUMBLINE_ENGINES` may say.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "./chromium.mjs";
import { firefox } from "./firefox.mjs";
import { Person } from "./person.mjs";
import { webkit } from "./webkit.mjs";

const ENGINES = { chromium: ["Chromium", chromium], firefox: ["Firefox", firefox], webkit: ["WebKit", webkit] };
const chosen = (process.env.PLUMBLINE_ENGINES ?? Object.keys(ENGINES).join()).split(/[ ,]+/);

/** How long a test may take: without graphics hardware, and with others beside it. */
const TIMEOUT = 300_000;
/** Pictures of pages on which a test failed. */
const FAILED = fileURLToPath(new URL("../../../target/e2e/failed/", import.meta.url));

/** What Firefox says of what a page was still loading when it was left. */
const LEFT = /NetworkError when attempting to fetch resource/;

const started = new Map();

/** An engine, started once for a file of tests, with a folder of its own for what it saves. */
async function running(name) {
  if (!started.has(name)) {
    const folder = await mkdtemp(join(tmpdir(), `plumbline-${name}-`));
    const [, start] = ENGINES[name];
    started.set(name, { ...(await start(folder)), folder });
  }
  return started.get(name);
}

after(async () => {
  for (const { called, folder, quit } of started.values()) {
    await quit();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    console.log(`tried in ${called()}`);
  }
});

/**
 * A test in each engine, in a session of its own: nothing is stored there yet. It fails when a page complains, as far as the engine's
 * driver hears it; `allow` is a pattern for complaints that the test provokes. `play` gets somebody in front of a first tab, and which
 * engine it is.
 */
export function everywhere(sentence, ...rest) {
  const play = rest.pop();
  const { skip = false, allow = /^$/ } = rest.pop() ?? {};
  for (const [name, [called]] of Object.entries(ENGINES)) {
    const leftOut = chosen.includes(name) ? false : `PLUMBLINE_ENGINES leaves ${called} out`;
    test(`${sentence}, in ${called}`, { skip: skip || leftOut, timeout: TIMEOUT }, async () => {
      const { folder, session: begin } = await running(name);
      const [session, found] = [await begin(), []];
      const complain = (words) => LEFT.test(words) || allow.test(words) || found.push(words);
      const person = await Person.before(session, folder, complain);
      try {
        await play(person, name);
      } catch (error) {
        const said = [...found.map((words) => `the page said: ${words}`), `a picture of it: ${await pictured(person, `${sentence} ${name}`)}`];
        error.stack = [error.stack ?? error, ...said].join("\n  ");
        throw error;
      } finally {
        await session.close();
      }
      assert.deepEqual(found, []);
    });
  }
}

/** Keeps a picture of what is to be seen, and says where. */
async function pictured(person, name) {
  try {
    await mkdir(FAILED, { recursive: true });
    const place = join(FAILED, `${name.replace(/[^a-z0-9]+/gi, "-")}.png`);
    await writeFile(place, await person.screenshot());
    return place;
  } catch (error) {
    return `none, ${error}`;
  }
}
