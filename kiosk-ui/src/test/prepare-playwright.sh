#!/bin/sh
# Brings the JavaScript that Playwright for Java drives Chromium with into target/playwright, without a browser and
# without the 200 MB driver bundle. Needs node, npm and the npm registry once; does nothing when it is already there.
set -eu
version="${1:-1.62.0}"
home="$(cd "$(dirname "$0")/../.." && pwd)/target/playwright/$version"
cli="$home/package/cli.js"
[ -f "$cli" ] && exit 0
command -v npm >/dev/null || { echo "prepare-playwright: install nodejs and npm first" >&2; exit 1; }
work="$home.partial.$$"
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT
cd "$work"
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm pack --silent "playwright-core@$version" >/dev/null
tar -xzf "playwright-core-$version.tgz"
rm "playwright-core-$version.tgz"
mkdir -p "$(dirname "$home")"
rm -rf "$home"
mv "$work" "$home"
