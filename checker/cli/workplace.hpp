// workplace.hpp: what a command needs to judge hand-ins: the course, its lessons, the cache, the compiler.
#pragma once

#include <filesystem>
#include <tl/expected.hpp>
#include <vector>

#include "build/cache.hpp"
#include "build/installation.hpp"
#include "build/toolchain.hpp"
#include "cli/session.hpp"
#include "course/course.hpp"

namespace lab::cli {

// $LAB_COURSE, else the course that the current folder lies in, else the one that this checker was built with.
tl::expected<std::filesystem::path, CommandError> find_course(const build::Installation& installation);

// The lessons that these ids mean, each once, in the order given; `all` means all of them.
tl::expected<std::vector<course::Lesson>, CommandError> load_lessons(const std::filesystem::path& course,
                                                                     const std::vector<std::string>& ids);

struct Workplace {
    build::Installation installation;
    std::filesystem::path course;
    build::Cache cache;
    build::Toolchain toolchain;
};

tl::expected<Workplace, CommandError> open_workplace(const Session& session);

}  // namespace lab::cli
