#!/bin/sh
# The build command for Cloudflare Pages: PRODUCTION_BRANCH=main sh deploy/build.sh, with the name of the branch that is
# your production branch in the dashboard. Its output folder is site/, for both kinds of deployment.
#
# Drafts are shown only where two settings agree: the dashboard's variable DRAFTS is yes, for the environment Preview alone,
# and the branch is not PRODUCTION_BRANCH. If one of the two is wrong, no draft is published.
set -eu
: "${PRODUCTION_BRANCH:?give it the name of the production branch in the dashboard: PRODUCTION_BRANCH=main sh deploy/build.sh}"
: "${CF_PAGES_BRANCH:?Cloudflare Pages sets it to the branch that it builds}"
drafts="${DRAFTS:-}"
if [ "$drafts" = yes ] && [ "$CF_PAGES_BRANCH" = "$PRODUCTION_BRANCH" ]; then
  echo "DRAFTS is yes for the production branch $PRODUCTION_BRANCH: set it for the environment Preview alone" >&2
  exit 1
fi
python -m pip install --quiet --requirement requirements.txt
if [ "$drafts" = yes ]; then
  # A preview has an address of its own, and asks search engines not to list it.
  site-builder build --drafts --host cloudflare --base-url "$CF_PAGES_URL/" --output site
else
  site-builder check --deploy
  site-builder build --host cloudflare --output site
fi
