#!/bin/sh
# On the server, in a checkout of the project: fetch, check, build, publish. Let cron or a systemd timer run it; the server
# needs to read the repository and nothing else, and the repository needs no secret of the server.
#
#   deploy/publish.sh [/srv/www/site]
set -eu
output="${1:-/srv/www/site}"
cd "$(dirname "$0")/.."
# The revision that was published last. A check that fails leaves it, so the next run compares with it again.
published="$output-revision"
before="$(cat "$published" 2>/dev/null || git rev-parse HEAD)"
git pull --quiet --ff-only
git diff --quiet "$before" -- requirements.txt || .venv/bin/python -m pip install --quiet --requirement requirements.txt
.venv/bin/site-builder check --deploy --against "$before" --quiet
# The old site is exchanged for the new one in one step.
.venv/bin/site-builder build --quiet --output "$output"
git rev-parse HEAD > "$published"
# Former addresses for nginx: `map` takes "from to;".
awk '{ print $1, $2 ";" }' "$output/_redirects" > "$output-redirects.map.new"
if ! cmp -s "$output-redirects.map.new" "$output-redirects.map"; then
  mv "$output-redirects.map.new" "$output-redirects.map"
  # Without the list the next run makes it again, and tells nginx again.
  ${RELOAD:-sudo nginx -s reload} || { rm "$output-redirects.map"; exit 1; }
else
  rm "$output-redirects.map.new"
fi
