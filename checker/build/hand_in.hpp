// hand_in.hpp: the files that are judged, and how they are compiled together with the lesson's own.
#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "course/lesson.hpp"

namespace lab::build {

struct HandIn {
    std::vector<std::filesystem::path> files;         // all that it consists of, sorted; absolute, as all paths here
    std::vector<std::filesystem::path> sources;       // those that are compiled, with the lesson's given ones
    std::vector<std::filesystem::path> headers_from;  // -I, in this order
    // A single file in place of a header that the lesson's check includes by name: that name, else empty.
    std::string stands_for;
    std::filesystem::path shown_from;  // reports show paths relative to this folder: the course
    std::string sha256;                // of the file's content, or of the names and contents of all
    bool untouched = false;            // the files to edit are those of the stub
};

// The student's own: the folder exercises/NN-name.
tl::expected<HandIn, std::string> exercise_hand_in(const course::Lesson& lesson, const std::string& called = "checker");

// The reference: solutions/NN-name.
tl::expected<HandIn, std::string> solution_hand_in(const course::Lesson& lesson);

// Any other, in place of the exercise: a file, which replaces all that the student edits, or a folder.
tl::expected<HandIn, std::string> hand_in_at(const course::Lesson& lesson, const std::filesystem::path& path);

// Whether a file of this name in the hand-in's folder is part of it: C++ sources and headers, none that is hidden.
bool is_hand_in_file(const std::filesystem::path& name);

// A path as reports show it: relative to the folder if it lies inside, else absolute.
std::filesystem::path shown(const std::filesystem::path& folder, const std::filesystem::path& path);

}  // namespace lab::build
