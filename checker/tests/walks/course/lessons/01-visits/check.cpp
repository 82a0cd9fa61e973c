// check.cpp: what is tested.
#include <interleave/interleave.hpp>

#include "visits.hpp"

INTERLEAVED_TEST_CASE("both visits count") { CHECK(count_visits() == 2); }
