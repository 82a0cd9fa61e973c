// options.cpp: options that several commands have.
#include "cli/options.hpp"

#include "cli/command_table.hpp"

namespace lab::cli {

CLI::App* add_command(CLI::App& app, std::string_view name) {
    const CommandEntry* entry = find_command(name);
    CLI::App* command = app.add_subcommand(std::string(name), std::string(entry->summary));
    command->group(std::string(entry->group));
    return command;
}

void add_lesson(CLI::App& command, Options& options) {
    command.add_option("ID", options.lesson, "Lesson")->required()->type_name("");
}

void add_shown(CLI::App& command, Options& options) {
    command.add_flag("--json", options.arguments.json, "Print one JSON document and nothing else");
    add_colour(command, options);
}

void add_colour(CLI::App& command, Options& options) {
    command.add_option("--color,--colour", options.colour, "Colours: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
}

void add_hand_in(CLI::App& command, Options& options) {
    CLI::Option* file =
        command.add_option("--file", options.file, "Another hand-in, a file or a folder, in place of the exercise")
            ->type_name("PATH");
    command.add_flag("--solution", options.arguments.solution, "The reference solution in place of the exercise")
        ->excludes(file);
    add_examining(command, options);
}

void add_examining(CLI::App& command, Options& options) {
    add_budget(command, options, "Interleavings a case, at most");
    add_compiler(command, options);
    add_jobs(command, options, "Compilers at a time");
}

void add_budget(CLI::App& command, Options& options, const std::string& what) {
    command.add_option("--budget", options.budget, what)->check(CLI::Range(1U, 1'000'000'000U))->type_name("N");
}

void add_compiler(CLI::App& command, Options& options) {
    command.add_option("--compiler", options.compiler, "The compiler (else CXX, else g++)")->type_name("PROGRAM");
}

void add_jobs(CLI::App& command, Options& options, const std::string& what) {
    command.add_option("--jobs", options.arguments.jobs, what)
        ->check(CLI::Range(1U, 256U))
        ->type_name("N")
        ->capture_default_str();
}

void add_fresh(CLI::App& command, Options& options) {
    command.add_flag("--fresh", options.arguments.fresh, "Explore again even if nothing changed");
}

}  // namespace lab::cli
