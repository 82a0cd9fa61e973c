// hint.cpp: `checker hint`.
#include "cli/hint.hpp"

#include <fmt/format.h>

#include "cli/called.hpp"
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/workplace.hpp"
#include "diagnose/catalogue.hpp"
#include "report/wrap.hpp"

namespace lab::cli {

namespace {

constexpr std::size_t columns = 80;

}  // namespace

std::optional<judge::Diagnosis> known_diagnosis(const course::Lesson& lesson, const build::HandIn& exercise,
                                                const Progress& progress) {
    const auto known = progress.find(lesson.id);
    if (known == progress.end() || known->second.sha256 != exercise.sha256) return std::nullopt;
    for (const diagnose::Mistake& mistake : diagnose::catalogue())
        if (mistake.id == known->second.diagnosis) return diagnose::diagnosis(mistake.id, "");
    return std::nullopt;
}

const std::vector<std::string>& hints_for(const course::Lesson& lesson,
                                          const std::optional<judge::Diagnosis>& diagnosis) {
    for (const course::MistakeHints& special : lesson.hints_by_mistake)
        if (diagnosis && special.diagnosis == diagnosis->id) return special.hints;
    return lesson.hints;
}

std::string hint_text(const course::Lesson& lesson, unsigned number, const std::optional<judge::Diagnosis>& diagnosis,
                      const std::string& more) {
    const std::vector<std::string>& hints = hints_for(lesson, diagnosis);
    std::string text = report::paragraph(
        fmt::format("{} {}: hint {} of {}", lesson.number, lesson.title, number, hints.size()), 0, columns);
    text += '\n';
    if (number == 1 && diagnosis) {
        std::string found = fmt::format("Your file as it was last judged: {}.", diagnosis->title);
        if (&hints == &lesson.hints) found += ' ' + diagnosis->hint;
        text += report::paragraph(found, 2, columns) + '\n';
    }
    text += report::paragraph(hints.at(number - 1), 2, columns) + '\n';
    if (number < hints.size()) return text + "More: " + more + '\n';
    return text + fmt::format("That was the last one. Once it passes, {} solution {} shows another way.\n", called(),
                              lesson.number);
}

ExitCode hint(const Session& session) {
    const auto course = find_course(build::find_installation());
    if (!course) return fail(course.error());
    const auto lessons = load_lessons(*course, session.arguments.ids);
    if (!lessons) return fail(lessons.error());
    if (lessons->size() != 1) return fail({wrong_usage, "a hint is for one lesson at a time"});
    const course::Lesson& lesson = lessons->front();
    const unsigned number = session.arguments.hint;
    std::optional<judge::Diagnosis> diagnosis;
    if (const auto exercise = build::exercise_hand_in(lesson))
        diagnosis = known_diagnosis(lesson, *exercise, read_progress(progress_file(*course)));
    const std::string more = fmt::format("{} hint {} {}", called(), lesson.number, number + 1);
    return print(session.arguments.json ? hint_document(lesson, number, diagnosis)
                                        : hint_text(lesson, number, diagnosis, more))
               ? passed
               : environment;
}

}  // namespace lab::cli
