// progress.hpp: which lessons a student has solved: a small text file, one lesson a line.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace lab::cli {

// The last verdict on the student's own exercise, and the hand-in that got it.
struct LessonProgress {
    std::string verdict;
    std::string sha256;
    std::string diagnosis = {};      // what its mistake is called; empty: it has no name
    std::string passed_sha256 = {};  // the last hand-in that passed; empty: none has
};

using Progress = std::map<std::string, LessonProgress>;  // by lesson id

// Text of the file - "LESSON VERDICT SHA256 DIAGNOSIS PASSED_SHA256", `-` for nothing - and back; lines that are not
// understood are left out. Pure.
Progress parse_progress(const std::string& text);
std::string write_progress(const Progress& progress);

// $LAB_STATE, else build/state in the course if that can be written, else below $XDG_STATE_HOME or ~/.local/state.
std::filesystem::path progress_file(const std::filesystem::path& course);

// Empty if there is none yet.
Progress read_progress(const std::filesystem::path& file);

// Adds one verdict; what has passed before stays known. A progress that cannot be kept is no reason to fail: returns
// false.
bool record_progress(const std::filesystem::path& file, const std::string& lesson, LessonProgress progress);

}  // namespace lab::cli
