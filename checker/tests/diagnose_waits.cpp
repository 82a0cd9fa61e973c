// diagnose_waits.cpp: names of mistakes about waiting: circles, conditions, semaphores, loops, missing overlap.
#include "sample_tale.hpp"

#include <doctest/doctest.h>

using tale::Event;
using tale::Tale;
using tale::Verdict;

TEST_CASE("diagnose: circles of locks") {
    Tale circle("deadlock");
    const int a = circle.object("mutex", "a");
    const int b = circle.object("mutex", "b");
    circle.start(1);
    circle.start(2);
    circle.event(1, "lock", a, 10);
    circle.event(2, "lock", b, 10);
    circle.state(1, "blocked", b);
    circle.state(2, "blocked", a);
    circle.cycle({1, b, 2, a});
    CHECK(circle.id(Verdict::deadlock) == "opposite-order");
    CHECK(circle.sentence ==
          "Thread 1 locks `a` before `b` and thread 2 locks `b` before `a`; each holds what another one needs next.");

    const auto again = [](int call) {
        Tale tale("deadlock");
        const int m = tale.object("mutex", "m");
        tale.event(0, "lock", m, 10);
        if (call != 1) tale.event(0, "point", 0, 50, 0);
        Event& blocked = tale.event(0, "lock", 0, 12, call);
        blocked.object = m;
        blocked.blocks = true;
        tale.failure().trace.back().holds = {m};
        tale.failure().trace[1].holds = {m};
        tale.state(0, "blocked", m);
        tale.cycle({0, m});
        return tale.id(Verdict::deadlock);
    };
    CHECK(again(1) == "self-deadlock");
    CHECK(again(2) == "unlock-skipped");
}

TEST_CASE("diagnose: waiting that does not end") {
    // Thread 1 tests x under m and waits on c; then main does something.
    const auto with = [](const std::string& kind, bool tests, auto then, auto between) {
        Tale tale(kind);
        const int m = tale.object("mutex", "m");
        const int c = tale.object("condition_variable", "c");
        const int x = tale.object("memory", "x");
        tale.start(1);
        between(tale, m, c, x, true);
        tale.event(1, "lock", m, 10, 2);
        if (tests) tale.event(1, "read", x, 11, 2);
        between(tale, m, c, x, false);
        tale.wait(1, c, m, 12, 2);
        then(tale, m, c, x);
        tale.state(0, "blocked", 0, 1);
        tale.state(1, "blocked", c);
        return tale.id(kind == "deadlock" ? Verdict::deadlock : Verdict::lost_wakeup);
    };
    const auto nothing = [](auto&&...) {};
    const auto changes = [](Tale& tale, int m, int, int x, int call = 3) {
        tale.event(0, "lock", m, 20, call);
        tale.event(0, "write", x, 21, call).calls[0].place.function = "put";
    };
    CHECK(with(
              "lost-wakeup", true,
              [&](Tale& tale, int m, int c, int x) {
                  changes(tale, m, c, x);
                  tale.event(0, "unlock", m, 22, 3);
              },
              nothing) == "notify-missing");
    CHECK(with(
              "lost-wakeup", true,
              [&](Tale& tale, int m, int c, int x) {
                  tale.event(0, "notify_one", c, 19, 3);
                  changes(tale, m, c, x);
                  tale.event(0, "unlock", m, 22, 3);
              },
              nothing) == "notify-too-early");
    CHECK(with("lost-wakeup", true, nothing, [](Tale& tale, int, int c, int x, bool before) {
              if (before) return;
              tale.event(0, "write", x, 20, 3);
              tale.event(0, "notify_all", c, 21, 3).note = "nobody is waiting";
          }) == "flag-outside-lock");
    CHECK(with("lost-wakeup", false, nothing, [&](Tale& tale, int m, int c, int x, bool before) {
              if (!before) return;
              changes(tale, m, c, x);
              tale.event(0, "notify_one", c, 22, 3).note = "nobody is waiting";
              tale.event(0, "unlock", m, 23, 3);
          }) == "notify-before-wait");
    // Everything was told, and heard: there is only nobody left.
    CHECK(with(
              "deadlock", true,
              [&](Tale& tale, int m, int c, int x) {
                  changes(tale, m, c, x);
                  tale.event(0, "notify_one", c, 22, 3);
                  tale.event(0, "unlock", m, 23, 3);
                  tale.wake(1, c, m, 12, 2);
                  tale.event(1, "read", x, 11, 2);
                  tale.wait(1, c, m, 12, 2);
              },
              nothing) == "missing-close");
}

TEST_CASE("diagnose: a wake-up is no answer") {
    const auto with = [](bool tests_again) {
        Tale tale("check-failed");
        const int m = tale.object("mutex", "m");
        const int c = tale.object("condition_variable", "c");
        const int x = tale.object("memory", "x");
        tale.start(1);
        tale.event(1, "lock", m, 10);
        tale.event(1, "read", x, 11);
        tale.wait(1, c, m, 12);
        tale.wake(1, c, m, 12);
        if (tests_again) tale.event(1, "read", x, 11);
        tale.event(1, "read", x, 13);
        tale.event(1, "unlock", m, 14);
        return tale.id();
    };
    CHECK(with(false) == "if-instead-of-while");
    CHECK(with(true) == "none");
}

TEST_CASE("diagnose: semaphores") {
    const auto three_at_once = [](int permits) {
        Tale tale("check-failed");
        const int s = tale.object("semaphore", "places");
        const int shop = tale.object("gauge", "shop");
        for (int thread = 1; thread <= 3; ++thread) tale.start(thread);
        for (int thread = 1; thread <= 3; ++thread) {
            tale.event(thread, "acquire", s, 10, thread).value = std::to_string(permits - thread);
            tale.event(thread, "gauge_enter", shop, 11, thread);
        }
        for (int thread = 1; thread <= 3; ++thread) {
            tale.event(thread, "gauge_leave", shop, 11, thread);
            tale.event(thread, "release", s, 12, thread).value = std::to_string(permits - 3 + thread);
        }
        return tale.id();
    };
    CHECK(three_at_once(3) == "semaphore-initial-count");
    CHECK(three_at_once(9) == "none");

    Tale own("check-failed");
    const int mine = own.object("semaphore", "mine");
    own.start(1);
    own.event(1, "release", mine, 10).value = "1";
    own.event(1, "acquire", mine, 11).value = "0";
    CHECK(own.id() == "own-permit");

    Tale more("check-failed");
    const int places = more.object("semaphore", "places");
    more.start(1);
    more.event(1, "acquire", places, 10).value = "1";
    more.event(1, "release", places, 12).value = "2";
    more.event(1, "release", places, 13).value = "3";
    CHECK(more.id() == "semaphore-over-released");

    Tale stranger("check-failed");
    const int device = stranger.object("semaphore", "device");
    stranger.start(1);
    stranger.start(2);
    stranger.event(1, "acquire", device, 10).value = "0";
    stranger.event(1, "release", device, 12).value = "1";
    stranger.event(2, "release", device, 12).value = "2";  // it gives, but never takes
    CHECK(stranger.id() == "semaphore-over-released");

    Tale none("deadlock");
    const int empty = none.object("semaphore", "places");
    none.start(1);
    none.event(1, "acquire", empty, 10).blocks = true;
    none.state(0, "blocked", 0, 1);
    none.state(1, "blocked", empty);
    CHECK(none.id(Verdict::deadlock) == "semaphore-initial-count");
}

TEST_CASE("diagnose: loops that get nowhere") {
    const auto with = [](bool locked) {
        Tale tale("livelock");
        const int m = tale.object("mutex", "m");
        const int flag = tale.object("atomic", "flag");
        tale.start(1);
        tale.start(2);
        if (locked) tale.event(1, "lock", m, 9);
        for (int round = 0; round < 20; ++round) {
            tale.event(1, "atomic_load", flag, 10);
            tale.event(1, "yield", 0, 11);
        }
        tale.state(0, "blocked", 0, 1);
        tale.state(1, "running");
        if (locked) tale.state(2, "blocked", m);
        return tale.id(Verdict::livelock);
    };
    CHECK(with(false) == "busy-waiting");
    CHECK(with(true) == "waits-holding-lock");
}

TEST_CASE("diagnose: what can never overlap") {
    Tale locked("none");
    const int m = locked.object("mutex", "m");
    const int work = locked.object("gauge", "work");
    locked.start(1);
    locked.start(2);
    for (int thread = 1; thread <= 2; ++thread) {
        locked.event(thread, "lock", m, 10, thread);
        locked.event(thread, "gauge_enter", work, 11, thread);
        locked.event(thread, "unlock", m, 12, thread);
    }
    CHECK(locked.id(Verdict::over_synchronised, "some") == "over-locked");

    Tale joined("none");
    const int at_work = joined.object("gauge", "work");
    joined.start(1);
    joined.event(1, "gauge_enter", at_work, 11, 2);
    joined.event(0, "join", 0, 12).note = "thread 1";
    joined.start(2);
    joined.event(2, "gauge_enter", at_work, 11, 3);
    CHECK(joined.id(Verdict::over_synchronised, "some") == "joined-in-loop");

    Tale alone("none");
    alone.event(0, "gauge_enter", alone.object("gauge", "work"), 11);
    CHECK(alone.id(Verdict::over_synchronised, "some") == "no-threads");
}
