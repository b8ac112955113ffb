// A plug-in for Netlify's builds: what one build of the published site leaves for the next comes back before it runs.
// Previews neither read nor write it: what a pull request can write to must not decide what is published.
const { homedir } = require("node:os");
const { join } = require("node:path");

const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "site-builder");
const isPublished = process.env.CONTEXT === "production";

module.exports = {
  async onPreBuild({ utils }) {
    if (isPublished) await utils.cache.restore(folder);
  },
  async onPostBuild({ utils }) {
    if (isPublished) await utils.cache.save(folder);
  },
};
