// walk.hpp: a new user at a terminal: types commands at a shell's prompt, and what is seen is compared as text.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pseudo_terminal/pseudo_terminal.hpp"

namespace lab::tests {

struct Size {
    std::size_t columns, rows;
};
inline constexpr Size both_sizes[] = {{80, 24}, {120, 40}};

// What of a view is not the same on every machine or in every run, and what is compared in its place. One place for all
// of it: a figure that is not named here must be the same everywhere.
std::string with_masks(const std::string& view, const std::filesystem::path& course);

// A course of two short lessons (walks/course) as on the first day, and a shell in it; `checker` is on the PATH.
// Nothing has been judged yet, while what was compiled in an earlier walk is in the cache. For that the course is
// always in the same folder: one walk at a time.
//
// Each command is compared as soon as it has ended: all that it wrote, with a line where the screen begins if some of
// it has scrolled away. The texts are in walks/golden; LAB_UPDATE_GOLDEN=1 in the environment writes them anew.
class Walk {
public:
    Walk(const std::string& name, const Size& size);
    ~Walk();  // compares

    void write(const std::string& file, const std::string& text) const;  // in the course, as an editor would
    void copy(const std::string& from, const std::string& to) const;     // both in the course

    // Types a command at the prompt, and waits for the next one.
    void type(const std::string& command);
    // The same with a command that asks: it gets an answer whenever the cursor's row is this question.
    void type(const std::string& command, const std::string& question, const std::vector<std::string>& answers);

private:
    bool waits_at(const std::string& row);
    void enter(const std::string& row, const std::string& words);
    void keep(std::size_t first_row);
    std::size_t cursor_row() const;  // counted from the first row that ever was

    PseudoTerminal terminal_;
    std::string golden_;
    std::string seen_;
};

}  // namespace lab::tests
