#!/usr/bin/env bash
# lab_script.sh LAB: tests what ./lab does about missing packages, on a machine that consists of the commands made here.
set -euo pipefail
lab=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
for tool in bash sh awk cut cat dirname env find grep mkdir mv readlink tail touch tr; do
    ln -s "$(command -v "$tool")" "$folder/bin/$tool"
done

fake() { # NAME, the text of a script
    printf '#!/bin/sh\n%s\n' "$2" >"$folder/bin/$1"
    chmod +x "$folder/bin/$1"
}
# Runs the script there; leaves its exit code in $code and what it said in $said.
run() {
    code=0
    said=$(env -i PATH="$folder/bin" LAB_BUILD_DIR="$folder/build" "${environment[@]}" "$lab" "$@" 2>&1 </dev/null) || code=$?
}
expect() { # WHAT, a text that must have been said
    case $said in *"$2"*) ;; *)
        printf 'FAILED: %s: expected "%s", got exit code %s and:\n%s\n' "$1" "$2" "$code" "$said"
        exit 1
        ;;
    esac
}
expect_code() {
    [ "$code" -eq "$2" ] || { printf 'FAILED: %s: expected exit code %s, got %s and:\n%s\n' "$1" "$2" "$code" "$said"; exit 1; }
}

environment=(LAB=1)
# shellcheck disable=SC2016
fake dpkg-query 'for name; do :; done; case $name in libfmt-dev | g++) exit 1 ;; esac; printf installed'
# shellcheck disable=SC2016
fake apt-get 'echo "$@" >>'"$folder/apt"''

fake id 'echo 1000'
run run 01
expect_code "no root, no sudo" 5
expect "no root, no sudo" "libfmt-dev                   formats text"
expect "no root, no sudo" "apt-get update && apt-get install -y --no-install-recommends g++ libfmt-dev"

fake id 'echo 0'
run run 01
expect_code "root, but nobody to ask" 5
expect "root, but nobody to ask" "nothing was installed"
[ ! -e "$folder/apt" ] || { echo "FAILED: installed without consent"; exit 1; }

fake cmake 'exit 1'
run run 01 --yes
expect "consent by --yes" "installing them with apt-get"
grep -q -- "install -y --no-install-recommends g++ libfmt-dev" "$folder/apt"
expect_code "a build that fails" 70
expect "a build that fails" "this step failed: cmake"

rm "$folder/apt"
environment=(CI=true)
run run 01
expect "consent by CI" "installing them with apt-get"

# What `checker` is called: it must be what can be typed.
rm -rf "$folder/build"
mkdir -p "$folder/build/bin"
# shellcheck disable=SC2016
printf '#!/bin/sh\necho "called ${LAB_CALLED-checker}: $*"\n' >"$folder/build/bin/checker"
chmod +x "$folder/build/bin/checker"
touch "$folder/build/.ready"
run run 01
expect "checker is not on the PATH" "called $lab: run 01"
fake checker 'exit 0'
run run 01
expect "checker is on the PATH" "called checker: run 01"
rm -rf "$folder/bin/checker" "$folder/build"

fake apt-get 'echo no network; exit 100'
run run 01
expect_code "apt-get fails" 5
expect "apt-get fails" "no network"
echo "ok"
