// sample_tale.hpp: executions written by hand, for the tests of diagnoses.
#pragma once

#include "diagnose/diagnose.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tale {

using lab::evidence::Event;
using lab::evidence::Failure;
using lab::judge::CaseResult;
using lab::judge::Verdict;

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
        const auto found = lab::diagnose::diagnose(result, failure);
        sentence = found ? found->sentence : "";
        return found ? found->id : "none";
    }
    std::string sentence;

private:
    Failure failure_;
    std::map<int, std::vector<int>> held_;
    std::size_t end_ = 0;
};

}  // namespace tale
