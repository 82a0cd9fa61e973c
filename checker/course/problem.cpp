// problem.cpp: mistakes as text.
#include "course/problem.hpp"

#include <fmt/format.h>

namespace lab::course {

std::string Problem::text() const {
    std::string place = file.string();
    if (at.line > 0) place += fmt::format(":{}:{}", at.line, at.column);
    return remedy.empty() ? fmt::format("{}: {}", place, what) : fmt::format("{}: {}; {}", place, what, remedy);
}

std::string text(const std::vector<Problem>& problems) {
    std::string lines;
    for (const Problem& problem : problems) lines += problem.text() + '\n';
    return lines;
}

}  // namespace lab::course
