#!/bin/sh
# The build command for Cloudflare Pages: PRODUCTION_BRANCH=main sh deploy/build.sh, with the name of the branch that is
# your production branch in the dashboard. Its output folder is site/, for both kinds of deployment.
set -eu
# Cloudflare does not say which branch it publishes: if this guessed wrong, drafts would be at the site's own address.
: "${PRODUCTION_BRANCH:?give it the name of the production branch in the dashboard: PRODUCTION_BRANCH=main sh deploy/build.sh}"
: "${CF_PAGES_BRANCH:?Cloudflare Pages sets it to the branch that it builds}"
python -m pip install --quiet --requirement requirements.txt
if [ "$CF_PAGES_BRANCH" = "$PRODUCTION_BRANCH" ]; then
  site-builder check --deploy
  site-builder build --host cloudflare --output site
else
  # A preview shows drafts, has an address of its own, and asks search engines not to list it.
  site-builder build --drafts --host cloudflare --base-url "$CF_PAGES_URL/" --output site
fi
