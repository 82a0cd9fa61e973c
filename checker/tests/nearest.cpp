// nearest.cpp: tests of the guess at what a mistyped word meant.
#include "course/nearest.hpp"

#include <doctest/doctest.h>

#include <vector>

using lab::course::edit_distance;
using lab::course::nearest;

TEST_CASE("edits between two words are counted") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("lock", "lock") == 0);
    CHECK(edit_distance("lock", "clock") == 1);
    CHECK(edit_distance("deadlcok", "deadlock") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest known word is the one with the fewest edits") {
    const std::vector<std::string> known = {"list", "run", "replay", "verify", "doctor"};
    CHECK(nearest("rnu", known) == "run");
    CHECK(nearest("verfy", known) == "verify");
    CHECK(nearest("reply", known) == "replay");
    CHECK(nearest("doktor", known) == "doctor");
}

TEST_CASE("a word that is like none of the known ones is not guessed at") {
    const std::vector<std::string> known = {"list", "run"};
    CHECK_FALSE(nearest("xyzzyplugh", known));
    CHECK_FALSE(nearest("", known));
    CHECK_FALSE(nearest("run", {}));
}
