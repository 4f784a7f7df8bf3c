#!/usr/bin/env bash
# Installs the viewers themselves: Debian's Jekyll and cmark-gfm, and the typesetters from npm.
set -euo pipefail
cd "$(dirname "$0")"

wanted=()
command -v jekyll > /dev/null || wanted+=(jekyll)
command -v cmark-gfm > /dev/null || wanted+=(cmark-gfm)
command -v node > /dev/null || wanted+=(nodejs)
command -v npm > /dev/null || wanted+=(npm)
if [ "${#wanted[@]}" -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${wanted[@]}"
  else
    echo "the viewers are not all here; on Debian, as root: apt install ${wanted[*]}" >&2
    exit 1
  fi
fi

[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent
touch node_modules/.package-lock.json
