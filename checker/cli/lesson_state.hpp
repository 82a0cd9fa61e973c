// lesson_state.hpp: how far a student is, lesson by lesson, and what to do next.
#pragma once

#include <filesystem>
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
    std::string state;    // a verdict; "unfinished" if untouched, "changed" since it passed, or "not judged yet"
    bool solved = false;  // judged "passed", and not changed since
    std::string edit;     // the first file to edit, as seen from the course's folder
};

// `hand_in` null: the exercise's folder cannot be read. Pure.
LessonState state_of(const course::Lesson& lesson, const build::HandIn* hand_in, const Progress& progress);

// The states of all these lessons, from the exercises and the progress on disk.
std::vector<LessonState> read_states(const std::filesystem::path& course, const std::vector<course::Lesson>& lessons);

// "[######..............] 2 of 7 solved". Pure.
std::string progress_bar(const std::vector<LessonState>& lessons);

// The first lesson after this one that is not solved, from the start again at the end; if all are, the one after it.
// `after` empty: from the start. Null: there are no lessons. Pure.
const LessonState* next_lesson(const std::vector<LessonState>& lessons, const std::string& after = {});

// The table of all lessons and the next step, in 80 columns. Pure.
std::string list_text(const std::vector<LessonState>& lessons);

// What to do on the first day, in ten lines of 80 columns: for who has not begun any lesson. Pure.
std::string welcome_text(const std::vector<LessonState>& lessons);

// Nothing has been done in any of these lessons.
bool is_fresh(const std::vector<LessonState>& lessons);

}  // namespace lab::cli
