// arguments.cpp: reads the command line.
#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/called.hpp"
#include "cli/command_table.hpp"
#include "cli/options.hpp"
#include "course/nearest.hpp"

namespace lab::cli {

namespace {

const std::map<std::string, ColourChoice> colour_choices = {
    {"auto", ColourChoice::automatic}, {"always", ColourChoice::always}, {"never", ColourChoice::never}};

const std::string lesson_words = "A lesson goes by number or name: 04, 4, deadlock or 04-deadlock.\n";
const std::string help_words = "`checker COMMAND --help` has examples of each command.\n";
const std::string code_words =
    "Exit codes: 0 passed, 1 not passed, 2 wrong usage, 3 does not build,\n"
    "4 inconclusive, 5 the environment lacks something, 70 a bug in the checker.";

// CLI11's "--budget: Value 0 not in range 1 to 9" ("[1 - 9]" in later versions) and "--color: x not in {auto,always}"
// as sentences.
std::string plain_words(std::string message) {
    const std::size_t colon = message.find(": ");
    const auto value_before = [&](std::string_view what, std::size_t from) {
        const std::size_t at = message.find(what, from);
        return at == std::string::npos ? std::nullopt : std::optional(message.substr(from, at - from));
    };
    if (colon == std::string::npos) return message;
    const std::string name = message.substr(0, colon);
    constexpr std::string_view value = ": Value ", range = " not in range ", set = " not in {";
    if (message.compare(colon, value.size(), value) == 0)
        if (const auto given = value_before(range, colon + value.size())) {
            std::string limits = message.substr(message.find(range) + range.size());
            if (const std::size_t dash = limits.find(" - "); limits.starts_with('[') && dash != std::string::npos)
                limits = limits.substr(1, dash - 1) + " to " + limits.substr(dash + 3, limits.size() - dash - 4);
            return fmt::format("{} is a number from {}, not `{}`", name, limits, *given);
        }
    if (const auto given = value_before(set, colon + 2); given && message.ends_with('}')) {
        std::string choices = message.substr(message.find(set) + set.size());
        choices.pop_back();
        for (std::size_t at = 0; (at = choices.find(',', at)) != std::string::npos; at += 2)
            choices.replace(at, 1, ", ");
        return fmt::format("{} is one of {}, not `{}`", name, choices, *given);
    }
    return message;
}

class Parser {
public:
    Parser() : app_("Judges exercises in concurrent C++20, in every interleaving", "checker") {
        app_.formatter(help_format());
        app_.footer(lesson_words + help_words + code_words);
        app_.require_subcommand(0, 1);
        app_.set_help_flag("-h,--help", "Print this help and exit");
        app_.add_flag("--version", options_.version, "Print the version and exit");
        add_shown(app_, options_);
        add_work_commands(app_, options_);
        add_see_commands(app_, options_);
        add_course_commands(app_, options_);
        for (CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
            const bool own = command->get_footer() != app_.get_footer();
            const bool of_lessons = command->get_option_no_throw("ID") != nullptr;
            command->footer((own ? command->get_footer() + '\n' : of_lessons ? lesson_words : "") + code_words);
        }
    }

    tl::expected<Arguments, std::string> parse(std::vector<std::string> words) {
        std::reverse(words.begin(), words.end());  // as CLI11 wants it
        try {
            app_.parse(words);
        } catch (const CLI::CallForHelp&) {
            options_.arguments.command = Command::help;
            options_.arguments.help = as_called(examples_text(command()) + app_.help());
            return options_.arguments;
        } catch (const CLI::ExtrasError&) {
            return tl::unexpected(unexpected_words());
        } catch (const CLI::RequiredError& error) {
            if (command() == nullptr) return tl::unexpected(std::string(error.what()));
            return tl::unexpected(
                fmt::format("{}; for example: {}", error.what(), as_called(first_example(*command()))));
        } catch (const CLI::ParseError& error) {
            return tl::unexpected(plain_words(error.what()));
        }
        return taken();
    }

private:
    // The command that was given; null: none.
    const CommandEntry* command() const {
        const CommandEntry* entry = nullptr;
        for (const CLI::App* given : app_.get_subcommands()) entry = find_command(given->get_name());
        return entry;
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
        const std::string bare =
            words.front().substr(std::min(words.front().find_first_not_of('-'), words.front().size()));
        const auto meant = words.front().starts_with('-') ? course::nearest("--" + bare, known) : std::nullopt;
        if (meant) return fmt::format("`{}` is not known here; did you mean `{}`?", words.front(), *meant);
        return fmt::format("`{}` is not known here; `{}{}{} --help` shows what is", words.front(), called(),
                           command == &app_ ? "" : " ", command == &app_ ? "" : command->get_name());
    }

    Arguments taken() {
        const auto given = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
        Arguments& arguments = options_.arguments;
        arguments.file = given(options_.file);
        arguments.schedule = given(options_.schedule);
        arguments.case_name = given(options_.case_name);
        arguments.output = given(options_.output);
        arguments.answer = given(options_.answer);
        arguments.explore.input = given(options_.input);
        arguments.compiler = given(options_.compiler);
        if (!options_.colour.empty()) arguments.colour = colour_choices.at(options_.colour);
        arguments.title = fmt::format("{}", fmt::join(options_.title, " "));
        if (options_.budget > 0) arguments.budget = options_.budget;
        if (!options_.lesson.empty()) arguments.ids = {options_.lesson};
        if (const CommandEntry* entry = command()) arguments.command = entry->command;
        if (options_.version) arguments.command = Command::version;
        return arguments;
    }

    CLI::App app_;
    Options options_;
};

}  // namespace

tl::expected<Arguments, std::string> read_arguments(const std::vector<std::string>& words) {
    if (!words.empty() && words.front() == "help") {
        std::vector<std::string> asked(words.begin() + 1, words.end());
        asked.emplace_back("--help");
        return read_arguments(asked);
    }
    if (!words.empty() && !words.front().starts_with('-') && find_command(words.front()) == nullptr) {
        const auto known = command_names();
        const auto meant = course::nearest(words.front(), known);
        return tl::unexpected(fmt::format("there is no command `{}`; {}", words.front(),
                                          meant ? fmt::format("did you mean `{}`?", *meant)
                                                : fmt::format("the commands are: {}", fmt::join(known, ", "))));
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
