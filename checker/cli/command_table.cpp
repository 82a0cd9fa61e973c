// command_table.cpp: one entry a command.
#include "cli/command_table.hpp"

#include <algorithm>

namespace lab::cli {

namespace {

constexpr std::string_view work = "Work on a lesson";
constexpr std::string_view see = "See what happens";
constexpr std::string_view course = "The course, and beyond";

constexpr std::string_view overall_examples =
    R"(checker            your progress, and what to do next
checker run 04     build and judge your exercise
checker watch 04   the same whenever you save it
checker hint 04    stuck? a hint
checker play 04    choose yourself which thread takes the next step
checker report 04  the verdict as a page, with the interleaving that fails
)";

}  // namespace

const std::vector<CommandEntry>& command_table() {
    static const std::vector<CommandEntry> table = {
        {Command::list, "list", work, "Show the lessons, your progress, and what to do next",
         R"(checker list         all lessons
checker list --json  for programs
)"},
        {Command::run, "run", work, "Build and judge your exercise, in every interleaving",
         R"(checker run 04                   your exercise
checker run deadlock             the same, by name
checker run 03 04                two lessons; `run all` is all of them
checker run 04 --solution        the reference solution
checker run 04 --file other.cpp  another file in place of your exercise
)"},
        {Command::watch, "watch", work, "Judge your exercise whenever you save it; keys for the rest",
         R"(checker watch     the next lesson that is not solved
checker watch 04  this one; ? shows the keys, q quits
)"},
        {Command::hint, "hint", work, "Show a hint; there are three",
         R"(checker hint 04    the first and gentlest
checker hint 04 2  the second
checker hint 04 3  the third says the most
)"},
        {Command::reset, "reset", work, "Put the exercise back as it was given; your work is kept as a backup",
         R"(checker reset 04
)"},
        {Command::solution, "solution", work, "After it has passed: the reference solution beside yours, as a diff",
         R"(checker solution 04          what the reference does differently
checker solution 04 --force  before it has passed, too; for instructors
)"},
        {Command::replay, "replay", see, "Run one interleaving again and show it",
         R"(checker replay 04                    the interleaving that fails
checker replay 04 s1:0*3.1.2         the one with this schedule
checker replay 04 --solution s1:0*3  the same, of the reference solution
)"},
        {Command::predict, "predict", work, "Before the first run: say which outputs are possible",
         R"(checker predict 01               shows a small program, and asks
checker predict 01 --answer A,C  answers at once
)"},
        {Command::to_break, "break", work, "Defeat a wrong fix by a schedule",
         R"(checker break 01           shows the wrong fix
checker break 01 s1:1*2.2  hands in a schedule made with `play 01 --break`
)"},
        {Command::play, "play", see, "Be the scheduler: choose who takes the next step",
         R"(checker play 04                    your exercise, from the beginning
checker play 04 --schedule s1:1.2  from where this schedule ends
checker play 04 --plain            in lines, for screen readers and scripts
checker play 04 --file other.cpp   another file in place of your exercise
)"},
        {Command::report, "report", see,
         "Write the verdict as a page (or SARIF, Markdown, JSON), with its interleaving",
         R"(checker report 04                               writes report-04-deadlock.html
checker report 04 --solution                    of the reference solution
checker report 04 --file other.cpp --output other.html
checker report 04 --format sarif                for an editor that shows SARIF
checker report 04 --format markdown --output -  to paste into a mail
)"},
        {Command::demo, "demo", course, "Show a lesson to a class: the mistake step by step, the fix, its proof",
         R"(checker demo 04                   slides in the terminal; space: on, q: end
checker demo 04 --file wrong.cpp  another version that goes wrong
checker demo 04 --html            the same as one page, demo-04-deadlock.html
)"},
        {Command::verify, "verify", course, "Test the course itself: every hand-in gets its verdict",
         R"(checker verify     all lessons
checker verify 04  one
)"},
        {Command::new_lesson, "new", course, "Make the folders of a new lesson, to be filled in",
         R"(checker new 28-barriers All or nobody  then: checker verify 28
)"},
        {Command::explore, "explore", course, "Explore any C++20 or C11 program",
         R"(checker explore program.cpp                      all that its threads can do
checker explore a.cpp b.c -- -DN=3 -lm           flags for compiler and linker
checker explore program.cpp --replay s1:0*3.1.2  one interleaving again
)"},
        {Command::doctor, "doctor", course, "Check this machine, and say what to do",
         R"(checker doctor                     compiler, shared memory, cache, ...
checker doctor --compiler clang++  with another compiler
)"},
        {Command::generate, "generate", course, "Print the completions for a shell, or the man page",
         R"(checker generate bash  completions: source <(checker generate bash)
checker generate fish  the same for fish; zsh too
checker generate man   the man page: checker generate man | man -l -
)"},
    };
    return table;
}

const CommandEntry* find_command(std::string_view name) {
    const auto& table = command_table();
    const auto found = std::ranges::find(table, name, &CommandEntry::name);
    return found == table.end() ? nullptr : &*found;
}

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const CommandEntry& entry : command_table()) names.emplace_back(entry.name);
    return names;
}

std::string examples_text(const CommandEntry* entry) {
    std::string_view rest = entry == nullptr ? overall_examples : entry->examples;
    std::string text = "Examples:\n";
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        text += "  " + std::string(rest.substr(0, end)) + '\n';
        rest.remove_prefix(end + 1);
    }
    return text + '\n';
}

std::string first_example(const CommandEntry& entry) {
    return std::string(entry.examples.substr(0, std::min(entry.examples.find("  "), entry.examples.find('\n'))));
}

}  // namespace lab::cli
