#!/bin/sh
# Everything that must hold, from nothing but Node 20 and npm; scripts/test.mjs has the table.
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 2
. "$root/scripts/install.sh"
if ! duka_install "$root" all; then
  echo '0 passed, 1 failed, 0 skipped'
  exit 2
fi
exec "$node" --disable-warning=ExperimentalWarning "$root/scripts/test.mjs" "$@"
