#!/bin/sh
# run.sh CHECKER: the tests in a browser; ends with 77 (skipped), saying why, if this machine lacks something for them.
# run.sh --missing: only says what is missing, if anything.
here=$(cd "$(dirname "$0")" && pwd)
missing=
command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0] >= 20')" = true ] || missing="$missing, node 20 or later"
[ -n "$CHROMIUM" ] || [ -x /usr/bin/chromium ] || [ -x /usr/bin/chromium-browser ] || missing="$missing, chromium"
[ -d "$here/node_modules/playwright-core" ] || missing="$missing, playwright-core (npm ci --prefix checker/tests/browser)"
if [ -n "$missing" ]; then
    echo "the tests of the pages in a browser are skipped; what they need is missing: ${missing#, }"
    [ "$1" = --missing ] && exit 0
    exit 77
fi
[ "$1" = --missing ] && exit 0
cd "$here" && LAB_CHECKER=$1 exec node --test --test-concurrency=1
