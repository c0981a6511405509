// Runs a program of ours apart from the page, for one question: what takes time or memory does not hold up the page, and all of it is given back
// with the worker. Which program it is stands in the build (xtask/scripts/program.mjs).
// Asked: [what, ...given], the name of one of its functions and what that takes. Answers: [bytes], or [undefined, the code of what stands
// against it]; no code where it could not be done at all. Nothing is kept.
import load, * as program from "program";

addEventListener("message", async ({ data: [what, ...given] }) => {
  try {
    await load({ module_or_path: new URL(PROGRAM, import.meta.url) });
    const made = program[what](...given);
    postMessage([made], [made.buffer]);
  } catch (why) {
    postMessage([undefined, typeof why === "string" ? why : ""]);
  }
});
