// diagnose.cpp: tests of the catalogue of mistakes, and of what has no name.
#include "sample_tale.hpp"

#include <doctest/doctest.h>

#include "diagnose/catalogue.hpp"

#include <set>
#include <string_view>

using tale::Tale;
using tale::Verdict;

TEST_CASE("diagnose: every mistake of the catalogue is complete, and there is none twice") {
    std::set<std::string_view> ids;
    for (const auto& mistake : lab::diagnose::catalogue()) {
        CHECK(ids.insert(mistake.id).second);
        CHECK_FALSE(mistake.title.empty());
        CHECK_FALSE(mistake.hint.empty());
    }
    CHECK(ids.size() >= 20);
}

TEST_CASE("diagnose: better nothing than something wrong") {
    Tale one_thread("check-failed");
    one_thread.event(0, "write", one_thread.object("memory", "x"), 10);
    CHECK(one_thread.id() == "not-concurrency");

    Tale unknown("unsupported");
    unknown.start(1);
    unknown.event(1, "write", unknown.object("memory", "x"), 10);
    CHECK(unknown.id(Verdict::inconclusive) == "none");
    CHECK(Tale("data-race").id(Verdict::data_race) == "none");  // without a trace
}
