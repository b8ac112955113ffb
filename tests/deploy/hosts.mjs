// What Netlify's and Cloudflare's own code makes of a site's _headers and _redirects.
// In: {folder, files: [path], asked: [path]}; out: what each parsed, and how Cloudflare's asset server answers.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import ts from "typescript";

const { folder, files, asked } = JSON.parse(readFileSync(0, "utf8"));
const read = (name) => readFileSync(join(folder, name), "utf8");

async function netlify() {
  const headers = await parseAllHeaders({ headersFiles: [join(folder, "_headers")], configHeaders: [], minimal: true });
  const redirects = await parseAllRedirects({
    redirectsFiles: [join(folder, "_redirects")],
    configRedirects: [],
    minimal: true,
  });
  const errors = [...headers.errors, ...redirects.errors].map(String);
  return { headers: headers.headers, redirects: redirects.redirects, errors };
}

// Cloudflare publishes its Pages server as TypeScript: each module is made JavaScript as it is, and run.
function cloudflareModules() {
  const require = createRequire(import.meta.url);
  const root = join(require.resolve("@cloudflare/pages-shared/package.json"), "..");
  const made = mkdtempSync(join(tmpdir(), "pages-shared-"));
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const names = ["handler", "responses", "rulesEngine", "constants", "parseHeaders", "parseRedirects", "validateURL"];
  for (const name of [...names, "createMetadataObject"]) {
    const part = ["handler", "responses", "rulesEngine"].includes(name) ? "asset-server" : "metadata-generator";
    const { outputText } = ts.transpileModule(readFileSync(join(root, part, `${name}.ts`), "utf8"), { compilerOptions });
    writeFileSync(join(made, `${name}.js`), outputText.replaceAll("../asset-server/", "./"));
  }
  writeFileSync(join(made, "package.json"), '{"type": "commonjs"}');
  return (name) => require(join(made, `${name}.js`));
}

async function cloudflare() {
  const load = cloudflareModules();
  const headers = load("parseHeaders").parseHeaders(read("_headers"));
  const redirects = load("parseRedirects").parseRedirects(read("_redirects"));
  const metadata = load("createMetadataObject").createMetadataObject({ headers, redirects });
  const present = new Set(files.map((name) => `/${name}`));
  const answers = {};
  for (const path of asked) {
    const response = await load("handler").generateHandler({
      request: new Request(`https://site.example${path}`),
      metadata,
      logError: (error) => {
        throw error;
      },
      findAssetEntryForPath: async (name) => (present.has(name) ? name : null),
      getAssetKey: (name) => name,
      negotiateContent: () => ({ encoding: null }),
      fetchAsset: async () => ({ body: null, contentType: "text/plain" }),
    });
    answers[path] = { status: response.status, headers: Object.fromEntries(response.headers.entries()) };
  }
  return { invalid: [...headers.invalid, ...redirects.invalid], rules: redirects.rules.length, answers };
}

process.stdout.write(JSON.stringify({ netlify: await netlify(), cloudflare: await cloudflare() }));
