#!/bin/sh
# The build command for Cloudflare Pages: sh deploy/build.sh
set -eu
python -m pip install --quiet --requirement requirements.txt
if [ "${CF_PAGES_BRANCH:-main}" = "${PRODUCTION_BRANCH:-main}" ]; then
  site-builder check --deploy
  site-builder build --host cloudflare
else
  # A preview has an address of its own, which Cloudflare tells search engines not to index.
  site-builder build --host cloudflare --base-url "$CF_PAGES_URL/"
fi
