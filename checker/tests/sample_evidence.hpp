// sample_evidence.hpp: hand-made evidence for the tests of judge and report: a bank of two accounts, and what can go
// wrong.
#pragma once

#include "course/lesson.hpp"
#include "evidence/evidence.hpp"
#include "judge/judge.hpp"

#include <string>
#include <vector>

namespace sample {

using lab::evidence::CaseSeen;
using lab::evidence::Event;
using lab::evidence::Evidence;
using lab::evidence::Failure;
using lab::evidence::ObjectSeen;
using lab::evidence::OutputSeen;
using lab::evidence::Place;
using lab::evidence::ThreadSeen;

inline lab::course::Lesson lesson() {
    lab::course::Lesson lesson;
    lesson.id = "04-deadlock";
    lesson.number = "04";
    lesson.name = "deadlock";
    lesson.title = "Deadlock: a cycle of waits";
    lesson.has_program = true;
    lesson.allowed = {"total 200\n"};
    return lesson;
}

inline lab::judge::HandIn hand_in() {
    lab::judge::HandIn hand_in;
    hand_in.files = {{"deadlock.cpp", "void transfer() {}\n"}};
    hand_in.sha256 = "0123";
    hand_in.toolchain = "g++ 12.2.0";
    hand_in.shown = "exercises/04-deadlock/deadlock.cpp";
    return hand_in;
}

inline Place place(int line, const std::string& source, const std::string& file = "deadlock.cpp") {
    Place place;
    place.file = file;
    place.line = line;
    place.function = "transfer";
    place.source = source;
    return place;
}

// Builds a failure event by event.
class Story {
public:
    Story(const std::string& kind, const std::string& message) {
        failure.kind = kind;
        failure.message = message;
        failure.schedule = "s1:0*2.1.2.1.2";
    }

    int object(const std::string& kind, const std::string& name, bool numbered = false) {
        ObjectSeen item;
        item.id = static_cast<int>(failure.objects.size()) + 1;
        item.kind = kind;
        item.shown = name;
        item.numbered = numbered;
        failure.objects.push_back(item);
        return item.id;
    }

    void thread(int id, const std::string& state, const Place& where = {}, int waits_for = 0,
                int waits_for_thread = -1) {
        ThreadSeen item;
        item.id = id;
        item.name = id == 0 ? "main" : "thread " + std::to_string(id);
        item.state = state;
        item.place = where;
        if (waits_for != 0) item.waits_for = waits_for;
        if (waits_for_thread >= 0) item.waits_for_thread = waits_for_thread;
        failure.threads.push_back(item);
    }

    Event& event(int thread, const std::string& op, int object, const Place& where,
                 const std::vector<int>& holds = {}) {
        Event item;
        item.index = static_cast<int>(failure.trace.size());
        item.step = item.index;
        item.thread = thread;
        item.op = op;
        if (object != 0) item.object = object;
        item.place = where;
        item.holds = holds;
        failure.trace.push_back(item);
        return failure.trace.back();
    }

    Failure failure;
};

inline CaseSeen passed_case(const std::string& name, std::int64_t interleavings, bool complete = true) {
    CaseSeen item;
    item.name = name;
    item.kind = "every";
    item.finished = true;
    item.interleavings = interleavings;
    item.complete = complete;
    item.passed = interleavings;
    return item;
}

inline CaseSeen failed_case(const std::string& name, const Failure& failure, std::int64_t interleavings = 1234,
                            std::int64_t failed = 34) {
    CaseSeen item = passed_case(name, interleavings, false);
    item.preemption_bound = 2;
    item.passed = interleavings - failed;
    item.failed = failed;
    item.failure = failure;
    return item;
}

inline CaseSeen program_case(const std::vector<std::pair<std::string, int>>& outputs, bool complete = true) {
    CaseSeen item = passed_case("program", 0, complete);
    item.kind = "program";
    for (const auto& [text, count] : outputs) {
        OutputSeen output;
        output.text = text;
        output.count = count;
        output.schedule = "s1:0.1*" + std::to_string(count);
        item.outputs.push_back(output);
        item.interleavings += count;
        item.passed += count;
    }
    return item;
}

inline Evidence explored(std::vector<CaseSeen> cases) {
    Evidence evidence;
    evidence.backend = "explored";
    for (const CaseSeen& item : cases) evidence.announced.push_back(item.name);
    evidence.cases = std::move(cases);
    evidence.ended = true;
    evidence.ending.kind = lab::evidence::Ending::Kind::exited;
    return evidence;
}

// Two threads lock two accounts in opposite orders.
inline Failure deadlock() {
    Story story("deadlock", "2 threads wait for each other in a circle");
    const int a = story.object("mutex", "mutex of account 1");
    const int b = story.object("mutex", "mutex of account 2");
    const Place first = place(8, "std::lock_guard<std::mutex> lock_from(from.mutex);");
    const Place second = place(9, "std::lock_guard<std::mutex> lock_to(to.mutex);");
    const Place check = place(17, "std::thread there([&] { transfer(a, b, 30); });", "check.cpp");
    const Place join = place(19, "there.join();", "check.cpp");
    story.event(0, "create", 0, check).note = "thread 1";
    story.event(0, "create", 0, check).note = "thread 2";
    story.event(1, "lock", a, first, {a});
    story.event(2, "lock", b, first, {b});
    story.event(0, "join", 0, join).blocks = true;
    story.failure.trace.back().note = "thread 1";
    story.event(1, "lock", b, second, {a}).blocks = true;
    story.event(2, "lock", a, second, {b}).blocks = true;
    story.thread(0, "blocked", join, 0, 1);
    story.thread(1, "blocked", second, b);
    story.thread(2, "blocked", second, a);
    story.failure.cycle = {1, b, 2, a};
    return story.failure;
}

// Two threads add to one variable; the second one holds a lock.
inline Failure race() {
    Story story("data-race", "thread 1 writes and thread 2 writes the same memory, and nothing orders the two");
    const int visits = story.object("memory", "visits");
    const int lock = story.object("mutex", "door");
    const Place bare = place(16, "++visits;");
    const Place locked = place(22, "visits += 1;");
    story.event(1, "read", visits, bare).value = "0";
    story.event(1, "write", visits, bare).value = "1";
    story.event(2, "lock", lock, place(21, "std::lock_guard guard(door);"), {lock});
    story.event(2, "read", visits, locked, {lock}).value = "1";
    story.thread(0, "running");
    story.thread(1, "running", bare);
    story.thread(2, "running", locked);
    story.failure.race = lab::evidence::Race{visits, 1, 3};
    return story.failure;
}

inline Failure lost_wakeup() {
    Story story("lost-wakeup",
                "thread 1 waits for a notification that will not come: one was sent when nobody was waiting");
    const int ready = story.object("condition_variable", "ready");
    const int mutex = story.object("mutex", "mutex");
    const Place test = place(10, "if (items.empty()) {");
    const Place wait = place(12, "ready.wait(lock);");
    const Place notify = place(30, "ready.notify_one();");
    story.event(1, "lock", mutex, test, {mutex});
    story.event(2, "notify_one", ready, notify).note = "nobody is waiting";
    story.event(1, "wait", ready, wait).note = "gives the mutex back";
    story.event(1, "wait", ready, wait).blocks = true;
    story.thread(0, "blocked", place(40, "consumer.join();", "main.cpp"), 0, 1);
    story.thread(1, "blocked", wait, ready);
    story.thread(2, "finished");
    return story.failure;
}

inline Failure failed_check() {
    Story story("check-failed", "a check failed");
    const int balance = story.object("memory", "balance");
    const Place line = place(5, "balance = balance + 1;");
    story.event(1, "read", balance, line).value = "0";
    story.event(2, "read", balance, line).value = "0";
    story.event(1, "write", balance, line).value = "1";
    story.event(2, "write", balance, line).value = "1";
    story.failure.check =
        lab::evidence::FailedCheck{"balance == 2", "1 == 2", "CHECK", "/lessons/01/check.cpp", 19, ""};
    return story.failure;
}

}  // namespace sample
