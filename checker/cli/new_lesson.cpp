// new_lesson.cpp: `checker new`: the folders of a new lesson.
#include <fmt/format.h>

#include <algorithm>

#include "cli/called.hpp"
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/whole_file.hpp"
#include "cli/workplace.hpp"
#include "course/skeleton.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

ExitCode new_lesson(const Session& session) {
    const auto course = find_course(build::find_installation());
    if (!course) return fail(course.error());
    const std::string& title = session.arguments.title;
    if (title.empty() || std::any_of(title.begin(), title.end(), [](unsigned char c) { return c < ' ' || c == 127; }))
        return fail({wrong_usage, "the title is one line of text, such as \"Barriers: all or nobody\""});
    const auto name = course::new_lesson_name(session.arguments.ids.front(), course::list_lessons(*course));
    if (!name) return fail({wrong_usage, name.error()});

    const std::vector<course::SkeletonFile> files = course::skeleton(*name, title);
    for (const course::SkeletonFile& file : files)
        if (fs::exists(*course / file.path))
            return fail({wrong_usage, fmt::format("{} exists already; nothing was written", file.path.string())});
    std::vector<std::string> written;
    for (const course::SkeletonFile& file : files) {
        std::error_code error;
        fs::create_directories((*course / file.path).parent_path(), error);
        const std::string trouble = error ? error.message() : write_whole(*course / file.path, file.text);
        if (!trouble.empty())
            return fail({environment, fmt::format("{} cannot be written: {}", file.path.string(), trouble)});
        written.push_back(file.path.string());
    }
    if (session.arguments.json) return print(new_lesson_document(name->id, written)) ? passed : environment;
    std::string text =
        fmt::format("A lesson that counts two visits, to be turned into yours, in\n{}:\n\n", course->string());
    for (const std::string& file : written) text += "  " + file + '\n';
    return print(text + fmt::format("\nNow: {} verify {}\nIt judges the lesson and says what is to be done next; "
                                    "docs/authors-guide.md\nsays how.\n",
                                    called(), name->number))
               ? passed
               : environment;
}

}  // namespace lab::cli
