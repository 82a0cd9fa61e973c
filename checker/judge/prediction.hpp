// prediction.hpp: what a student believes a program can print, against what it can. Pure.
#pragma once

#include "course/lesson.hpp"
#include "judge/result.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lab::judge {

struct Candidate {
    std::string text;  // as the lesson writes it; "": it prints nothing
    bool possible = false;
    std::string schedule;  // if possible: an interleaving that prints it
    bool chosen = false;   // the student says that it is possible

    bool right() const { return possible == chosen; }
};

struct Prediction {
    std::vector<Candidate> candidates;  // in the lesson's order
    Coverage coverage;                  // of the exploration
    // Why the program cannot be asked about: it fails in some interleaving, or there are too many of them.
    std::string trouble;

    bool right() const;
};

// `explored` is what pipeline::explore() says of the program, `chosen` are indices of candidates.
Prediction predict(const course::Predict& question, const Result& explored, const std::vector<std::size_t>& chosen);

}  // namespace lab::judge
