// options.hpp: the options of the commands, and where CLI11 puts what it reads. The only file that includes CLI11.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"

namespace lab::cli {

// Must stay where it is while the CLI::App lives, which writes into it.
struct Options {
    Arguments arguments;
    bool version = false;
    // Of what an option may leave unsaid; empty, or 0: not given.
    std::string lesson, schedule, case_name, file, compiler, colour, input, output, answer;
    std::uint64_t budget = 0;
    std::vector<std::string> title;  // as it was typed: several words need no quotation marks
};

// Adds the command of that name, with the summary of the table; it has no options yet.
CLI::App* add_command(CLI::App& app, std::string_view name);

// Options that several commands have.
void add_lesson(CLI::App& command, Options& options);
void add_colour(CLI::App& command, Options& options);
void add_shown(CLI::App& command, Options& options);  // --json, --color
void add_colour(CLI::App& command, Options& options);
void add_hand_in(CLI::App& command, Options& options);  // --file, --solution, and how it is examined
void add_budget(CLI::App& command, Options& options, const std::string& what);
void add_compiler(CLI::App& command, Options& options);
void add_jobs(CLI::App& command, Options& options, const std::string& what);
void add_examining(CLI::App& command, Options& options);  // --budget, --compiler, --jobs
void add_fresh(CLI::App& command, Options& options);

// The commands, a group each.
void add_work_commands(CLI::App& app, Options& options);    // of a student at work on a lesson
void add_see_commands(CLI::App& app, Options& options);     // that show what happens
void add_course_commands(CLI::App& app, Options& options);  // about the course, the machine, other programs

// How a help looks: the commands by group, then the options.
std::shared_ptr<CLI::FormatterBase> help_format();

}  // namespace lab::cli
