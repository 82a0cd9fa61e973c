// chosen_hand_in.cpp: --file, --solution or the exercise.
#include "cli/chosen_hand_in.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/called.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

tl::expected<ChosenHandIn, CommandError> choose(const course::Lesson& lesson, const Arguments& arguments) {
    tl::expected<build::HandIn, std::string> hand_in = tl::unexpected(std::string());
    std::string options;
    fs::path shown_path;
    if (arguments.break_task) {
        if (!lesson.to_break)
            return tl::unexpected(
                CommandError{wrong_usage, fmt::format("lesson {} has no wrong fix to defeat", lesson.number)});
        hand_in = build::hand_in_at(lesson, lesson.to_break->hand_in);
        shown_path = lesson.to_break->hand_in.lexically_relative(lesson.folder.parent_path().parent_path());
        options = "--file " + shown_path.string();
    } else if (arguments.file) {
        hand_in = build::hand_in_at(lesson, *arguments.file);
        options = "--file " + *arguments.file;
        shown_path = *arguments.file;
    } else if (arguments.solution) {
        hand_in = build::solution_hand_in(lesson);
        options = "--solution";
        shown_path = fs::path("solutions") / lesson.id;
    } else {
        hand_in = build::exercise_hand_in(lesson, called());
        shown_path = fs::path("exercises") / lesson.id;
    }
    if (!hand_in) return tl::unexpected(CommandError{wrong_usage, std::move(hand_in.error())});
    return ChosenHandIn{std::move(*hand_in), shown_path.string(), std::move(options)};
}

pipeline::ExamineRequest request_for(const course::Lesson& lesson, ChosenHandIn chosen, const Workplace& workplace,
                                     const Session& session, StatusLine& status) {
    const auto on_stage = [&status, number = lesson.number](pipeline::Stage stage) {
        const char* const words[] = {"building", "exploring interleavings", "stress run with real threads"};
        status.show(fmt::format("{}: {} ...", number, words[static_cast<std::size_t>(stage)]));
    };
    return {.lesson = lesson,
            .hand_in = std::move(chosen.hand_in),
            .shown = std::move(chosen.shown),
            .replay_options = std::move(chosen.replay_options),
            .called = called(),
            .toolchain = workplace.toolchain,
            .installation = workplace.installation,
            .cache = workplace.cache,
            .compilers = session.arguments.jobs,
            .interleavings = session.arguments.budget,
            .fresh = session.arguments.fresh,
            .coloured_diagnostics = session.colour && !session.arguments.json,
            .on_stage = on_stage};
}

bool has_case(const judge::Result& result, const std::string& name) {
    return std::ranges::find(result.cases, name, &judge::CaseResult::name) != result.cases.end();
}

CommandError no_such_case(const judge::Result& result, const std::string& name) {
    if (result.cases.empty())
        return {wrong_usage,
                fmt::format("there is no case \"{}\": this hand-in has no test case that could be run", name)};
    std::string names;
    for (const judge::CaseResult& item : result.cases) names += fmt::format("\n  {}", item.name);
    return {wrong_usage, fmt::format("there is no case \"{}\"; the cases are:{}", name, names)};
}

}  // namespace lab::cli
