// diagnose.cpp: tests of the names of mistakes, on executions written by hand: each mistake, and beside it what only
// looks like it.
#include "diagnose/diagnose.hpp"

#include <doctest/doctest.h>

#include "diagnose/catalogue.hpp"

#include <map>
#include <set>

using lab::diagnose::diagnose;
using lab::evidence::Event;
using lab::evidence::Failure;
using lab::judge::CaseResult;
using lab::judge::Verdict;

namespace {

// An execution, event by event. Each function of the hand-in is a number; a call of it is a return address.
class Tale {
public:
    explicit Tale(const std::string& kind) { failure_.kind = kind; }

    int object(const std::string& kind, const std::string& name, const std::string& storage = "global",
               int thread = -1) {
        lab::evidence::ObjectSeen item;
        item.id = static_cast<int>(failure_.objects.size()) + 1;
        item.kind = kind;
        item.shown = name;
        item.storage = storage;
        if (thread >= 0) item.thread = thread;
        failure_.objects.push_back(item);
        return item.id;
    }
    lab::evidence::ObjectSeen& seen(int id) { return failure_.objects[static_cast<std::size_t>(id) - 1]; }

    // Thread `thread` does it in line `line`, within call number `call` of the hand-in (0: outside of it).
    Event& event(int thread, const std::string& op, int object, int line, int call = 1) {
        Event event;
        event.index = static_cast<int>(failure_.trace.size());
        event.thread = thread;
        event.op = op;
        if (object > 0) event.object = object;
        if (op == "lock") held_[thread].push_back(object);
        if (op == "unlock") std::erase(held_[thread], object);
        event.holds = held_[thread];
        event.stack = {0x1000u + static_cast<unsigned>(line), 0x90};
        if (call > 0) {
            event.stack.insert(event.stack.begin() + 1, 0x5000u + static_cast<unsigned>(call));
            event.place = {"work.cpp", line, "work", ""};
            event.calls.push_back({event.place, true, 0});
        }
        failure_.trace.push_back(event);
        return failure_.trace.back();
    }
    void wait(int thread, int condition, int mutex, int line, int call = 1) {
        std::erase(held_[thread], mutex);
        event(thread, "wait", condition, line, call);
    }
    void wake(int thread, int condition, int mutex, int line, int call = 1) {
        held_[thread].push_back(mutex);
        event(thread, "wake", condition, line, call);
    }
    void start(int thread) { event(0, "create", 0, 1).note = "thread " + std::to_string(thread); }
    void race() {
        const int second = static_cast<int>(failure_.trace.size()) - 1;
        int first = second - 1;
        while (failure_.trace[static_cast<std::size_t>(first)].object !=
               failure_.trace[static_cast<std::size_t>(second)].object)
            --first;
        failure_.race = {*failure_.trace.back().object, first, second};
    }
    // All that follows would have come after the race.
    void end_of_trace() { end_ = failure_.trace.size(); }
    void state(int thread, const std::string& state, int waits_for = 0, int waits_for_thread = -1) {
        lab::evidence::ThreadSeen item;
        item.id = thread;
        item.name = thread == 0 ? "main" : "thread " + std::to_string(thread);
        item.state = state;
        if (waits_for > 0) item.waits_for = waits_for;
        if (waits_for_thread >= 0) item.waits_for_thread = waits_for_thread;
        failure_.threads.push_back(item);
    }
    void cycle(std::vector<int> cycle) { failure_.cycle = std::move(cycle); }
    Failure& failure() { return failure_; }

    // The diagnosis's id; "none".
    std::string id(Verdict verdict = Verdict::nondeterministic, const std::string& kind = "every") {
        Failure failure = failure_;
        if (end_ > 0) {
            failure.after.assign(failure.trace.begin() + static_cast<std::ptrdiff_t>(end_), failure.trace.end());
            failure.trace.resize(end_);
        }
        CaseResult result;
        result.verdict = verdict;
        result.kind = kind;
        const auto found = diagnose(result, failure);
        sentence = found ? found->sentence : "";
        return found ? found->id : "none";
    }
    std::string sentence;

private:
    Failure failure_;
    std::map<int, std::vector<int>> held_;
    std::size_t end_ = 0;
};

}  // namespace

TEST_CASE("diagnose: every mistake of the catalogue is complete, and there is none twice") {
    std::set<std::string_view> ids;
    for (const auto& mistake : lab::diagnose::catalogue()) {
        CHECK(ids.insert(mistake.id).second);
        CHECK_FALSE(mistake.title.empty());
        CHECK_FALSE(mistake.hint.empty());
    }
    CHECK(ids.size() >= 20);
}

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

    Tale flag("data-race");
    const int done = flag.object("memory", "done");
    flag.start(1);
    flag.start(2);
    for (int look = 0; look < 4; ++look) flag.event(1, "read", done, 10);
    flag.event(2, "write", done, 20);
    flag.race();
    CHECK(flag.id(Verdict::data_race) == "flag-as-sync");
}

TEST_CASE("diagnose: the thread that started another one") {
    Tale early("data-race");
    const int result = early.object("memory", "result");
    early.start(1);
    early.event(1, "write", result, 10, 2);
    early.event(0, "read", result, 20);
    early.race();
    CHECK(early.id(Verdict::data_race) == "missing-join");

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
