// sources.hpp: the files that a hand-in is built from, as reports and players show them.
#pragma once

#include <vector>

#include "build/hand_in.hpp"
#include "course/lesson.hpp"
#include "report/source.hpp"

namespace lab::cli {

// The hand-in's files, and those of the lesson that are compiled with it.
std::vector<report::Source> sources_of(const course::Lesson& lesson, const build::HandIn& hand_in);

}  // namespace lab::cli
