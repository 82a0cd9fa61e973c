// evidence.hpp: what a run of one of the two programs (explored, native) has shown, as values.
//
// Ids of threads and objects count in order of creation, never by address. `Place` and the names of objects are filled
// in by the symbols room; everything else is as the program told it, checked but not believed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lab::evidence {

using ThreadId = int;  // 0: the thread that runs the body ("main")
using ObjectId = int;  // from 1

// A line of one of the lesson's sources.
struct Place {
    std::string file;      // as shown to the student, "deadlock.cpp"; empty: not known
    int line = 0;          // from 1
    std::string function;  // "transfer"; empty: not known
    std::string source;    // the line's text, without blanks at both ends

    bool known() const { return !file.empty(); }
};

// A call that is under way in one of the lesson's sources.
struct Call {
    Place place;            // where it has got to
    bool hand_in = false;   // in the student's files
    std::size_t depth = 0;  // its index in the stack of program counters
};

struct OutputSeen {
    std::string text;
    std::int64_t count = 0;  // executions that wrote it
    int exit = 0;            // what main() returned
    std::string schedule;    // one that writes it; empty in the native program
};

struct FailedCheck {
    std::string expression;  // "a == b"
    std::string expansion;   // "200 == 170"
    std::string macro;       // "CHECK"
    std::string file;
    int line = 0;
    std::string context;  // INFO lines
};

struct ThreadSeen {
    ThreadId id = 0;
    std::string name;   // "main", "thread 1", ...
    std::string state;  // "finished", "running", "blocked" or "sleeping"
    std::optional<ObjectId> waits_for;
    std::optional<ThreadId> waits_for_thread;
    std::vector<std::uint64_t> stack;  // return addresses, innermost first
    // What it waits for, or (of an interleaving that was stopped before its end) is about to do:
    std::optional<std::string> next;  // the operation
    std::optional<ObjectId> next_object;
    Place place;
};

struct ObjectSeen {
    ObjectId id = 0;
    std::string kind;  // "mutex", "semaphore", "memory", ...
    std::uint64_t address = 0;
    std::uint64_t size = 0;           // bytes
    std::optional<std::string> name;  // given by the check
    std::optional<ThreadId> holder;
    std::string state;               // in words: "permits 0"
    std::string storage;             // "global", "heap", "stack" or "thread_local"; empty: not known
    std::optional<ThreadId> thread;  // whose stack, or whose thread-local variable
    std::uint64_t frame = 0;         // stack: canonical frame address of the call whose local variable it is,
    std::uint64_t frame_entry = 0;   // an address in that call's function,
    std::uint64_t frame_pc = 0;      // and where the call had got to, if that is known
    std::uint64_t offset = 0;        // thread_local: from the start of the program's thread-local variables
    std::string shown;               // the name to show, unique within the failure; never empty once annotated
    bool part = false;               // it is memory inside of something larger, a container, that has this name
    bool opaque = false;    // it is touched by code of the standard library only: its bytes mean nothing to the reader
    bool numbered = false;  // that name is only a kind and a number: "mutex 1"
    bool is_volatile = false;  // it was declared volatile
};

struct Event {
    int index = 0;
    std::optional<int> step;  // place in the schedule; none: no scheduling point
    ThreadId thread = 0;
    std::string op;  // "lock", "atomic_load", ...
    std::optional<ObjectId> object;
    std::optional<std::string> value;   // read or written
    std::optional<std::uint64_t> bits;  // the same as bytes, of a plain access to at most eight
    std::vector<std::uint64_t> stack;   // return addresses, innermost first
    std::vector<ObjectId> holds;        // locks held
    bool blocks = false;                // the thread waits from here on
    std::optional<std::string> note;
    Place place;
    std::vector<Call> calls;  // of the stack, those in the lesson's sources, innermost first
};

struct Race {
    ObjectId object = 0;
    int first = 0;   // Event::index of the earlier access
    int second = 0;  // and of the later one
};

// A thread that could take the next step.
struct Choice {
    ThreadId thread = 0;
    std::string kind;  // "step", "timeout" or "wake-up"
};

// The moment at which an interleaving was stopped before its end.
struct Position {
    std::vector<Choice> choices;
    int values = 1;  // that the load of the latest step could have read
};

// What may come of a data race: found by another search, in which the accesses to the racing memory are steps of the
// schedule. It is known by its schedule, and has to be replayed to be seen.
struct Consequence {
    std::string kind;                 // of failure; "none": executions that end well, but print something
    std::string schedule;             // of the failure
    std::vector<OutputSeen> outputs;  // of kind "none"
    std::int64_t interleavings = 0;   // explored in that search
};

// Why one execution is not as it should be; also what a replay shows of one that is.
struct Failure {
    std::string kind;     // "data-race", "deadlock", "check-failed", ...
    std::string message;  // one sentence
    std::string schedule;
    std::optional<int> signal;
    std::optional<int> exit;
    std::optional<std::string> what;
    std::optional<FailedCheck> check;
    std::string output;  // standard output of this execution
    std::vector<ThreadSeen> threads;
    std::vector<ObjectSeen> objects;
    std::vector<int> cycle;  // thread, object, thread, object, ...: each thread waits for the object after it
    std::optional<Race> race;
    std::vector<Event> trace;
    std::vector<Event> after;          // of a data race: what happens next if nobody stops the program; indices go on
    std::optional<Position> position;  // it is not over
    bool diverged = false;             // the schedule that was asked for could not be followed
    std::optional<int> steps;          // that the interleaving took
    std::optional<Consequence> consequence;  // of a data race

    const ObjectSeen* object(ObjectId id) const;
    const ThreadSeen* thread(ThreadId id) const;
    const Event* event(int index) const;
};

struct CaseSeen {
    std::string name;
    std::string kind;  // "every", "some", "program" or "plain"
    std::string file;  // empty for "program"
    int line = 0;
    bool finished = false;           // the program told how the case ended
    std::int64_t interleavings = 0;  // executions; native: runs
    bool complete = false;           // all interleavings were covered
    std::optional<int> preemption_bound;
    std::int64_t passed = 0;
    std::int64_t failed = 0;
    std::optional<std::int64_t> first_failure;  // which execution, from 1, was the first that failed or differed
    std::optional<bool> reached;
    std::vector<OutputSeen> outputs;
    bool outputs_cut = false;
    std::optional<Failure> failure;
};

// How the process of the run ended.
struct Ending {
    enum class Kind { not_run, not_started, exited, signalled, wall_limit, cpu_limit, output_limit, stuck, cancelled };
    Kind kind = Kind::not_run;
    int number = 0;           // exit code or signal
    std::string description;  // of the signal, or why it was not started
    std::string output;       // what it wrote to standard output outside of all executions, possibly cut
    std::string errors;       // and to standard error
    int left_behind = 0;      // processes that it left running
};

struct Evidence {
    std::string backend;                 // "explored" or "native"
    std::uint64_t base = 0;              // load address of the executable
    std::string executable;              // absolute path
    std::vector<std::string> announced;  // names of all cases that were going to run
    std::vector<CaseSeen> cases;
    bool ended = false;    // the program told that it was done
    bool skipped = false;  // announced cases were left out, since an earlier one did not come to an end
    std::vector<std::string> shared_names;  // in shared memory, left behind
    bool cut = false;                       // it had more to tell than the channel can hold
    Ending ending;
    bool tampered = false;              // these frames are not what the back end alone would have told
    std::vector<std::string> oddities;  // what could not be understood, a sentence each

    const CaseSeen* find(const std::string& name) const;
    // The case that had begun and not ended when the program stopped.
    const CaseSeen* open_case() const;
};

}  // namespace lab::evidence
