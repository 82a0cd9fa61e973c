// course_options.cpp: the commands about the course, the machine, and other programs.
#include "cli/options.hpp"

namespace lab::cli {

namespace {

constexpr unsigned most_spurious = 8;

void add_demo(CLI::App& app, Options& options) {
    CLI::App* demo = add_command(app, "demo");
    add_lesson(*demo, options);
    demo->add_option("--file", options.file, "The version that goes wrong: a file or a folder (the stub)")
        ->type_name("PATH");
    demo->add_flag("--html", options.arguments.html, "Write the slides as one page (demo-NN-name.html)");
    demo->add_option("--output", options.output, "The page to write, - for standard output")->type_name("FILE");
    add_examining(*demo, options);
    add_fresh(*demo, options);
    add_shown(*demo, options);
}

void add_explore(CLI::App& app, Options& options) {
    CLI::App* command = add_command(app, "explore");
    ExploreArguments& explore = options.arguments.explore;
    command->add_option("FILE", explore.files, "Sources (.cpp .cc .cxx .c), objects (.o), archives (.a)")
        ->type_name("");
    command->add_option("--arg", explore.program_arguments, "An argument for its main(); as often as needed")
        ->allow_extra_args(false)
        ->type_name("A");
    command->add_option("--stdin", options.input, "Its standard input; else it is empty")->type_name("FILE");
    command->add_option("--strategy", explore.strategy, "default, random, pct, pos, surw or exhaustive")
        ->check(CLI::IsMember({"default", "random", "pct", "pos", "surw", "exhaustive"}))
        ->type_name("NAME");
    add_budget(*command, options, "Interleavings, at most (20,000)");
    command->add_option("--seed", explore.seed, "Of all chance; else it comes from the sources")->type_name("N");
    command->add_option("--preemptions", explore.preemptions, "Search completely up to so many preemptions")
        ->type_name("K");
    command->add_option("--spurious", explore.spurious, "Spurious wake-ups in an interleaving, at most (1)")
        ->check(CLI::Range(0u, most_spurious))
        ->type_name("N");
    command->add_flag("--until-first", explore.until_first, "Stop at the first interleaving that fails or differs");
    command->add_flag("--all-outputs", explore.all_outputs, "List every output, and an interleaving for each");
    command->add_option("--replay", options.schedule, "Run this interleaving again and show it")->type_name("SCHEDULE");
    command->add_flag("--print-flags", explore.print_flags, "Print the flags for objects that you compile yourself");
    add_compiler(*command, options);
    add_jobs(*command, options, "Compilers at a time");
    add_fresh(*command, options);
    add_shown(*command, options);
    command->footer("What follows -- goes to the compiler and the linker.");
}

}  // namespace

void add_course_commands(CLI::App& app, Options& options) {
    add_demo(app, options);

    CLI::App* verify = add_command(app, "verify");
    verify->add_option("ID", options.arguments.ids, "Lessons; without any, all")->type_name("");
    add_jobs(*verify, options, "Hand-ins judged at a time");
    add_compiler(*verify, options);
    add_fresh(*verify, options);
    add_shown(*verify, options);

    CLI::App* new_lesson = add_command(app, "new");
    new_lesson->add_option("NAME", options.lesson, "Its number and name: 28-barriers")->required()->type_name("");
    new_lesson->add_option("TITLE", options.title, "What it is called")->required()->type_name("");
    add_shown(*new_lesson, options);

    add_explore(app, options);

    CLI::App* doctor = add_command(app, "doctor");
    add_compiler(*doctor, options);
    add_shown(*doctor, options);

    CLI::App* generate = add_command(app, "generate");
    generate
        ->add_option("WHAT", options.arguments.generate, "bash, zsh, fish, man, or lessons: what completions ask for")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish", "man", "lessons"}))
        ->type_name("");
}

}  // namespace lab::cli
