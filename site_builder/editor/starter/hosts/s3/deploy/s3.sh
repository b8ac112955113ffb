#!/bin/sh
# public/ into an S3 bucket, with the content types that browsers and programs want.
#
#   deploy/s3.sh BUCKET[/PREFIX]          AWS_ENDPOINT_URL names another service that speaks S3
#
# New assets come first and old files go last: at no time does a page name a file that is not there.
set -eu
to="s3://$1"
put() { aws s3 sync public "$to" --only-show-errors --exclude "*" "$@" --exclude ".site-builder.json"; }

aws s3 sync public/assets "$to/assets" --only-show-errors --exclude "*.js" --cache-control "public, max-age=31536000, immutable"
put --include "assets/*.js" --content-type "text/javascript; charset=utf-8" --cache-control "public, max-age=31536000, immutable"
put --include "pagefind/*" --exclude "*.js" --exclude "*.json" --exclude "*.wasm" --content-type application/octet-stream --cache-control no-cache
put --include "pagefind/*.js" --content-type "text/javascript; charset=utf-8" --cache-control no-cache
put --include "*.wasm" --content-type application/wasm --cache-control no-cache
put --include "*.json" --content-type application/json --cache-control no-cache
put --include "*.jsonld" --content-type application/ld+json --cache-control no-cache
put --include "*.csv" --content-type "text/csv; charset=utf-8" --cache-control no-cache
put --include "*.xml" --content-type "application/xml; charset=utf-8" --cache-control no-cache
put --include "*.txt" --content-type "text/plain; charset=utf-8" --cache-control no-cache
put --include "*.html" --content-type "text/html; charset=utf-8" --cache-control no-cache
# Everything else (files of your own), and then what is gone.
aws s3 sync public "$to" --only-show-errors --delete --exclude ".site-builder.json" --exclude "_headers" --exclude "_redirects" --cache-control no-cache
