// see.cpp: `checker replay SCHEDULE`, `report` and `explore` as they are typed.
#include <doctest/doctest.h>

#include "walks/walk.hpp"

using namespace lab::tests;

TEST_CASE("walk: replays by schedule") {
    for (const Size& size : both_sizes) {
        Walk walk("replay", size);
        walk.type("checker replay 2");
        walk.type("checker replay 2 s1:1*4");
        walk.type("checker replay 2 s1:9");
        walk.type("checker replay 2 1.2");
        walk.type("checker replay 2 --solution");
    }
}

TEST_CASE("walk: the report as a file") {
    for (const Size& size : both_sizes) {
        Walk walk("report", size);
        walk.type("checker report 2");
        walk.type("ls report*");
        walk.type("checker report 2 --format markdown --output -");
        walk.type("checker report 2 --format gcc --output -");
        walk.type("mkdir out; checker report 2 --solution --format sarif --output out");
        walk.type("checker report 2 --output nowhere/report.html");
    }
}

TEST_CASE("walk: programs without a lesson") {
    for (const Size& size : both_sizes) {
        Walk walk("explore", size);
        walk.type("checker explore programs/good.cpp");
        walk.type("checker explore programs/order.cpp");
        walk.type("checker explore --replay s1:0.1 programs/order.cpp");
        walk.type("checker explore programs/race.c");
        walk.type("checker explore programs/race.c");  // nothing has changed
        walk.type("checker explore programs/none.cpp");
        walk.type("checker explore");
    }
}
