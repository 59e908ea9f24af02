#!/usr/bin/env bash
# Put the Nu HTML checker into the user's cache and print where its jar is.
# It needs Java to run (Debian: default-jre-headless) and npm to be fetched.
set -euo pipefail

version=26.9.27
folder="${XDG_CACHE_HOME:-$HOME/.cache}/dateline/vnu-$version"
jar="$folder/node_modules/vnu-jar/build/dist/vnu.jar"

if [ ! -f "$jar" ]; then
  if ! command -v npm >/dev/null; then
    echo "the Nu HTML checker is fetched with npm, which is not installed" >&2
    exit 1
  fi
  mkdir -p "$folder"
  npm install --prefix "$folder" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error "vnu-jar@$version" >&2
fi
echo "$jar"
