// diagnose_races.cpp: names of mistakes that end in a data race; beside each, what only looks like it.
#include "sample_tale.hpp"

#include <doctest/doctest.h>

using tale::Tale;
using tale::Verdict;

TEST_CASE("diagnose: no lock at all; and a race under a common lock has no name") {
    Tale tale("data-race");
    const int x = tale.object("memory", "x");
    tale.start(1);
    tale.start(2);
    tale.event(1, "write", x, 10);
    tale.event(2, "write", x, 10);
    tale.race();
    CHECK(tale.id(Verdict::data_race) == "no-lock");
    CHECK(tale.sentence == "No lock is held when thread 1 uses `x` at work.cpp:10 and thread 2 uses it in line 10.");

    Tale shared("data-race");
    const int m = shared.object("shared_mutex", "m");
    const int y = shared.object("memory", "y");
    shared.start(1);
    shared.start(2);
    shared.event(1, "lock", m, 9);
    shared.event(1, "write", y, 10);
    shared.event(2, "lock", m, 9);
    shared.event(2, "write", y, 10);
    shared.race();
    CHECK(shared.id(Verdict::data_race) == "none");
}

TEST_CASE("diagnose: a mutex on the stack, one lock per thread, two locks") {
    const auto with = [](const std::string& one, const std::string& two, const std::string& storage) {
        Tale tale("data-race");
        const int a = tale.object("mutex", one, storage, 1);
        const int b = tale.object("mutex", two, storage, 2);
        const int x = tale.object("memory", "x");
        tale.start(1);
        tale.start(2);
        tale.event(1, "lock", a, 9);
        tale.event(1, "write", x, 10);
        tale.event(1, "unlock", a, 11);
        tale.event(2, "lock", b, 9);
        tale.event(2, "write", x, 10);
        tale.race();
        return tale.id(Verdict::data_race);
    };
    CHECK(with("mutex #1", "mutex #2", "stack") == "local-mutex");
    CHECK(with("locks[0]", "locks[1]", "global") == "lock-per-thread");
    CHECK(with("a", "b", "global") == "two-locks");
    CHECK(with("account a", "account b", "heap") == "two-locks");
}

TEST_CASE("diagnose: one side without a lock, by what it does before and after") {
    // Thread 1 changes x under m; thread 2 comes without it.
    const auto with = [](auto comes) {
        Tale tale("data-race");
        const int m = tale.object("mutex", "m");
        const int x = tale.object("memory", "x");
        tale.start(1);
        tale.start(2);
        tale.event(1, "lock", m, 9);
        tale.event(1, "write", x, 10);
        tale.event(1, "unlock", m, 11);
        comes(tale, m, x);
        return tale.id(Verdict::data_race);
    };
    CHECK(with([](Tale& tale, int, int x) {
              tale.event(2, "read", x, 20);
              tale.race();
          }) == "reader-unlocked");
    CHECK(with([](Tale& tale, int, int x) {
              tale.event(2, "write", x, 20);
              tale.race();
          }) == "writer-unlocked");
    CHECK(with([](Tale& tale, int m, int x) {
              tale.event(2, "read", x, 20);
              tale.race();
              tale.end_of_trace();
              tale.event(2, "lock", m, 21);
              tale.event(2, "read", x, 22);
          }) == "tested-before-lock");
    CHECK(with([](Tale& tale, int m, int x) {
              tale.event(2, "read", x, 20);
              tale.race();
              tale.end_of_trace();
              tale.event(2, "lock", m, 21);
              tale.event(2, "write", x, 22);
          }) == "write-only-locked");
    // In another call it is a reader that does not lock, whatever comes later.
    CHECK(with([](Tale& tale, int m, int x) {
              tale.event(2, "read", x, 20);
              tale.race();
              tale.end_of_trace();
              tale.event(2, "lock", m, 21, 2);
              tale.event(2, "read", x, 22, 2);
          }) == "reader-unlocked");
    CHECK(with([](Tale& tale, int m, int x) {
              tale.event(2, "lock", m, 19);
              tale.event(2, "unlock", m, 19);
              tale.event(2, "write", x, 20);
              tale.race();
          }) == "guard-dies-at-once");
    CHECK(with([](Tale& tale, int, int x) {
              const int c = tale.object("condition_variable", "c");
              tale.event(2, "write", x, 20);
              tale.race();
              tale.end_of_trace();
              tale.event(2, "notify_one", c, 21);
          }) == "flag-outside-lock");
}

TEST_CASE("diagnose: a thread that is started before what it uses is made") {
    const auto with = [](bool notifies) {
        Tale tale("data-race");
        const int m = tale.object("mutex", "m");
        const int c = tale.object("condition_variable", "c");
        const int stop = tale.object("memory", "stop");
        tale.start(1);
        tale.event(1, "lock", m, 10, 2);
        tale.event(1, "read", stop, 11, 2);
        tale.wait(1, c, m, 11, 2);
        tale.event(0, "write", stop, 20);
        tale.race();
        tale.end_of_trace();
        if (notifies) tale.event(0, "notify_one", c, 21);
        return tale.id(Verdict::data_race);
    };
    CHECK(with(true) == "flag-outside-lock");
    CHECK(with(false) == "none");
}

TEST_CASE("diagnose: what is no synchronisation") {
    Tale is_volatile("data-race");
    const int v = is_volatile.object("memory", "v");
    is_volatile.seen(v).is_volatile = true;
    is_volatile.event(1, "write", v, 10);
    is_volatile.event(2, "read", v, 20);
    is_volatile.race();
    CHECK(is_volatile.id(Verdict::data_race) == "volatile-as-sync");

    const auto sleeping = [](int thread, int call) {
        Tale tale("data-race");
        const int x = tale.object("memory", "x");
        tale.start(1);
        tale.start(2);
        tale.event(1, "write", x, 10);
        tale.event(thread, "sleep", 0, 15, call);
        tale.event(2, "read", x, 20);
        tale.race();
        return tale.id(Verdict::data_race);
    };
    CHECK(sleeping(2, 1) == "sleep-as-sync");
    CHECK(sleeping(0, 1) == "sleep-as-sync");
    CHECK(sleeping(3, 1) == "no-lock");  // a bystander's
    CHECK(sleeping(2, 0) == "no-lock");  // the check's

    Tale relaxed("data-race");
    const int data = relaxed.object("memory", "data");
    const int ready = relaxed.object("atomic", "ready");
    relaxed.start(1);
    relaxed.start(2);
    relaxed.event(1, "write", data, 10);
    relaxed.event(1, "atomic_store", ready, 11);
    relaxed.event(2, "atomic_load", ready, 20);
    relaxed.event(2, "read", data, 21);
    relaxed.race();
    CHECK(relaxed.id(Verdict::data_race) == "relaxed-publish");

    Tale overwritten("data-race");
    const int datum = overwritten.object("memory", "datum");
    const int turn = overwritten.object("atomic", "turn");
    overwritten.start(1);
    overwritten.start(2);
    overwritten.event(1, "write", datum, 10);
    overwritten.event(1, "atomic_store", turn, 11);
    overwritten.event(2, "atomic_store", turn, 19);
    overwritten.event(2, "atomic_load", turn, 20);  // its own value
    overwritten.event(2, "read", datum, 21);
    overwritten.race();
    CHECK(overwritten.id(Verdict::data_race) == "no-lock");

    Tale flag("data-race");
    const int done = flag.object("memory", "done");
    flag.start(1);
    flag.start(2);
    for (int look = 0; look < 4; ++look) flag.event(1, "read", done, 10);
    flag.event(2, "write", done, 20);
    flag.race();
    CHECK(flag.id(Verdict::data_race) == "flag-as-sync");

    Tale busy("data-race");
    const int part = busy.object("memory", "part");
    const int other = busy.object("memory", "other");
    busy.start(1);
    busy.start(2);
    for (int look = 0; look < 4; ++look) {
        busy.event(1, "read", part, 10);
        busy.event(1, "write", other, 10);  // it does not only look
    }
    busy.event(2, "write", part, 20);
    busy.race();
    CHECK(busy.id(Verdict::data_race) == "no-lock");
}

TEST_CASE("diagnose: the thread that started another one") {
    Tale early("data-race");
    const int result = early.object("memory", "result");
    early.start(1);
    early.event(1, "write", result, 10, 2);
    early.event(0, "read", result, 20);
    early.race();
    CHECK(early.id(Verdict::data_race) == "missing-join");

    Tale impatient("data-race");
    const int answer = impatient.object("memory", "answer");
    const int come = impatient.object("semaphore", "come");
    impatient.start(1);
    impatient.event(1, "write", answer, 10, 2);
    impatient.event(0, "timeout", come, 19);
    impatient.event(0, "read", answer, 20);
    impatient.race();
    CHECK(impatient.id(Verdict::data_race) == "timeout-ignored");

    Tale together("data-race");
    const int half = together.object("memory", "half");
    together.start(1);
    together.event(1, "write", half, 10);
    together.event(0, "read", half, 10);  // in the same function: the starter is one of those who work
    together.race();
    CHECK(together.id(Verdict::data_race) == "no-lock");

    Tale captured("data-race");
    const int i = captured.object("memory", "i", "stack", 0);
    captured.start(1);
    captured.event(1, "read", i, 10, 2);
    captured.event(0, "write", i, 9);
    captured.race();
    CHECK(captured.id(Verdict::data_race) == "captured-by-reference");

    Tale detached("data-race");
    const int data = detached.object("memory", "data");
    detached.start(1);
    detached.event(0, "detach", 0, 8).note = "thread 1";
    detached.event(1, "write", data, 10, 2);
    detached.event(0, "write", data, 12).note = "gives the memory back";
    detached.race();
    CHECK(detached.id(Verdict::data_race) == "detached-thread");

    Tale never("terminate");
    never.start(1);
    never.state(0, "running");
    never.state(1, "running");
    CHECK(never.id(Verdict::crash) == "missing-join");
    never.event(0, "point", 0, 9).note = "throws an exception";
    CHECK(never.id(Verdict::crash) == "none");
}

TEST_CASE("diagnose: an older value, by what was seen before it") {
    const auto with = [](bool publishes, bool crosses) {
        Tale tale("abort");
        const int data = tale.object("atomic", "data");
        const int ready = tale.object("atomic", "ready");
        tale.start(1);
        tale.start(2);
        if (crosses) tale.event(2, "atomic_store", ready, 20);
        tale.event(1, "atomic_store", data, 10);
        if (publishes) tale.event(1, "atomic_store", ready, 11);
        if (crosses) tale.event(1, "atomic_load", ready, 11);
        if (publishes) tale.event(2, "atomic_load", ready, 20);
        tale.event(2, "atomic_load", data, 21).note = "an older value";
        const std::string id = tale.id(Verdict::crash);
        if (publishes)
            CHECK(
                tale.sentence ==
                "Thread 1 sets `data` at work.cpp:10, then `ready` in line 11; thread 2 sees the second in line 20 and "
                "still an old value of the first in line 21, because these orders keep nothing together.");
        return id;
    };
    CHECK(with(true, false) == "relaxed-publish");
    CHECK(with(false, true) == "store-buffering");
    CHECK(with(false, false) == "none");
}
