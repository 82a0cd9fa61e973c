// list.cpp: `checker list`, bare `checker`, and `checker hint`: what needs no compiler.
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

ExitCode hint(const Session& session) {
    const auto course = find_course(build::find_installation());
    if (!course) return fail(course.error());
    const auto lessons = load_lessons(*course, session.arguments.ids);
    if (!lessons) return fail(lessons.error());
    if (lessons->size() != 1) return fail({wrong_usage, "a hint is for one lesson at a time"});
    const unsigned number = session.arguments.hint;
    const course::Lesson& lesson = lessons->front();
    return print(session.arguments.json ? hint_document(lesson, number) : hint_text(lesson, number)) ? passed
                                                                                                     : environment;
}

}  // namespace lab::cli
