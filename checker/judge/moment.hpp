// moment.hpp: where an interleaving stands after some of its steps: who could go on, who waits, who holds what.
#pragma once

#include "evidence/evidence.hpp"
#include "judge/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lab::judge {

// A thread that could take the next step.
struct Choice {
    enum class Kind {
        step,      // its operation
        time_out,  // the time of its wait is over, although what it waits for may still come
        wake_up,   // a wake-up that nobody caused, as the standard allows
    };
    int thread = 0;
    Kind kind = Kind::step;

    friend bool operator==(const Choice&, const Choice&) = default;
};

struct ThreadNow {
    int id = 0;
    std::string name;            // "thread 1"
    std::string state;           // "running", "blocked", "sleeping" or "finished"
    Step next;                   // what it is about to do, and where; `blocks` if it cannot yet
    std::string waits_for;       // if it is blocked: an object, or a thread; empty: not known
    bool waits_for_end = false;  // it is a thread
};

struct ObjectNow {
    std::string name;
    std::string kind;          // "mutex", "memory", ...
    std::string value;         // last read or written; empty: none seen
    std::string state;         // in words: "permits 0"
    std::vector<int> holders;  // of a lock
    bool used_by_several = false;
};

struct Moment {
    std::vector<Step> trace;  // what has happened so far
    std::vector<ThreadNow> threads;
    std::vector<ObjectNow> objects;  // those of the lesson's sources, in order of creation
    std::vector<Choice> choices;     // none: it is over
    int values = 1;                  // that the load of the latest step could have read: the latest and older ones
    std::string output;
    std::optional<int> steps;  // that were taken; none: not known
    bool diverged = false;     // the schedule could not be followed up to its end
};

// The moment that a replay has come to, annotated.
Moment moment_of(const evidence::Failure& failure);

}  // namespace lab::judge
