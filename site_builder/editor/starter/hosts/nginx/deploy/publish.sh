#!/bin/sh
# On the server, in a checkout of the project: fetch, check, build, publish. Let cron or a systemd timer run it; the server
# needs to read the repository and nothing else, and the repository needs no secret of the server.
#
#   deploy/publish.sh [ROOT [PATH]]     ROOT is what nginx.conf has as root, /srv/www/site if not given; PATH is its $base
set -eu
root="${1:-/srv/www/site}"
root="${root%/}"
base="${2:-}"
base="${base#/}"
base="${base%/}"
output="$root${base:+/$base}"
# Nothing but the site may lie in what nginx serves: both files of this script are beside the root.
published="$root-revision"
moved="$root-redirects.map"
cd "$(dirname "$0")/.."
# The revision that was published last. A check that fails leaves it, so the next run compares with it again.
before="$(cat "$published" 2>/dev/null || git rev-parse HEAD)"
git pull --quiet --ff-only
# pip keeps a program of the same version, even if the wheel is another now, unless it is forced.
git diff --quiet "$before" -- requirements.txt constraints.txt wheels \
  || .venv/bin/python -m pip install --quiet --force-reinstall --requirement requirements.txt
.venv/bin/site-builder check --deploy --against "$before" --quiet
# The old site is exchanged for the new one in one step.
mkdir -p "$(dirname "$output")"
.venv/bin/site-builder build --quiet --output "$output"
git rev-parse HEAD > "$published"
# Former addresses for nginx: `map` takes "from to;".
awk '{ print $1, $2 ";" }' "$output/_redirects" > "$moved.new"
if ! cmp -s "$moved.new" "$moved"; then
  mv "$moved.new" "$moved"
  # Without the list the next run makes it again, and tells nginx again.
  ${RELOAD:-sudo nginx -s reload} || { rm "$moved"; exit 1; }
else
  rm "$moved.new"
fi
