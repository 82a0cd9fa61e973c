// skeleton.hpp: a new lesson as its author begins it: small, but complete enough to be judged.
#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "course/course.hpp"

namespace lab::course {

struct SkeletonFile {
    std::filesystem::path path;  // below the course's folder
    std::string text;
};

// "28-my-lesson" as the name of a lesson that can still be made; the error says what is wrong with it. Pure.
tl::expected<LessonName, std::string> new_lesson_name(const std::string& id, const std::vector<LessonName>& lessons);

// The files of lessons/, exercises/ and solutions/. What the author has to write says TODO. Pure.
std::vector<SkeletonFile> skeleton(const LessonName& name, const std::string& title);

}  // namespace lab::course
