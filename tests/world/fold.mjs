// What the search page's script makes of texts: node fold.mjs SCRIPT < {words, texts, queries} > {folded, read}
import { readFile } from "node:fs/promises";
import { runInThisContext } from "node:vm";

runInThisContext(await readFile(process.argv[2], "utf8"));
let text = "";
for await (const chunk of process.stdin) text += chunk;
const { words, texts, queries } = JSON.parse(text);
const { fold, read } = globalThis.siteSearch.reader(words);
process.stdout.write(JSON.stringify({ folded: texts.map(fold), read: queries.map(read) }));
