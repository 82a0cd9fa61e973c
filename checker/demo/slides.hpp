// slides.hpp: a demonstration as values: what stands on each slide, whatever it is shown on. All text is visible.
#pragma once

#include <string>
#include <vector>

#include "judge/result.hpp"
#include "report/source.hpp"

namespace lab::demo {

enum class Role { plain, strong, faint, code, picture, good, bad, added, removed };  // picture: with characters

struct Line {
    std::string text;
    Role role = Role::plain;
    bool drawn = false;  // where the slide has its picture, this is not said once more
};

struct CodeLine {
    int number = 0;
    std::string text;
    bool current = false;
};

// A thread on a slide.
struct Column {
    std::string thread;
    bool moved = false;  // it took the step that the slide shows
    bool waits = false;
    std::string doing = {};  // "locks account a"
    std::vector<std::string> holds = {};
    std::string place = {};           // "deadlock.cpp:8"; empty: not known
    std::vector<CodeLine> code = {};  // around that line
};

struct Slide {
    enum class Kind { words, question, step };
    Kind kind = Kind::words;
    std::string heading;
    std::vector<Line> lines = {};  // empty line: a gap
    std::vector<Column> columns = {};
    std::vector<std::string> values = {};  // "a.balance_ = 70"
    std::string picture = {};              // an <svg>, for pages
    std::string output = {};               // so far
};

// What a demonstration is made of. `broken` has a decisive case with an interleaving (see can_be_shown).
struct Material {
    std::string number;  // "04"
    std::string title;
    std::string idea;
    const judge::Result& broken;
    const std::vector<report::Source>& broken_sources;
    const judge::Result& solution;
    const std::vector<report::Source>& solution_sources;
};

// Whether there is an interleaving in it to go through.
bool can_be_shown(const judge::Result& broken);

// The broken version, its interleaving step by step with a question wherever the thread changes, what went wrong, the
// fix as a diff, and what was explored of the solution.
std::vector<Slide> slides(const Material& material);

}  // namespace lab::demo
