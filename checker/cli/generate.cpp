// generate.cpp: `checker generate`: completions for the shells, the man page, and the lessons for the former.
#include <fmt/format.h>

#include "build/installation.hpp"
#include "cli/commands.hpp"
#include "cli/completion.hpp"
#include "cli/man_page.hpp"
#include "cli/workplace.hpp"
#include "report/visible.hpp"

namespace lab::cli {

namespace {

// "04-deadlock<TAB>Deadlock: a cycle of waits"; none where there is no course.
std::string lessons() {
    std::string text;
    const auto course = find_course(build::find_installation());
    if (!course) return text;
    for (const course::LessonName& name : course::list_lessons(*course)) {
        const auto lesson = course::load_lesson(*course, name);
        text += fmt::format("{}\t{}\n", report::visible(name.id), lesson ? report::visible(lesson->title) : "");
    }
    return text;
}

}  // namespace

ExitCode generate(const Session& session) {
    const std::string& what = session.arguments.generate;
    if (what == "lessons") return print(lessons()) ? passed : environment;
    const auto commands = describe_commands();
    const std::string text = what == "bash"   ? bash_completion(commands)
                             : what == "zsh"  ? zsh_completion(commands)
                             : what == "fish" ? fish_completion(commands)
                                              : man_page(commands, build::lab_version());
    return print(text) ? passed : environment;
}

}  // namespace lab::cli
