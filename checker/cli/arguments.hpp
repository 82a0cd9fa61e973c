// arguments.hpp: the command line as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace lab::cli {

// start: the bare `checker`.
enum class Command {
    start,
    list,
    run,
    watch,
    hint,
    reset,
    solution,
    replay,
    play,
    predict,
    to_break,
    report,
    demo,
    verify,
    new_lesson,
    explore,
    doctor,
    generate,
    help,
    version
};
enum class ColourChoice { automatic, always, never };

// Of `checker explore`.
struct ExploreArguments {
    std::vector<std::string> files;
    std::vector<std::string> compiler_flags;     // all that follows `--`
    std::vector<std::string> program_arguments;  // of its main()
    std::optional<std::string> input;            // file with its standard input
    std::string strategy = "default";
    std::optional<std::uint64_t> seed;
    std::optional<unsigned> preemptions;
    std::optional<unsigned> spurious;
    bool until_first = false;
    bool all_outputs = false;
    bool print_flags = false;
};

struct Arguments {
    Command command = Command::start;
    std::vector<std::string> ids;         // lessons, as typed
    std::optional<std::string> schedule;  // replay, play
    std::optional<std::string> case_name;
    std::optional<std::string> file;
    bool solution = false;
    std::optional<std::string> output;  // report: the file to write; "-": standard output
    std::string format = "html";        // report
    std::string title;                  // new
    std::string generate;               // what to generate
    bool html = false;                  // demo: a page in place of the terminal
    bool json = false;
    ColourChoice colour = ColourChoice::automatic;
    std::optional<std::uint64_t> budget;  // interleavings a case
    std::optional<std::string> compiler;
    unsigned jobs = 2;
    unsigned hint = 1;  // which of the lesson's three
    bool fresh = false;
    bool force = false;                 // solution: before the exercise has passed, too
    std::optional<std::string> answer;  // predict
    bool break_task = false;            // play: the wrong fix of the lesson in place of the exercise
    bool plain = false;                 // play: lines instead of a screen
    ExploreArguments explore;
    std::string help;  // the text to print, for Command::help
};

// Reads the command line, without the program's name. The error is a sentence about what is wrong with it.
tl::expected<Arguments, std::string> read_arguments(const std::vector<std::string>& words);

}  // namespace lab::cli
