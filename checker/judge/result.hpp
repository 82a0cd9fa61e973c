// result.hpp: the answer to a hand-in, as a value; every report (text, JSON, ...) is made of it and of nothing else.
#pragma once

#include "judge/verdict.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lab::judge {

// One line of an interleaving: something that one thread did.
struct Step {
    int index = 0;            // place in the trace, from 0
    std::optional<int> step;  // place in the schedule; none: it was no scheduling point
    int thread = 0;
    std::string operation;    // "lock", "read", ...
    std::string object;       // its name; empty: none
    std::string object_kind;  // "mutex", "memory", ...
    bool nameless = false;    // the object is memory of which nobody knows what it is: its name is a number
    int object_id = 0;        // counts in order of creation; 0: none. Elements share a name, not this
    bool part = false;        // memory inside of the object, a container, and no matter which
    std::string value;        // read or written; empty: none

    std::string file;  // empty: not in the lesson's sources
    int line = 0;
    std::string source;              // the line's text
    std::vector<std::string> holds;  // names of the locks held
    bool blocks = false;             // the thread waits from here on
    std::optional<int> holder;       // if it blocks: the thread that holds what it waits for
    std::string note;
    bool key = false;  // this is what the message is about; never folded away
};

// Where a thread was when the interleaving ended.
struct ThreadEnd {
    int id = 0;
    std::string name;            // "thread 1"
    std::string state;           // "blocked", ...
    std::string waits_for;       // an object, or a thread; empty: nothing
    bool waits_for_end = false;  // it is a thread
    std::string file;
    int line = 0;
    std::string source;
};

// What the mistake behind a failure is called, and what to do about it.
struct Diagnosis {
    std::string id;        // "local-mutex": see docs/diagnoses.md
    std::string title;     // "A mutex of one's own"
    std::string sentence;  // how it shows in this hand-in, with its names and lines
    std::string lesson;    // "02-lock": where it is taught; empty: in none
    std::string hint;      // what to do, one or two sentences
};

// Which interleavings a statement is about.
struct Coverage {
    std::int64_t interleavings = 0;
    bool complete = false;  // these are all there are
    std::optional<int> preemption_bound;
};

// One text that interleavings of a program wrote.
struct Output {
    std::string text;
    int exit = 0;            // what main() returned
    std::int64_t count = 0;  // interleavings that wrote it, of those that were tried
    std::string schedule;    // one of them
};

// What may come of a data race: an interleaving in which something comes out wrong. Its accesses to the racing memory
// are steps of its schedule.
struct Consequence {
    Verdict verdict = Verdict::inconclusive;  // that it would have by itself
    std::string message;
    std::string schedule;
    std::vector<Step> trace;
    std::vector<ThreadEnd> threads;
    std::string cycle;
    std::optional<std::string> expected;  // output
    std::optional<std::string> actual;
};

struct CaseResult {
    std::string name;
    std::string kind;  // "every", "some", "program" or "plain"
    Verdict verdict = Verdict::inconclusive;
    std::string message;  // one to three plain sentences; empty if it passed
    std::string advice;   // what would help, a sentence; may be empty
    Coverage coverage;
    std::int64_t failed = 0;  // of the interleavings explored
    std::string schedule;     // one that shows the failure; empty: none
    std::vector<Step> trace;  // of that schedule
    std::vector<ThreadEnd> threads;
    std::string cycle;                    // "thread 1 -> b -> thread 2 -> a -> thread 1"
    std::optional<std::string> expected;  // output
    std::optional<std::string> actual;
    std::int64_t distinct_outputs = 0;
    std::vector<Output> outputs;  // of a program
    bool outputs_cut = false;     // there are more than these
    // Which run of the search, counted from 1, was the first that failed or differed. Runs before the search began
    // again count, too: it may be more than there are interleavings.
    std::optional<std::int64_t> first_failure;
    std::optional<Diagnosis> diagnosis;
    std::optional<Consequence> consequence;  // of a data race
    bool diverged = false;                   // a replay whose schedule could not be followed
    bool native_only = false;                // seen only in the stress run, with real threads
};

// The consequence as reports show a case: with its verdict, message, trace and output.
CaseResult as_case(const Consequence& consequence);

// Runs of the native program with real threads. Made only if no failing interleaving is known: what they would show
// then depends on luck.
struct Stress {
    std::int64_t runs = 0;
    std::int64_t failures = 0;
};

struct Result {
    std::string lesson;  // "04-deadlock"; empty: no lesson
    std::string number;  // "04": as in `checker replay 04`
    std::string title;
    Verdict verdict = Verdict::inconclusive;
    std::optional<Verdict> beneath;  // of an unfinished one: what the stub does
    std::string message;             // of the hand-in as a whole; empty if the cases say it all
    std::vector<CaseResult> cases;   // in the order of the check
    Stress stress;
    std::string explored_as;             // without a lesson: what follows `checker explore`, "a.cpp -- -DN=3"
    std::optional<Diagnosis> diagnosis;  // of the decisive case
    std::string diagnostics;             // what the compiler wrote
    std::string source_sha256;           // of the hand-in
    std::string toolchain;               // "g++ 12.2.0, checker 0.1.0"
    std::string hand_in;                 // where it lies, as the student calls it
    std::string replay_options;          // "--solution" or "--file PATH", if the hand-in is not the exercise itself
    std::string called = "checker";      // what the reader types to start the checker
    bool from_cache = false;
    double seconds = 0;
    double exploring_seconds = 0;  // of these, without a lesson: spent on exploring; 0: it was in the cache

    bool passed() const { return verdict == Verdict::passed; }
    // The case that gave the verdict (for an unfinished one: the verdict beneath); null if none did.
    const CaseResult* decisive() const;
};

}  // namespace lab::judge
