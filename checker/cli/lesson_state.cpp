// lesson_state.cpp: progress as a table.
#include "cli/lesson_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace lab::cli {

namespace {

constexpr std::size_t columns = 80;

// Breaks a text between words; the lines after the first begin with `indent` blanks.
std::string wrapped(std::string_view text, std::size_t indent) {
    std::string lines;
    std::size_t column = indent;
    while (!text.empty()) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        if (column > indent && column + 1 + blank > columns) {
            lines += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            lines += ' ';
            ++column;
        }
        lines += text.substr(0, blank);
        column += blank;
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return lines;
}

}  // namespace

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
    std::string text =
        fmt::format("{} lesson{}, {} solved\n\n", lessons.size(), lessons.size() == 1 ? "" : "s", solved);
    for (const LessonState& lesson : lessons) {
        text += fmt::format("  {:<4}{:<18}{}\n", lesson.number, lesson.state, wrapped(lesson.title, 24));
    }
    const auto next = std::find_if(lessons.begin(), lessons.end(), [](const auto& lesson) { return !lesson.solved; });
    if (next == lessons.end()) return text + "\nAll lessons are solved.\n";
    text += fmt::format("\nNext: lesson {}\n  {}\n", next->number, wrapped(next->idea, 2));
    text += fmt::format("  read   lessons/{}/lesson.md\n", next->id);
    text += fmt::format("  edit   {}\n", next->edit);
    text += fmt::format("  then   checker run {}\n", next->number);
    return text;
}

std::string hint_text(const course::Lesson& lesson, unsigned number) {
    std::string text = fmt::format("{} {}: hint {} of {}\n\n  {}\n\n", lesson.number, lesson.title, number,
                                   lesson.hints.size(), wrapped(lesson.hints.at(number - 1), 2));
    if (number < lesson.hints.size())
        return text + fmt::format("More: checker hint {} {}\n", lesson.number, number + 1);
    return text + fmt::format("That was the last one. The solution is in solutions/{}.\n", lesson.id);
}

}  // namespace lab::cli
