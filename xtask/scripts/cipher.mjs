// Makes the script of the worker that encrypts files: node cipher.mjs GLUE OUTPUT
// GLUE is the script between the program and the browser, which the worker's own calls by the name cipher.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [glue, outfile] = process.argv.slice(2);

await build({
  entryPoints: [fileURLToPath(new URL("../cipher/worker.mjs", import.meta.url))],
  outfile,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  alias: { cipher: glue },
});
