// course.hpp: the course on disk: where it is, which lessons it has, and what each of them says.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "course/lesson.hpp"
#include "course/problem.hpp"

namespace lab::course {

// The folder that holds lessons/: `start` or the nearest one above it; none if there is none.
std::optional<std::filesystem::path> find_root(const std::filesystem::path& start);

// A lesson's folder name, taken apart. Pure.
struct LessonName {
    std::string id;      // "04-deadlock"
    std::string number;  // "04"
    std::string name;    // "deadlock"
};

// None if it is not digits, a dash and a name.
std::optional<LessonName> parse_lesson_name(std::string_view folder);

// The lessons below root, by number.
std::vector<LessonName> list_lessons(const std::filesystem::path& root);

// Finds what `04`, `4`, `deadlock` or `04-deadlock` means; the error names the nearest. Pure.
tl::expected<LessonName, std::string> resolve(std::string_view id, const std::vector<LessonName>& lessons,
                                              const std::string& called = "checker");

// Reads a lesson. On failure: all mistakes, their files relative to root.
tl::expected<Lesson, std::vector<Problem>> load_lesson(const std::filesystem::path& root, const LessonName& name);

}  // namespace lab::course
