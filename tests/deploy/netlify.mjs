// A build as Netlify runs one: its own reader of netlify.toml, the plug-ins, the command, and its own cache.
// In: {folder, environment: {name: value}}; out: {publish: the folder that would be published, log: what the command said}.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bindOpts } from "@netlify/cache-utils";
import { resolveConfig } from "@netlify/config";

const { folder, environment } = JSON.parse(readFileSync(0, "utf8"));
for (const name of Object.keys(process.env)) delete process.env[name];
Object.assign(process.env, environment);
process.chdir(folder);
const { config } = await resolveConfig({
  cwd: folder,
  repositoryRoot: folder,
  context: process.env.CONTEXT,
  branch: "main",
  offline: true,
  mode: "buildbot",
});
const require = createRequire(import.meta.url);
const plugins = config.plugins.map((plugin) => require(join(folder, plugin.package)));
const cache = bindOpts({ cacheDir: join(folder, ".netlify", "cache") });
for (const plugin of plugins) await plugin.onPreBuild({ utils: { cache } });
const run = spawnSync("bash", ["-c", config.build.command], { cwd: folder, encoding: "utf8" });
if (run.status) throw new Error(run.stdout + run.stderr);
for (const plugin of plugins) await plugin.onPostBuild({ utils: { cache } });
process.stdout.write(JSON.stringify({ publish: config.build.publish, log: run.stdout }));
process.exit(0);
