// explore.cpp: `checker explore`: any program, with or without a course around.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "build/cache.hpp"
#include "build/program.hpp"
#include "channel/region.hpp"
#include "cli/called.hpp"
#include "cli/commands.hpp"
#include "cli/judged.hpp"
#include "cli/outcome.hpp"
#include "course/course.hpp"
#include "judge/words.hpp"
#include "pipeline/explore.hpp"
#include "report/json.hpp"
#include "report/text.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

// A word as a shell takes it.
std::string quoted(const std::string& word) {
    const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (std::isalnum(static_cast<unsigned char>(c)) != 0) ||
               std::string_view("_-./=+,:@%").find(c) != std::string_view::npos;
    });
    if (plain) return word;
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

// What has to follow `checker explore` to do the same again.
std::string explored_as(const Arguments& arguments) {
    const ExploreArguments& explore = arguments.explore;
    std::string text;
    const auto add = [&](const std::string& word) { text += (text.empty() ? "" : " ") + quoted(word); };
    for (const std::string& file : explore.files) add(file);
    for (const std::string& argument : explore.program_arguments) add("--arg=" + argument);
    if (explore.input) add("--stdin=" + *explore.input);
    if (arguments.compiler) add("--compiler=" + *arguments.compiler);
    if (!explore.compiler_flags.empty()) add("--");
    for (const std::string& flag : explore.compiler_flags) add(flag);
    return text;
}

tl::expected<std::vector<fs::path>, CommandError> find_files(const std::vector<std::string>& names) {
    if (names.empty())
        return tl::unexpected(CommandError{wrong_usage, "explore needs a file: " + called() + " explore a.cpp"});
    std::vector<fs::path> files;
    for (const std::string& name : names) {
        std::error_code error;
        const fs::path file = fs::canonical(name, error);
        if (error) return tl::unexpected(CommandError{wrong_usage, name + " cannot be read: " + error.message()});
        if (!build::is_program_file(file) || !fs::is_regular_file(file)) {
            return tl::unexpected(
                CommandError{wrong_usage, name + " is neither C++ (.cpp .cc .cxx), nor C (.c), nor an object (.o .a)"});
        }
        files.push_back(file);
    }
    return files;
}

ExitCode print_flags(const Session& session) {
    const auto toolchain = build::find_toolchain(session.arguments.compiler, session.stop);
    if (!toolchain) return fail({environment, toolchain.error()});
    const build::ExploredFlags flags = build::explored_flag_lists(*toolchain, build::find_installation());
    const auto line = [](const std::vector<std::string>& words) {
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : " ") + quoted(word);
        return text;
    };
    return print(fmt::format("compile C++: {}\ncompile C:   {}\nlink:        {}\n", line(flags.cpp), line(flags.c),
                             line(flags.link)))
               ? passed
               : environment;
}

// How fast it went: on standard error, since it is never the same twice.
void tell_speed(const judge::Result& result, bool on_terminal) {
    if (result.exploring_seconds <= 0 || result.cases.empty() || !on_terminal) return;
    const std::int64_t interleavings = result.cases.front().coverage.interleavings;
    const auto rate = std::llround(static_cast<double>(interleavings) / result.exploring_seconds);
    // A few interleavings take no time beside the start of a process: that is no speed.
    const std::string speed = interleavings < 1000 ? "" : fmt::format(": {} a second", judge::grouped(rate));
    fmt::print(stderr, "{} in {:.2f} s{}, building not counted\n", judge::counted(interleavings, "interleaving"),
               result.exploring_seconds, speed);
}

}  // namespace

ExitCode explore(const Session& session) {
    const Arguments& arguments = session.arguments;
    const ExploreArguments& explore = arguments.explore;
    if (explore.print_flags) return print_flags(session);
    if (const auto error = no_schedule(arguments.schedule)) return fail(*error);
    auto files = find_files(explore.files);
    if (!files) return fail(files.error());
    std::error_code error;
    const fs::path here = fs::current_path(error);
    if (error) return fail({environment, "the current folder cannot be read: " + error.message()});
    const auto course = course::find_root(here);
    auto cache = build::Cache::open(build::cache_folder(course ? std::optional(*course) : std::nullopt));
    if (!cache) return fail({environment, std::move(cache.error())});
    auto toolchain = build::find_toolchain(arguments.compiler, session.stop);
    if (!toolchain) return fail({environment, std::move(toolchain.error())});

    StatusLine status;
    pipeline::ExploreRequest request{.program = {.files = std::move(*files),
                                                 .more_flags = explore.compiler_flags,
                                                 .shown_from = here,
                                                 .toolchain = std::move(*toolchain),
                                                 .installation = build::find_installation(),
                                                 .cache = *cache,
                                                 .compilers = arguments.jobs}};
    if (explore.input) {
        request.input = fs::canonical(*explore.input, error);
        if (error || !fs::is_regular_file(*request.input))
            return fail({wrong_usage, *explore.input + " cannot be read as standard input"});
    }
    request.arguments = explore.program_arguments;
    request.strategy = explore.strategy;
    request.interleavings = arguments.budget.value_or(request.interleavings);
    request.seed = explore.seed;
    request.preemptions = explore.preemptions;
    request.spurious = explore.spurious;
    request.until_first = explore.until_first;
    request.schedule = arguments.schedule;
    request.shown = fmt::format("{}", fmt::join(explore.files, " "));
    request.called = called();
    request.command = explored_as(arguments);
    request.fresh = arguments.fresh;
    request.coloured_diagnostics = session.colour && !arguments.json;
    request.on_stage = [&status](pipeline::Stage stage) {
        status.show(stage == pipeline::Stage::building ? "building ..." : "exploring interleavings ...");
    };

    const auto result = pipeline::explore(request, session.stop);
    status.clear();
    if (session.stop.stop_requested()) return not_passed;
    if (!result) return fail({code_of(result.error()), result.error().what});
    if (arguments.schedule)
        if (const auto wrong = misfit(*result, "Has the program changed since?")) return fail(*wrong);
    const report::Style style{
        .colour = session.colour, .table_columns = wide_columns(), .all_outputs = explore.all_outputs};
    const std::string text = arguments.json       ? report::json(*result)
                             : arguments.schedule ? result->diagnostics + report::replay_text(*result, style)
                                                  : run_text(*result, style);
    if (!print(text)) return environment;
    tell_speed(*result, !arguments.json && !arguments.schedule);
    cache->sweep();
    channel::sweep();
    return code_of(result->verdict);
}

}  // namespace lab::cli
