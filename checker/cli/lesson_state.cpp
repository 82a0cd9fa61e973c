// lesson_state.cpp: progress as a table.
#include "cli/lesson_state.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/called.hpp"
#include "report/wrap.hpp"

namespace lab::cli {

namespace {

constexpr std::size_t columns = 80;

std::size_t count_solved(const std::vector<LessonState>& lessons) {
    return static_cast<std::size_t>(std::ranges::count_if(lessons, &LessonState::solved));
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
    } else if (known != progress.end()) {
        const LessonProgress& last = known->second;
        if (last.sha256 == hand_in->sha256)
            state.state = last.verdict;
        else if (!last.passed_sha256.empty())
            state.state = last.passed_sha256 == hand_in->sha256 ? "passed" : "changed";
        state.solved = state.state == "passed";
    }
    return state;
}

std::vector<LessonState> read_states(const std::filesystem::path& course, const std::vector<course::Lesson>& lessons) {
    const Progress progress = read_progress(progress_file(course));
    std::vector<LessonState> states;
    for (const course::Lesson& lesson : lessons) {
        const auto hand_in = build::exercise_hand_in(lesson, called());
        states.push_back(state_of(lesson, hand_in ? &*hand_in : nullptr, progress));
    }
    return states;
}

std::string progress_bar(const std::vector<LessonState>& lessons) {
    constexpr std::size_t length = 20;
    const std::size_t solved = count_solved(lessons);
    std::size_t full = lessons.empty() ? 0 : solved * length / lessons.size();
    if (solved > 0) full = std::max<std::size_t>(full, 1);
    return fmt::format("[{}{}] {} of {} solved", std::string(full, '#'), std::string(length - full, '.'), solved,
                       lessons.size());
}

const LessonState* next_lesson(const std::vector<LessonState>& lessons, const std::string& after) {
    if (lessons.empty()) return nullptr;
    const auto here = std::ranges::find(lessons, after, &LessonState::id);
    const auto start = here == lessons.end() ? 0 : static_cast<std::size_t>(here - lessons.begin()) + 1;
    for (std::size_t step = 0; step < lessons.size(); ++step) {
        const LessonState& lesson = lessons[(start + step) % lessons.size()];
        if (!lesson.solved && lesson.id != after) return &lesson;
    }
    return &lessons[start % lessons.size()];
}

std::string list_text(const std::vector<LessonState>& lessons) {
    std::string text = progress_bar(lessons) + "\n\n";
    for (const LessonState& lesson : lessons) {
        const auto title = report::wrap(lesson.title, columns - 24);
        text += fmt::format("  {:<4}{:<18}{}\n", lesson.number, lesson.state, title.front());
        for (std::size_t line = 1; line < title.size(); ++line) text += std::string(24, ' ') + title[line] + '\n';
    }
    if (std::ranges::any_of(lessons, [](const auto& lesson) { return lesson.state == "changed"; }))
        text += "\nchanged: it has passed before; run it again to see whether it still does.\n";
    if (count_solved(lessons) == lessons.size()) return text + "\nAll lessons are solved.\n";
    const LessonState* next = next_lesson(lessons);
    text += fmt::format("\nNext: lesson {}\n{}", next->number, report::paragraph(next->idea, 2, columns));
    text += fmt::format("  read   lessons/{}/lesson.md\n", next->id);
    text += fmt::format("  edit   {}\n", next->edit);
    text += fmt::format("  then   {1} run {0}, or leave {1} watch {0} open\n", next->number, called());
    return text;
}

bool is_fresh(const std::vector<LessonState>& lessons) {
    return std::ranges::all_of(lessons, [](const auto& lesson) { return lesson.state == "unfinished"; });
}

std::string welcome_text(const std::vector<LessonState>& lessons) {
    const LessonState& first = lessons.front();
    const auto command = [&](std::string_view name) { return fmt::format("{} {} {}", called(), name, first.number); };
    const std::string watch = command("watch");
    return fmt::format(R"(Concurrency in C++20, judged in every interleaving. Lessons: {0}. Start here:

  read   lessons/{1}/lesson.md
  edit   {2}
  then   {3:<{6}}    builds your file, runs it in every order in which
         {7:<{6}}    its threads can take turns, and says what it saw
  or     {4}    stays open, and does so whenever you save
  stuck? {5}

`{8} list` shows the lessons, `{8} --help` the commands.
)",
                       lessons.size(), first.id, first.edit, command("run"), watch, command("hint"), watch.size(), "",
                       called()) +
           (called() == "checker"
                ? ""
                : report::paragraph(fmt::format("Where a lesson says `checker`, type `{0}`; after `{0} install` both "
                                                "work.",
                                                called()),
                                    0, columns));
}

}  // namespace lab::cli
