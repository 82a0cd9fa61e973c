// diagnose_sections.cpp: names of mistakes about what belongs together: critical sections, atomic operations, dropped
// work.
#include "sample_tale.hpp"

#include <doctest/doctest.h>

using tale::Event;
using tale::Tale;

TEST_CASE("diagnose: two critical sections where one is needed") {
    // Thread 1 has two sections on x, thread 2 comes in between.
    const auto with = [](const std::vector<std::string>& first, const std::vector<std::string>& second, int second_call,
                         bool container = false) {
        Tale tale("check-failed");
        const int m = tale.object("mutex", "m");
        const int x = tale.object("memory", "x");
        tale.seen(x).part = container;
        tale.start(1);
        tale.start(2);
        tale.event(1, "lock", m, 10);
        for (const auto& op : first) tale.event(1, op, x, 11);
        tale.event(1, "unlock", m, 12);
        tale.event(2, "lock", m, 10, 3);
        tale.event(2, "read", x, 11, 3);
        tale.event(2, "write", x, 11, 3);
        tale.event(2, "unlock", m, 12, 3);
        if (second_call != 1) tale.event(1, "point", 0, 50, 0);
        tale.event(1, "lock", m, 20, second_call);
        for (const auto& op : second) tale.event(1, op, x, 21, second_call);
        tale.event(1, "unlock", m, 22, second_call);
        return tale.id();
    };
    CHECK(with({"read"}, {"read", "write"}, 1) == "test-then-act");
    CHECK(with({"read"}, {"write"}, 1) == "stale-write-back");
    CHECK(with({"read"}, {"read", "write"}, 1, true) == "top-and-pop-apart");
    CHECK(with({"read", "write"}, {"read", "write"}, 1) == "split-critical-section");
    // Two calls are two things: what is wrong is the order, if anything.
    CHECK(with({"read", "write"}, {"read", "write"}, 2) == "order-left-to-chance");
}

TEST_CASE("diagnose: atomic operations in two steps") {
    const auto with = [](const std::string& act, bool meanwhile, const std::string& note = "") {
        Tale tale("check-failed");
        const int a = tale.object("atomic", "a");
        tale.start(1);
        tale.start(2);
        tale.event(1, "atomic_load", a, 10);
        if (meanwhile) tale.event(2, "atomic_rmw", a, 20);
        Event& last = tale.event(1, act, a, 11);
        if (!note.empty()) last.note = note;
        return tale.id();
    };
    CHECK(with("atomic_store", true) == "atomic-in-two-steps");
    CHECK(with("atomic_store", false) == "none");
    CHECK(with("atomic_rmw", true) == "test-then-act");
    CHECK(with("atomic_cas", true) == "aba");
    CHECK(with("atomic_cas", true, "fails") == "cas-not-retried");
}

TEST_CASE("diagnose: work that is dropped, and time that is up") {
    Tale dropped("check-failed");
    const int m = dropped.object("mutex", "m");
    dropped.start(1);
    dropped.event(1, "try_lock", m, 10).note = "failed";
    CHECK(dropped.id() == "skipped-when-busy");
    dropped.event(1, "lock", m, 10);
    CHECK(dropped.id() == "none");

    Tale late("check-failed");
    const int places = late.object("semaphore", "places");
    const int shop = late.object("gauge", "shop");
    late.start(1);
    late.event(1, "timeout", places, 10);
    CHECK(late.id() == "none");
    late.event(1, "gauge_enter", shop, 11);
    CHECK(late.id() == "timeout-ignored");
}
