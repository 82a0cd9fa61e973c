// course.cpp: `checker doctor`, `verify` and `new` as an author types them.
#include <doctest/doctest.h>

#include "walks/walk.hpp"

using namespace lab::tests;

TEST_CASE("walk: a look at the machine") {
    for (const Size& size : both_sizes) {
        Walk walk("doctor", size);
        walk.type("checker doctor");
        walk.type("checker doctor --compiler no-such-compiler");
    }
}

TEST_CASE("walk: the course tests itself") {
    for (const Size& size : both_sizes) {
        Walk walk("verify", size);
        walk.type("checker verify 1");
        walk.write("lessons/01-visits/wrong/forgotten.cpp",
                   "#include \"visits.hpp\"\nint count_visits() { return 2; }\n");
        walk.type("checker verify 1");
    }
}

TEST_CASE("walk: a new lesson") {
    for (const Size& size : both_sizes) {
        Walk walk("new", size);
        walk.type("checker new");
        walk.type("checker new 3-barriers All or nobody");
        walk.type("checker new 02-barriers All or nobody");
        walk.type("checker verify 3");
        walk.type("checker run 3");
    }
}
