// doctest_main.cpp: doctest's own main, for tests that are ordinary programs.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
