// Makes the script of the worker that runs a program: node program.mjs NAME GLUE OUTPUT
// GLUE is the script between the program and the browser, which the worker's own calls by the name program; NAME.wasm lies beside OUTPUT.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [name, glue, outfile] = process.argv.slice(2);

await build({
  entryPoints: [fileURLToPath(new URL("../programs/worker.mjs", import.meta.url))],
  outfile,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  alias: { program: glue },
  define: { PROGRAM: JSON.stringify(`${name}.wasm`) },
});
