#!/bin/sh
# The build command for Cloudflare Pages: sh deploy/build.sh. Its output folder is site/, for both kinds of deployment.
set -eu
python -m pip install --quiet --requirement requirements.txt
if [ "${CF_PAGES_BRANCH:-main}" = "${PRODUCTION_BRANCH:-main}" ]; then
  site-builder check --deploy
  site-builder build --host cloudflare --output site
else
  # A preview shows drafts, has an address of its own, and asks search engines not to list it.
  site-builder build --drafts --host cloudflare --base-url "$CF_PAGES_URL/" --output site
fi
