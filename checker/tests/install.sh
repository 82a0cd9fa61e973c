#!/bin/sh
# install.sh CMAKE BUILD: installs into a folder of its own; what people need beside the program is there and works.
set -eu
cmake=$1 build=$2
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
"$cmake" --install "$build" --prefix "$prefix" >/dev/null
for file in bin/checker share/bash-completion/completions/checker share/zsh/site-functions/_checker \
    share/fish/vendor_completions.d/checker.fish share/man/man1/checker.1; do
    [ -s "$prefix/$file" ] || { echo "missing or empty: $file"; exit 1; }
done
"$prefix/bin/checker" generate bash | cmp - "$prefix/share/bash-completion/completions/checker"
"$prefix/bin/checker" generate man | cmp - "$prefix/share/man/man1/checker.1"
grep -q 'checker generate lessons' "$prefix/share/zsh/site-functions/_checker"
