// run.cpp: `checker run` and `checker replay` as a student types them: from the stub to a pass, with a slip on the way.
#include <doctest/doctest.h>

#include "walks/walk.hpp"

using namespace lab::tests;

TEST_CASE("walk: the stub, a replay, a slip that does not compile, a wrong fix, a pass") {
    for (const Size& size : both_sizes) {
        Walk walk("run", size);
        walk.type("checker run 1");
        walk.type("checker replay 1");
        walk.write("exercises/01-visits/visits.cpp", "#include \"visits.hpp\"\nint count_visits() { return 2 }\n");
        walk.type("checker run 01");
        walk.type("checker replay 01");
        walk.copy("lessons/01-visits/wrong/locked_apart.cpp", "exercises/01-visits/visits.cpp");
        walk.type("checker run visits");
        walk.type("checker run visits");  // nothing has changed
        walk.copy("solutions/01-visits/visits.cpp", "exercises/01-visits/visits.cpp");
        walk.type("checker run 01-visits");
        walk.type("checker replay 01");
    }
}

TEST_CASE("walk: several lessons, and the last one that was open") {
    for (const Size& size : both_sizes) {
        Walk walk("run-all", size);
        walk.copy("solutions/01-visits/visits.cpp", "exercises/01-visits/visits.cpp");
        walk.type("checker run all");
        walk.copy("solutions/02-transfer/transfer.cpp", "exercises/02-transfer/transfer.cpp");
        walk.type("checker run 2");
        walk.type("checker run 3");
        walk.type("checker run trnsfer");
    }
}
