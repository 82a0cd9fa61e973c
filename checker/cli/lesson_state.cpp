// lesson_state.cpp: progress as a table.
#include "cli/lesson_state.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lab::cli {

LessonState state_of(const course::Lesson& lesson, const build::HandIn* hand_in, const Progress& progress) {
    LessonState state{lesson.id, lesson.number, lesson.title, lesson.idea, "not judged yet", false, ""};
    state.edit = fmt::format("exercises/{}/{}", lesson.id, lesson.edit.empty() ? "" : lesson.edit.front());
    if (hand_in == nullptr) {
        state.state = "missing";
        return state;
    }
    const auto known = progress.find(lesson.id);
    if (hand_in->untouched) {
        state.state = "unfinished";
    } else if (known != progress.end() && known->second.sha256 == hand_in->sha256) {
        state.state = known->second.verdict;
        state.solved = state.state == "passed";
    }
    return state;
}

std::string list_text(const std::vector<LessonState>& lessons) {
    const auto solved = std::count_if(lessons.begin(), lessons.end(), [](const auto& lesson) { return lesson.solved; });
    std::string text = fmt::format("{} lessons, {} solved\n\n", lessons.size(), solved);
    for (const LessonState& lesson : lessons) {
        text += fmt::format("  {:<4}{:<56.56}{:>18}\n", lesson.number, lesson.title, lesson.state);
    }
    const auto next = std::find_if(lessons.begin(), lessons.end(), [](const auto& lesson) { return !lesson.solved; });
    if (next == lessons.end()) return text + "\nAll lessons are solved.\n";
    text += fmt::format("\nNext: lesson {}. {}\n", next->number, next->idea);
    text += fmt::format("  read   lessons/{}/lesson.md\n", next->id);
    text += fmt::format("  edit   {}\n", next->edit);
    text += fmt::format("  then   checker run {}\n", next->number);
    return text;
}

}  // namespace lab::cli
