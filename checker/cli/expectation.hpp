// expectation.hpp: what `checker verify` demands of a lesson: which hand-in must get which verdict, and a sound
// structure.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "course/lesson.hpp"
#include "judge/result.hpp"

namespace lab::cli {

enum class HandInKind { stub, solution, wrong, right };

struct Expectation {
    std::string lesson;  // "04-deadlock"
    HandInKind kind = HandInKind::stub;
    std::filesystem::path path;
    std::string verdict;         // of a stub: the one beneath `unfinished`
    std::string diagnosis = {};  // id, or "none"; empty: not declared
};

struct Answer {
    Expectation expectation;
    std::string got;  // verdict; with the diagnosis behind it if that is not as declared: "deadlock (self-deadlock)"
    std::string message;  // of the case that gave it, or what went wrong
    bool as_declared = false;
};

// All hand-ins that ship with the lesson. Pure.
std::vector<Expectation> expectations(const course::Lesson& lesson);

// Compares. Pure.
Answer answer_to(const Expectation& expectation, const judge::Result& result);

// Whether a replay of the decisive interleaving shows the same failure. Of one interleaving alone nobody can say
// whether others would have passed: there, wrong output and nondeterminism are the same. Pure.
bool replays_alike(const judge::Result& found, const judge::Result& replayed);

// What is wrong with the lesson's files, a sentence each: too few hand-ins, an exercise that is not the stub, ...
std::vector<std::string> structure_mistakes(const course::Lesson& lesson);

// The table of what is not as declared, and the counts: "7 stubs, 7 solutions, 38 wrong, 15 right: all as declared".
std::string verify_text(const std::vector<Answer>& answers, const std::vector<std::string>& mistakes,
                        const std::filesystem::path& course);

}  // namespace lab::cli
