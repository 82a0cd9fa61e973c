// see_options.cpp: the commands that show what happens.
#include "cli/options.hpp"

namespace lab::cli {

void add_see_commands(CLI::App& app, Options& options) {
    CLI::App* replay = add_command(app, "replay");
    add_lesson(*replay, options);
    replay->add_option("SCHEDULE", options.schedule, "As printed by `run`; without it, the one that `run` finds")
        ->type_name("");
    replay->add_option("--case", options.case_name, "The test case that the schedule belongs to")->type_name("NAME");
    add_hand_in(*replay, options);
    add_shown(*replay, options);

    CLI::App* play = add_command(app, "play");
    add_lesson(*play, options);
    play->add_option("--schedule", options.schedule, "Begin where this schedule ends")->type_name("SCHEDULE");
    play->add_option("--case", options.case_name, "The test case to play; else the one that fails")->type_name("NAME");
    play->add_flag("--break", options.arguments.break_task, "The lesson's wrong fix in place of your exercise");
    play->add_flag("--plain", options.arguments.plain, "Read and write lines, for screen readers and scripts");
    add_hand_in(*play, options);
    add_fresh(*play, options);
    add_colour(*play, options);

    CLI::App* report = add_command(app, "report");
    add_lesson(*report, options);
    report->add_option("--output", options.output, "The file to write, - for standard output (report-NN-name.html)")
        ->type_name("FILE");
    report
        ->add_option("--format", options.arguments.format,
                     "html, sarif, markdown, json, or gcc: lines that editors understand")
        ->check(CLI::IsMember({"html", "sarif", "markdown", "json", "gcc"}))
        ->type_name("FORMAT");
    add_hand_in(*report, options);
    add_fresh(*report, options);
    add_shown(*report, options);
}

}  // namespace lab::cli
