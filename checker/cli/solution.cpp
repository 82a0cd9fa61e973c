// solution.cpp: `checker solution`: the reference beside the student's own file.
#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "build/hand_in.hpp"
#include "cli/called.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/work_documents.hpp"
#include "cli/workplace.hpp"
#include "report/comparison.hpp"
#include "report/visible.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// Whether the student's exercise has passed, as it is now or as it was.
bool has_passed(const course::Lesson& lesson, const fs::path& course) {
    const Progress progress = read_progress(progress_file(course));
    const auto known = progress.find(lesson.id);
    return known != progress.end() && !known->second.passed_sha256.empty();
}

std::vector<ComparedFile> compared_files(const course::Lesson& lesson, const fs::path& course) {
    std::vector<ComparedFile> files;
    for (const std::string& name : lesson.edit)
        files.push_back({build::shown(course, lesson.exercise / name).string(),
                         build::shown(course, lesson.solution / name).string(), text_of(lesson.exercise / name),
                         text_of(lesson.solution / name)});
    return files;
}

std::string solution_text(const course::Lesson& lesson, const std::vector<ComparedFile>& files, bool colour) {
    std::string text = fmt::format("{} {}\n", lesson.number, lesson.title);
    for (const ComparedFile& file : files) {
        if (file.your_text == file.reference_text) {
            text += fmt::format("\n{}: yours is the same.\n", file.reference);
            continue;
        }
        text += fmt::format("\n  -  yours          {}\n  +  the reference  {}\n\n", report::visible(file.yours),
                            file.reference);
        text += report::comparison(file.your_text, file.reference_text, colour);
    }
    return text + "\nThere is more than one right way: what passes is right.\n";
}

}  // namespace

ExitCode solution(const Session& session) {
    const auto course = find_course(build::find_installation());
    if (!course) return fail(course.error());
    const auto lessons = load_lessons(*course, session.arguments.ids);
    if (!lessons) return fail(lessons.error());
    const course::Lesson& lesson = lessons->front();
    const bool json = session.arguments.json;
    if (!session.arguments.force && !has_passed(lesson, *course)) {
        if (json) return print(solution_document(lesson, false, {})) ? not_passed : environment;
        return fail(
            {not_passed, fmt::format("lesson {0} has not passed yet.\nThe solution is shown as soon as `{1} run {0}` "
                                     "passes.\nUntil then `{1} hint {0}` helps. Instructors: --force shows it now.",
                                     lesson.number, called())});
    }
    std::error_code error;
    if (!fs::is_directory(lesson.solution, error))
        return fail({environment, fmt::format("there is no solution to {}: {} does not exist", lesson.id,
                                              lesson.solution.string())});
    const std::vector<ComparedFile> files = compared_files(lesson, *course);
    return print(json ? solution_document(lesson, true, files) : solution_text(lesson, files, session.colour))
               ? passed
               : environment;
}

}  // namespace lab::cli
