// Says how a file of tests went, as `run.mjs` shows it: a line for each sentence, what a failed one said, and the counts at last, with
// the names of what failed.
import { inspect } from "node:util";

/** Before the line with the counts, which is for `run.mjs`. */
export const COUNTS = "\u0000counts ";

const LEFT_OUT = /does not match|no match/;

/** What the test library says of a promise that nobody waited for and that failed after its test had passed. */
const LATE = /generated asynchronous activity after the test ended/;

export default async function* report(source) {
  const counts = { passed: 0, failed: [], skipped: 0 };
  for await (const { type, data } of source) {
    if (type === "test:diagnostic" && LATE.test(data.message)) {
      counts.failed.push("something failed after the end of its test");
      yield `  ✖ something failed after the end of its test\n${why(data.message)}`;
    }
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { name, skip, details } = data;
    const seconds = `${(details.duration_ms / 1000).toFixed(1)} s`;
    if (details.type === "suite") {
      // Its tests are counted; what fails beside them is not.
      if (type === "test:fail" && details.error?.failureType !== "subtestsFailed") {
        counts.failed.push(name);
        yield `  ✖ ${name}\n${why(details.error)}`;
      }
    } else if (type === "test:fail") {
      counts.failed.push(name);
      yield `  ✖ ${name} (${seconds})\n${why(details.error)}`;
    } else if (skip !== undefined) {
      if (LEFT_OUT.test(String(skip))) continue;
      counts.skipped += 1;
      yield `  ﹣ ${name}: skipped, ${skip}\n`;
    } else {
      counts.passed += 1;
      yield `  ✔ ${name} (${seconds})\n`;
    }
  }
  yield `${COUNTS}${JSON.stringify(counts)}\n`;
}

function why(error) {
  const cause = error?.cause ?? error;
  const text = typeof cause === "string" ? cause : (cause?.stack ?? inspect(cause));
  return `${text.replace(/^/gm, "      ")}\n`;
}
