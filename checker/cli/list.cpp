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
    const std::vector<LessonState> states = read_states(*course, *lessons);
    if (session.arguments.json) return print(list_document(states)) ? passed : environment;
    const bool first_day = session.arguments.command == Command::start && is_fresh(states) && !states.empty();
    return print(first_day ? welcome_text(states) : list_text(states)) ? passed : environment;
}

}  // namespace lab::cli
