// lesson.hpp: what a lesson folder says, as a value.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lab::course {

// A hand-in that ships with the lesson, to test the lesson itself: wrong/ and right/.
struct Example {
    std::filesystem::path path;  // absolute; a file, or a folder of files
    std::string verdict;         // what it must get; "passed" for a right one
    std::string about;           // one line
    std::string diagnosis;       // what its mistake must be called; "none": it has no name; empty: not declared
};

// Hints for one mistake, in place of the general ones.
struct MistakeHints {
    std::string diagnosis;           // its id: "self-deadlock"
    std::vector<std::string> hints;  // three, gentle first
};

// What a student is asked before the first run: which of these outputs can the program have?
struct Predict {
    std::filesystem::path program;  // absolute
    std::string question;
    std::vector<std::string> candidates;  // without the line break at their end; "": it prints nothing
};

// A wrong fix, to be defeated by a schedule.
struct Break {
    std::filesystem::path hand_in;  // absolute; a file, or a folder of files
    std::string about;              // what it claims, one or two sentences
};

struct Lesson {
    std::string id;      // "04-deadlock"
    std::string number;  // "04"
    std::string name;    // "deadlock"

    std::filesystem::path folder;    // lessons/04-deadlock; absolute, as all paths here
    std::filesystem::path stub;      // lessons/04-deadlock/stub: the exercise as shipped
    std::filesystem::path exercise;  // exercises/04-deadlock: the student's
    std::filesystem::path solution;  // solutions/04-deadlock

    std::string title;
    std::string idea;                // one sentence
    std::vector<std::string> edit;   // names of the files that the student edits
    std::vector<std::string> given;  // names of the other files of the stub

    bool has_program = false;          // main.cpp is run as a case
    std::vector<std::string> allowed;  // outputs that the program may have; empty: any
    bool same_output = false;          // it must be the same in every interleaving

    std::uint64_t interleavings = 20000;  // budget for a case
    std::uint32_t stress_runs = 50;       // native runs of a case

    std::string stub_verdict;        // what lies beneath `unfinished`
    std::vector<std::string> hints;  // three, gentle first
    std::vector<MistakeHints> hints_by_mistake;
    std::vector<Example> wrong;
    std::vector<Example> right;

    bool forbids_sleep = false;
    std::optional<Predict> predict;
    std::optional<Break> to_break;
};

}  // namespace lab::course
