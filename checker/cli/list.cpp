// list.cpp: `checker list`, and bare `checker`.
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/lesson_state.hpp"
#include "cli/workplace.hpp"

namespace lab::cli {

ExitCode list(const Session& session) {
    const auto course = find_course(build::find_installation());
    if (!course) return fail(course.error());
    const auto lessons = load_lessons(*course, {"all"});
    if (!lessons) return fail(lessons.error());

    const Progress progress = read_progress(progress_file(*course));
    std::vector<LessonState> states;
    for (const course::Lesson& lesson : *lessons) {
        const auto hand_in = build::exercise_hand_in(lesson);
        states.push_back(state_of(lesson, hand_in ? &*hand_in : nullptr, progress));
    }
    return print(session.arguments.json ? list_document(states) : list_text(states)) ? passed : environment;
}

}  // namespace lab::cli
