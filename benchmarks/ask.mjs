// What a built site's own search answers, without a browser: node ask.mjs SITE < queries.json > answers.json
//
// A query is [words, chosen, order]. An answer has the pages' addresses, best first, whether they have only some of the words,
// whether its words are too common, the facets' counts and the excerpts of the first pages. The scripts and their settings are those of SITE/search/index.html.
import { readFile } from "node:fs/promises";
import { runInThisContext } from "node:vm";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const SHOWN = 10;
const site = resolve(process.argv[2]);
const page = await readFile(`${site}/search/index.html`, "utf8");

const entities = { "&#34;": '"', "&#39;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const plain = (text) => text.replace(/&(?:#34|#39|lt|gt|amp);/g, (entity) => entities[entity]);
const attribute = (name) => JSON.parse(plain(page.match(new RegExp(` data-${name}="([^"]*)"`))[1]));

// Pagefind's script asks for the language of the page and fetches its files by their addresses.
const language = page.match(/<html lang="([^"]*)"/)[1];
globalThis.fetch = async (input) => {
  const url = new URL(input);
  url.search = "";
  return new Response(await readFile(url));
};

for (const [, name] of page.matchAll(/<script src="\.\.\/(assets\/search-(?:words|find)[^"]*)"/g)) {
  runInThisContext(await readFile(`${site}/${name}`, "utf8"), name);
}
const { reader, finder, excerpts } = globalThis.siteSearch;
const bundle = pathToFileURL(`${site}/pagefind`).href;
const ranking = attribute("ranking");
let engine;
const pagefind = () =>
  (engine ??= import(`${bundle}/pagefind.js`).then(async (module) => {
    await module.options({ basePath: `${bundle}/`, baseUrl: "/", ranking: ranking.engine, noWorker: true });
    await module.init(language);
    return module;
  }));
const { find } = finder({ pagefind, reader: reader(attribute("words")), load: (path) => fetch(`${bundle}/${path}`), weights: ranking.kinds });

let text = "";
for await (const chunk of process.stdin) text += chunk;
const answers = [];
for (const [words, chosen = {}, order = ""] of JSON.parse(text)) {
  const { results, counts, partly, isCommon } = await find(words, chosen, order);
  const shown = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
  answers.push({
    scores: results.slice(0, 6).map(({ score }) => score),
    pages: (await Promise.all(results.map((result) => result.data()))).map((found) => found.url.slice(1)),
    partly,
    isCommon,
    counts,
    excerpts: shown.map((found, number) => excerpts(found, results[number].hits(found))),
    shown: shown.map((found) => found.filters),
  });
}
process.stdout.write(JSON.stringify(answers));
