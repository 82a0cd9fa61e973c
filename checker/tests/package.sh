#!/bin/sh
# package.sh: installs the lab, builds an example project against the installed package, and runs its tests.
# usage: package.sh CMAKE BUILD_FOLDER EXAMPLES_FOLDER NAME COMPILER. Exit code 77: the example's test framework is not there.
set -eu
cmake=$1 build=$2 examples=$3 name=$4 compiler=$5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$cmake" --install "$build" --prefix "$work/prefix" >"$work/install.log"
# Tests are not for those who install.
if grep -E '/(tests|bench)/' "$work/install.log"; then
    echo "tests were installed" >&2
    exit 1
fi
if [ "$name" = googletest ] && ! echo '#include <gtest/gtest.h>' | "$compiler" -E -x c++ - >/dev/null 2>&1; then
    echo "GoogleTest is not installed"
    exit 77
fi
"$cmake" -G Ninja -S "$examples/$name" -B "$work/build" -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_CXX_COMPILER="$compiler" \
    -DCMAKE_BUILD_TYPE=Release >"$work/configure.log" || { cat "$work/configure.log"; exit 1; }
"$cmake" --build "$work/build" >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
"$work/build/account_test"
"$work/prefix/bin/checker" --version >/dev/null
