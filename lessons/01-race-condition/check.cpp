// check.cpp: what count_visits must do in every interleaving.
#include "race_condition.hpp"

#include <interleave/interleave.hpp>

namespace {

// A door at which so many visitors wait.
Door door_with(int visitors) {
    return [waiting = visitors]() mutable { return waiting-- > 0; };
}

}  // namespace

INTERLEAVED_TEST_CASE("no visit is lost when two doors count at the same time") {
    CHECK(count_visits({door_with(2), door_with(2)}) == 4);
}

INTERLEAVED_TEST_CASE("every door counts, whether nobody, one or two come in") {
    CHECK(count_visits({door_with(0), door_with(1), door_with(2)}) == 3);
}

INTERLEAVED_TEST_CASE("the second count starts from zero again") {
    CHECK(count_visits({door_with(1), door_with(1)}) == 2);
    CHECK(count_visits({door_with(1), door_with(1)}) == 2);
}

SOME_INTERLEAVING_TEST_CASE("visitors can come in through all three doors at the same time") {
    interleave::Gauge coming_in;
    const auto door = [&coming_in, waiting = 1]() mutable {
        interleave::Inside inside(coming_in);
        return waiting-- > 0;
    };
    CHECK(count_visits({door, door, door}) == 3);
    if (coming_in.most() == 3) {
        interleave::reached();
    }
}
