// arguments.cpp: reads the command line. The only file that knows CLI11.
#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "course/nearest.hpp"

namespace lab::cli {

namespace {

const std::map<std::string, ColourChoice> colour_choices = {
    {"auto", ColourChoice::automatic}, {"always", ColourChoice::always}, {"never", ColourChoice::never}};

constexpr const char* footer =
    "Lessons go by number or name: 04, 4, deadlock or 04-deadlock.\n"
    "Exit codes: 0 passed, 1 not passed, 2 wrong usage, 3 does not build, 4 inconclusive,\n"
    "5 the environment lacks something, 70 a bug in the checker.";

// What a help begins with.
std::string examples_of(const std::string& command) {
    if (command != "report") return {};
    return "Examples:\n"
           "  checker report 04                          writes report-04-deadlock.html here; open it in a browser\n"
           "  checker report 04 --solution               of the reference solution\n"
           "  checker report 04 --file other.cpp --output other.html\n"
           "  checker report 04 --format sarif           for an editor that shows SARIF\n"
           "  checker report 04 --format markdown --output -   to paste into a mail\n\n";
}

// The options that a command has beside its own.
class Parser {
public:
    Parser() : app_("Judges exercises in concurrent C++20, in every interleaving.", "checker") {
        app_.footer(footer);
        app_.require_subcommand(0, 1);
        app_.set_help_flag("-h,--help", "Print this help and exit");
        app_.add_flag("--version", version_, "Print the version and exit");
        add_shown(app_);

        CLI::App* list = app_.add_subcommand("list", "Show the lessons, your progress, and what to do next");
        add_shown(*list);

        CLI::App* run =
            app_.add_subcommand("run", "Build and judge your exercise: `checker run 04`, `checker run all`");
        run->add_option("ID", arguments_.ids, "Lessons, or `all`")->required()->type_name("");
        add_hand_in(*run);
        add_fresh(*run);
        add_shown(*run);

        CLI::App* hint = app_.add_subcommand("hint", "Show a hint: `checker hint 04`, then `checker hint 04 2`, and 3");
        hint->add_option("ID", lesson_, "Lesson")->required()->type_name("");
        hint->add_option("N", arguments_.hint, "Which of the three; the first is the gentlest")
            ->check(CLI::Range(1U, 3U))
            ->type_name("");
        add_shown(*hint);

        CLI::App* replay = app_.add_subcommand("replay", "Run one interleaving again and show it");
        replay->add_option("ID", lesson_, "Lesson")->required()->type_name("");
        replay->add_option("SCHEDULE", schedule_, "As printed by `run`; without it, the one that `run` finds")
            ->type_name("");
        replay->add_option("--case", case_name_, "The test case that the schedule belongs to")->type_name("NAME");
        add_hand_in(*replay);
        add_shown(*replay);

        CLI::App* report = app_.add_subcommand(
            "report", "Write the verdict as a page (or SARIF, Markdown, JSON), with its interleaving");
        report->add_option("ID", lesson_, "Lesson")->required()->type_name("");
        report->add_option("--output", output_, "The file to write, - for standard output (report-NN-name.html)")
            ->type_name("FILE");
        report->add_option("--format", arguments_.format, "html, sarif, markdown or json")
            ->check(CLI::IsMember({"html", "sarif", "markdown", "json"}))
            ->type_name("FORMAT");
        add_hand_in(*report);
        add_fresh(*report);
        add_shown(*report);

        CLI::App* verify = app_.add_subcommand("verify", "Test the course itself: every hand-in gets its verdict");
        verify->add_option("ID", arguments_.ids, "Lessons; without any, all")->type_name("");
        add_jobs(*verify, "Hand-ins judged at a time");
        add_compiler(*verify);
        add_fresh(*verify);
        add_shown(*verify);

        add_explore();

        CLI::App* doctor = app_.add_subcommand("doctor", "Check this machine, and say what to do");
        add_compiler(*doctor);
        add_shown(*doctor);
    }

    tl::expected<Arguments, std::string> parse(std::vector<std::string> words) {
        std::reverse(words.begin(), words.end());  // as CLI11 wants it
        try {
            app_.parse(words);
        } catch (const CLI::CallForHelp&) {
            arguments_.command = Command::help;
            arguments_.help = app_.help();
            for (const CLI::App* command : app_.get_subcommands())
                arguments_.help = examples_of(command->get_name()) + arguments_.help;
            return arguments_;
        } catch (const CLI::ExtrasError&) {
            return tl::unexpected(unexpected_words());
        } catch (const CLI::ParseError& error) {
            return tl::unexpected(std::string(error.what()));
        }
        return taken();
    }

private:
    void add_shown(CLI::App& app) {
        app.add_flag("--json", arguments_.json, "Print one JSON document and nothing else");
        app.add_option("--color,--colour", colour_, "Colours: auto, always or never")
            ->check(CLI::IsMember({"auto", "always", "never"}))
            ->type_name("WHEN");
    }

    void add_explore() {
        CLI::App* app = app_.add_subcommand("explore", "Explore any C++20 or C11 program: `checker explore a.cpp b.c`");
        ExploreArguments& explore = arguments_.explore;
        app->add_option("FILE", explore.files, "Sources (.cpp .cc .cxx .c), objects (.o), archives (.a)")
            ->type_name("");
        app->add_option("--arg", explore.program_arguments, "An argument for its main(); as often as needed")
            ->allow_extra_args(false)
            ->type_name("A");
        app->add_option("--stdin", input_, "Its standard input; else it is empty")->type_name("FILE");
        app->add_option("--strategy", explore.strategy, "default, random, pct, pos, surw or exhaustive")
            ->check(CLI::IsMember({"default", "random", "pct", "pos", "surw", "exhaustive"}))
            ->type_name("NAME");
        add_budget(*app, "Interleavings, at most (20,000)");
        app->add_option("--seed", explore.seed, "Of all chance; else it comes from the sources")->type_name("N");
        app->add_option("--preemptions", explore.preemptions, "Search completely up to so many preemptions")
            ->type_name("K");
        app->add_flag("--until-first", explore.until_first, "Stop at the first interleaving that fails or differs");
        app->add_flag("--all-outputs", explore.all_outputs, "List every output, and an interleaving for each");
        app->add_option("--replay", schedule_, "Run this interleaving again and show it")->type_name("SCHEDULE");
        app->add_flag("--print-flags", explore.print_flags, "Print the flags for objects that you compile yourself");
        add_compiler(*app);
        add_jobs(*app, "Compilers at a time");
        add_fresh(*app);
        add_shown(*app);
        app->footer("What follows -- goes to the compiler and the linker: `checker explore a.cpp -- -DN=3 -lm`.");
    }

    void add_budget(CLI::App& app, const std::string& what) {
        app.add_option("--budget", budget_, what)->check(CLI::Range(1U, 1'000'000'000U))->type_name("N");
    }

    void add_hand_in(CLI::App& app) {
        CLI::Option* file =
            app.add_option("--file", file_, "Another hand-in, a file or a folder, in place of the exercise")
                ->type_name("PATH");
        app.add_flag("--solution", arguments_.solution, "The reference solution in place of the exercise")
            ->excludes(file);
        add_budget(app, "Interleavings a case, at most");
        add_compiler(app);
        add_jobs(app, "Compilers at a time");
    }

    void add_compiler(CLI::App& app) {
        app.add_option("--compiler", compiler_, "The compiler (else CXX, else g++)")->type_name("PROGRAM");
    }

    void add_jobs(CLI::App& app, const std::string& what) {
        app.add_option("--jobs", arguments_.jobs, what)
            ->check(CLI::Range(1U, 256U))
            ->type_name("N")
            ->capture_default_str();
    }

    void add_fresh(CLI::App& app) {
        app.add_flag("--fresh", arguments_.fresh, "Explore again even if nothing changed");
    }

    // Names the first word that nobody takes, and the option that it may have meant.
    std::string unexpected_words() {
        const CLI::App* command = &app_;
        for (const CLI::App* given : app_.get_subcommands()) command = given;
        std::vector<std::string> words = app_.remaining(true);
        if (words.empty()) return "the command line was not understood";
        std::vector<std::string> known;
        for (const CLI::Option* option : command->get_options()) {
            for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
        }
        const auto meant = words.front().starts_with("--") ? course::nearest(words.front(), known) : std::nullopt;
        if (meant) return fmt::format("`{}` is not known here; did you mean `{}`?", words.front(), *meant);
        return fmt::format("`{}` is not known here; `checker{}{} --help` shows what is", words.front(),
                           command == &app_ ? "" : " ", command == &app_ ? "" : command->get_name());
    }

    Arguments taken() {
        const auto given = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
        arguments_.file = given(file_);
        arguments_.schedule = given(schedule_);
        arguments_.case_name = given(case_name_);
        arguments_.output = given(output_);
        arguments_.explore.input = given(input_);
        arguments_.compiler = given(compiler_);
        if (!colour_.empty()) arguments_.colour = colour_choices.at(colour_);
        if (budget_ > 0) arguments_.budget = budget_;
        if (!lesson_.empty()) arguments_.ids = {lesson_};
        const std::map<std::string, Command> commands = {{"list", Command::list},       {"run", Command::run},
                                                         {"hint", Command::hint},       {"replay", Command::replay},
                                                         {"report", Command::report},   {"verify", Command::verify},
                                                         {"explore", Command::explore}, {"doctor", Command::doctor}};
        for (const CLI::App* command : app_.get_subcommands()) arguments_.command = commands.at(command->get_name());
        if (version_) arguments_.command = Command::version;
        return arguments_;
    }

    CLI::App app_;
    Arguments arguments_;
    bool version_ = false;
    std::string lesson_, schedule_, case_name_, file_, compiler_, colour_, input_, output_;
    std::uint64_t budget_ = 0;
};

}  // namespace

const std::vector<std::string>& command_names() {
    static const std::vector<std::string> names = {"list",   "run",    "hint",    "replay",
                                                   "report", "verify", "explore", "doctor"};
    return names;
}

tl::expected<Arguments, std::string> read_arguments(const std::vector<std::string>& words) {
    if (words.size() == 1 && words.front() == "help") return read_arguments({"--help"});
    if (!words.empty() && !words.front().starts_with('-')) {
        const auto& known = command_names();
        if (std::find(known.begin(), known.end(), words.front()) == known.end()) {
            const auto meant = course::nearest(words.front(), known);
            return tl::unexpected(fmt::format("there is no command `{}`; {}", words.front(),
                                              meant ? fmt::format("did you mean `{}`?", *meant)
                                                    : fmt::format("the commands are: {}", fmt::join(known, ", "))));
        }
    }
    if (!words.empty() && words.front() == "explore") {
        const auto dashes = std::find(words.begin(), words.end(), "--");
        auto arguments = Parser().parse({words.begin(), dashes});
        if (arguments && dashes != words.end()) arguments->explore.compiler_flags = {dashes + 1, words.end()};
        return arguments;
    }
    return Parser().parse(words);
}

}  // namespace lab::cli
