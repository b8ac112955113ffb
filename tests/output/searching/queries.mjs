// What Pagefind's own script answers: node queries.mjs BUNDLE LANGUAGE < queries.json > answers.json
//
// A query is [words, options]. An answer has each page's address, score, excerpt, sub-results, metadata and filters, in order.
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const [bundle, language] = process.argv.slice(2);
const MOST = 12;

globalThis.fetch = async (input) => {
  const url = new URL(input);
  url.search = "";
  return new Response(await readFile(fileURLToPath(url)));
};

let text = "";
for await (const chunk of process.stdin) text += chunk;

const pagefind = await import(pathToFileURL(`${bundle}/pagefind.js`).href);
await pagefind.options({ basePath: `${pathToFileURL(bundle).href}/`, baseUrl: "/", excerptLength: 28 });
await pagefind.init(language);

const shown = async (result) => {
  const data = await result.data();
  return [
    data.url,
    result.score,
    data.excerpt,
    data.sub_results.map((part) => [part.url, part.title, part.excerpt]),
    data.meta,
    data.filters,
  ];
};

const answers = [];
for (const [words, options] of JSON.parse(text)) {
  const { results, filters, totalFilters } = await pagefind.search(words, options);
  answers.push({
    found: results.map((result) => [result.id, result.score]),
    shown: await Promise.all(results.slice(0, MOST).map(shown)),
    filters,
    totalFilters,
  });
}
process.stdout.write(JSON.stringify(answers));
