// next_step.cpp: the words of the next step.
#include "cli/next_step.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/called.hpp"
#include "report/visible.hpp"
#include "report/wrap.hpp"

namespace lab::cli {

namespace {

// A command as it is typed, on one line.
std::string command(std::string_view name, const std::string& rest) {
    return report::together(fmt::format("{} {} {}", called(), name, rest));
}

}  // namespace

std::string question_mention(const course::Lesson& lesson) {
    return fmt::format("\nBefore you go on: `{} predict {}` asks what a small program can print.\n", called(),
                       lesson.number);
}

std::string after_pass(const std::vector<LessonState>& states, const course::Lesson& lesson) {
    std::string text = fmt::format("Solved. {} shows another way. ", command("solution", lesson.number));
    const LessonState* next = next_lesson(states, lesson.id);
    if (std::ranges::all_of(states, &LessonState::solved))
        text += "All lessons are solved.";
    else if (next != nullptr)
        text += fmt::format("Next: read lessons/{}/lesson.md, work on {}, then {}.", next->id, next->edit,
                            command("run", next->number));
    return "\n" + report::paragraph(text, 0, 80);
}

std::string summary(const std::vector<judge::Result>& results) {
    const auto passed = std::ranges::count_if(results, &judge::Result::passed);
    std::string text = fmt::format("\n{} of {} lessons passed\n", passed, results.size());
    for (const judge::Result& result : results)
        text += fmt::format("  {}  {:<18}{}\n", result.number, judge::name(result.verdict),
                            report::shortened(report::visible(result.title), 56));
    return text;
}

std::string nothing_to_replay(const judge::Result& result) {
    if (result.passed()) return "There is no failing interleaving to replay: it passed.\n";
    const std::string options = (result.replay_options.empty() ? "" : " ") + report::visible(result.replay_options);
    return report::paragraph(fmt::format("There is no failing interleaving to replay. The verdict is {}: {} says why.",
                                         judge::name(result.verdict), command("run", result.number + options)),
                             0, 80);
}

std::string other_views(const judge::Result& result) {
    const std::string options = (result.replay_options.empty() ? "" : " ") + report::visible(result.replay_options);
    return fmt::format("\nStep by step:  {0} play {1}{2}\nAs a page:     {0} report {1}{2}\n", called(), result.number,
                       options);
}

}  // namespace lab::cli
