// workplace.cpp: finds course, cache and compiler, or says what is missing.
#include "cli/workplace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "cli/called.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

tl::expected<fs::path, CommandError> find_course(const build::Installation& installation) {
    const char* variable = std::getenv("LAB_COURSE");
    if (variable != nullptr && *variable != '\0') {
        if (auto root = course::find_root(variable)) return *root;
        return tl::unexpected(
            CommandError{wrong_usage, fmt::format("LAB_COURSE is {}, and there are no lessons there", variable)});
    }
    std::error_code error;
    if (auto root = course::find_root(fs::current_path(error)); root && !error) return *root;
    if (auto root = course::find_root(installation.course)) return *root;
    return tl::unexpected(CommandError{
        wrong_usage,
        "there is no course here: go to its folder (the one with lessons/ in it), or name it in LAB_COURSE"});
}

tl::expected<std::vector<course::Lesson>, CommandError> load_lessons(const fs::path& course,
                                                                     const std::vector<std::string>& ids) {
    const std::vector<course::LessonName> all = course::list_lessons(course);
    std::vector<course::LessonName> chosen;
    for (const std::string& id : ids) {
        if (id == "all") {
            chosen.insert(chosen.end(), all.begin(), all.end());
            continue;
        }
        auto name = course::resolve(id, all, called());
        if (!name) return tl::unexpected(CommandError{wrong_usage, std::move(name.error())});
        chosen.push_back(std::move(*name));
    }
    std::vector<course::Lesson> lessons;
    for (const course::LessonName& name : chosen) {
        const auto same = [&](const course::Lesson& lesson) { return lesson.id == name.id; };
        if (std::any_of(lessons.begin(), lessons.end(), same)) continue;
        auto lesson = course::load_lesson(course, name);
        if (!lesson) {
            return tl::unexpected(CommandError{
                environment, fmt::format("lesson {} cannot be used:\n{}", name.id, course::text(lesson.error()))});
        }
        lessons.push_back(std::move(*lesson));
    }
    return lessons;
}

tl::expected<Workplace, CommandError> open_workplace(const Session& session) {
    build::Installation installation = build::find_installation();
    auto course = find_course(installation);
    if (!course) return tl::unexpected(std::move(course.error()));
    auto cache = build::Cache::open(build::cache_folder(*course));
    if (!cache) return tl::unexpected(CommandError{environment, std::move(cache.error())});
    auto toolchain = build::find_toolchain(session.arguments.compiler, session.stop);
    if (!toolchain) return tl::unexpected(CommandError{environment, std::move(toolchain.error())});
    return Workplace{std::move(installation), std::move(*course), std::move(*cache), std::move(*toolchain)};
}

}  // namespace lab::cli
