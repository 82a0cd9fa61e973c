// frames.hpp: what a runner tells the checker, as values; to_json makes the one-line JSON documents ("frames") of them.
//
// Order on the wire: Begin, then for each case CaseBegin and CaseEnd, then End. Ids of threads and objects count in
// order of creation. Optional fields that are empty become null.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace interleave::runner {

using ThreadId = int;  // 0: the thread that runs the body ("main")
using ObjectId = int;  // from 1

struct Begin {
    std::string backend;             // "explored" or "native"
    std::uintptr_t base = 0;         // load address of the executable: subtract it from program counters
    std::string executable;          // absolute path
    std::vector<std::string> cases;  // names of all cases that would run without a filter, "program" included
};

struct CaseBegin {
    std::string name;
    std::string kind;  // "every", "some", "program" or "plain"
    std::string file;  // empty for "program"
    int line = 0;
};

// One distinct text that executions of a case wrote to standard output.
struct OutputSeen {
    std::string text;
    std::int64_t count = 0;  // executions that wrote it
    int exit = 0;            // what main() returned; 0 for other cases
    std::string schedule;    // one that writes it; empty in the native back end
};

struct FailedCheck {
    std::string expression;
    std::string expansion;
    std::string macro;
    std::string file;
    int line = 0;
    std::string context;  // INFO lines; left out of the frame when empty
};

struct ThreadInfo {
    ThreadId id = 0;
    std::string name;   // "main", "thread 1", ...
    std::string state;  // "finished", "running", "blocked" or "sleeping"
    std::optional<ObjectId> waits_for;
    std::optional<ThreadId> waits_for_thread;
    std::vector<std::uintptr_t> stack;  // return addresses, innermost first
    // What it waits for, or (of an execution that was stopped) is about to do:
    std::optional<std::string> next;  // the operation
    std::optional<ObjectId> next_object;
};

struct ObjectInfo {
    ObjectId id = 0;
    std::string kind;  // "mutex", "semaphore", "memory", ... (contract)
    std::uintptr_t address = 0;
    std::uint64_t size = 0;           // bytes
    std::optional<std::string> name;  // given by interleave::name
    std::optional<ThreadId> holder;
    std::string state;  // in words: "permits 0"
    // Where it lies: "global", "heap", "stack" or "thread_local"; empty: not known.
    std::string storage;
    std::optional<ThreadId> thread;  // whose stack, or whose thread-local variable
    std::uintptr_t frame = 0;        // stack: canonical frame address of the call whose local variable it is,
    std::uintptr_t frame_entry = 0;  // an address in that call's function,
    std::uintptr_t frame_pc = 0;     // and where the call had got to, if that is known
    std::uint64_t offset = 0;        // thread_local: from the start of the program's thread-local variables
};

struct TraceEvent {
    int index = 0;
    std::optional<int> step;  // place in the schedule; empty if the event was no scheduling point
    ThreadId thread = 0;
    std::string op;  // "lock", "atomic_load", ... (contract)
    std::optional<ObjectId> object;
    std::optional<std::string> value;   // read or written
    std::optional<std::uint64_t> bits;  // the same as bytes, of a plain access to at most eight
    std::vector<std::uintptr_t> stack;  // return addresses, innermost first
    std::vector<ObjectId> holds;        // locks held
    bool blocks = false;                // the thread waits from here on
    std::optional<std::string> note;
};

struct Race {
    ObjectId object = 0;
    int first = 0;   // index of the earlier access in the trace
    int second = 0;  // and of the later one
};

// A thread that could take the next step.
struct Choice {
    ThreadId thread = 0;
    std::string kind;  // "step": its operation; "timeout"; "wake-up": one that nobody caused
};

// The moment at which a replay was stopped, since its schedule was at its end.
struct Position {
    std::vector<Choice> choices;  // by thread
    unsigned values = 1;          // that the load of the latest step could have read
};

// What may come of a data race, found by another search in which the accesses to the racing memory are steps. To be
// replayed along its schedule.
struct Consequence {
    std::string kind;                 // of failure; "none": programs that end well, but perhaps print something wrong
    std::string schedule;             // of the failure
    std::vector<OutputSeen> outputs;  // of kind "none"
    std::int64_t interleavings = 0;   // explored to find it
};

// Why one execution is not as it should be.
struct Failure {
    std::string kind;     // "data-race", "deadlock", "check-failed", ... (contract)
    std::string message;  // one sentence in plain words, no addresses
    std::string schedule;
    std::optional<int> signal;
    std::optional<int> exit;
    std::optional<std::string> what;
    std::optional<FailedCheck> check;
    std::string output;  // standard output of this execution
    std::vector<ThreadInfo> threads;
    std::vector<ObjectInfo> objects;
    std::vector<int> cycle;  // thread, object, thread, object, ...: each thread waits for the object after it
    std::optional<Race> race;
    std::vector<TraceEvent> trace;
    std::vector<TraceEvent> after;       // of a data race: what happens next if nobody stops the program
    std::optional<Position> position;    // it is not over
    bool diverged = false;               // the schedule that was asked for could not be followed
    std::optional<std::uint32_t> steps;  // that the recorded execution took
    std::optional<Consequence> consequence;
};

struct CaseEnd {
    std::string name;
    std::string kind;
    std::int64_t redundant = 0;           // executions given up besides, because they were like others
    std::int64_t interleavings = 0;       // executions; native: runs
    bool complete = false;                // all interleavings were covered
    std::optional<int> preemption_bound;  // complete up to this many preemptions
    std::int64_t passed = 0;
    std::int64_t failed = 0;
    std::optional<std::int64_t> first_failure;  // which execution, from 1, was the first that failed or differed
    std::optional<bool> reached;                // kind "some" only
    std::vector<OutputSeen> outputs;
    bool outputs_cut = false;  // there were more distinct outputs than are listed
    std::optional<Failure> failure;
};

struct End {
    bool skipped = false;                   // cases were left out, since an earlier one did not come to an end
    std::vector<std::string> shared_names;  // that the program left behind in shared memory
};

// One line of JSON without the line break. Bytes that are no UTF-8 become U+FFFD.
std::string to_json(const Begin& frame);
std::string to_json(const CaseBegin& frame);
std::string to_json(const CaseEnd& frame);
std::string to_json(const End& frame);

}  // namespace interleave::runner
