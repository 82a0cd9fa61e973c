// work_options.cpp: the commands of a student at work on a lesson.
#include "cli/options.hpp"

namespace lab::cli {

void add_work_commands(CLI::App& app, Options& options) {
    CLI::App* list = add_command(app, "list");
    add_shown(*list, options);

    CLI::App* run = add_command(app, "run");
    run->add_option("ID", options.arguments.ids, "Lessons, or `all`")->required()->type_name("");
    add_hand_in(*run, options);
    add_fresh(*run, options);
    add_shown(*run, options);

    CLI::App* predict = add_command(app, "predict");
    add_lesson(*predict, options);
    predict->add_option("--answer", options.answer, "Letters of the outputs that can happen, or none")
        ->type_name("A,C");
    add_compiler(*predict, options);
    add_jobs(*predict, options, "Compilers at a time");
    add_shown(*predict, options);

    CLI::App* to_break = add_command(app, "break");
    add_lesson(*to_break, options);
    to_break->add_option("SCHEDULE", options.schedule, "One that makes it fail, as `play --break` shows it")
        ->type_name("");
    to_break->add_option("--case", options.case_name, "The test case that the schedule belongs to")->type_name("NAME");
    add_compiler(*to_break, options);
    add_jobs(*to_break, options, "Compilers at a time");
    add_shown(*to_break, options);

    CLI::App* watch = add_command(app, "watch");
    watch->add_option("ID", options.lesson, "Lesson; without it, the next one that is not solved")->type_name("");
    add_hand_in(*watch, options);
    add_colour(*watch, options);

    CLI::App* hint = add_command(app, "hint");
    add_lesson(*hint, options);
    hint->add_option("N", options.arguments.hint, "Which of the three; the first is the gentlest")
        ->check(CLI::Range(1U, 3U))
        ->type_name("");
    add_shown(*hint, options);

    CLI::App* reset = add_command(app, "reset");
    add_lesson(*reset, options);
    add_shown(*reset, options);

    CLI::App* solution = add_command(app, "solution");
    add_lesson(*solution, options);
    solution->add_flag("--force", options.arguments.force, "Before your exercise has passed, too; for instructors");
    add_shown(*solution, options);
}

}  // namespace lab::cli
