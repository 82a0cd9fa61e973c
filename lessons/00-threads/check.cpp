// check.cpp: what run_workers must do in every interleaving.
#include "threads.hpp"

#include <interleave/interleave.hpp>

#include <thread>

INTERLEAVED_TEST_CASE("every worker has its name, and its result is in its slot") {
    interleave::Gauge calls[3];  // entered and never left: counts calls without ordering anything
    interleave::Gauge strangers;
    const std::vector<int> slots = run_workers(3, [&](const std::string& name, int number) {
        CHECK(name == "worker " + std::to_string(number));
        (number >= 0 && number < 3 ? calls[number] : strangers).enter();
        return 10 + (number + 1) % 3;  // in no order: sorting them does not help
    });
    CHECK(slots == std::vector<int>{11, 12, 10});
    CHECK(calls[0].now() == 1);
    CHECK(calls[1].now() == 1);
    CHECK(calls[2].now() == 1);
    CHECK(strangers.now() == 0);
}

INTERLEAVED_TEST_CASE("all workers have finished when run_workers returns") {
    bool finished[2] = {false, false};
    run_workers(2, [&](const std::string&, int number) {
        interleave::point();
        if (number == 0 || number == 1) {
            finished[number] = true;
        }
        return number;
    });
    CHECK(finished[0]);
    CHECK(finished[1]);
}

INTERLEAVED_TEST_CASE("every worker runs on a thread of its own, not on the caller's") {
    const std::thread::id caller = std::this_thread::get_id();
    run_workers(2, [&](const std::string&, int number) {
        CHECK(std::this_thread::get_id() != caller);
        return number;
    });
}

INTERLEAVED_TEST_CASE("the next call starts afresh, with another number of workers") {
    const Work work = [](const std::string&, int number) { return number + 1; };
    CHECK(run_workers(1, work) == std::vector<int>{1});
    CHECK(run_workers(2, work) == std::vector<int>{1, 2});
}

SOME_INTERLEAVING_TEST_CASE("all three workers can be at work at the same time") {
    interleave::Gauge at_work;
    run_workers(3, [&](const std::string&, int number) {
        interleave::Inside inside(at_work);
        return number;
    });
    if (at_work.most() == 3) {
        interleave::reached();
    }
}
