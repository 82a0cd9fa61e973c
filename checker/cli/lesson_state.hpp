// lesson_state.hpp: how far a student is, lesson by lesson, and what to do next.
#pragma once

#include <string>
#include <vector>

#include "build/hand_in.hpp"
#include "cli/progress.hpp"
#include "course/lesson.hpp"

namespace lab::cli {

struct LessonState {
    std::string id;
    std::string number;
    std::string title;
    std::string idea;
    std::string state;    // a verdict; "not judged yet", or "unfinished" if untouched
    bool solved = false;  // judged "passed", and not changed since
    std::string edit;     // the first file to edit, as seen from the course's folder
};

// `hand_in` null: the exercise's folder cannot be read. Pure.
LessonState state_of(const course::Lesson& lesson, const build::HandIn* hand_in, const Progress& progress);

// The table of all lessons and the next step, in 80 columns. Pure.
std::string list_text(const std::vector<LessonState>& lessons);

// One of the lesson's hints, from 1, in 80 columns, and how to get the next. Pure.
std::string hint_text(const course::Lesson& lesson, unsigned number);

}  // namespace lab::cli
