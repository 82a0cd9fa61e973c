// problem.hpp: a mistake in a course file: where, what, and what to do now.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lab::course {

struct Position {
    std::uint32_t line = 0;  // from 1; 0: the file as a whole
    std::uint32_t column = 0;
};

// A text and where it stands, so that a later finding about it can say where.
struct Placed {
    std::string text;
    Position at;
};

struct Problem {
    std::filesystem::path file;
    Position at;
    std::string what;
    std::string remedy;

    // "lessons/04-deadlock/lesson.toml:3:1: unknown key `titel`; did you mean `title`?"
    std::string text() const;
};

// All of them, one a line.
std::string text(const std::vector<Problem>& problems);

}  // namespace lab::course
