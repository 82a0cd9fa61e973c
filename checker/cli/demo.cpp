// demo.cpp: `checker demo`: a lesson for the class: what goes wrong step by step, the fix, what was explored of it.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "channel/region.hpp"
#include "cli/chosen_hand_in.hpp"
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/outcome.hpp"
#include "cli/sources.hpp"
#include "cli/whole_file.hpp"
#include "cli/workplace.hpp"
#include "demo/deck.hpp"
#include "demo/slide_grid.hpp"
#include "terminal/screen.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

// A hand-in, judged, with its source.
struct Examined {
    judge::Result result;
    std::vector<report::Source> sources;
};

tl::expected<Examined, CommandError> examine_at(const course::Lesson& lesson, const fs::path& path,
                                                const Workplace& workplace, const Session& session) {
    auto hand_in = build::hand_in_at(lesson, path);
    if (!hand_in) return tl::unexpected(CommandError{wrong_usage, std::move(hand_in.error())});
    std::vector<report::Source> sources = sources_of(lesson, *hand_in);
    const bool given = session.arguments.file.has_value();
    std::string shown = given ? path.string() : build::shown(workplace.course, path).string();
    StatusLine status;
    auto result = pipeline::examine(
        request_for(lesson, {std::move(*hand_in), std::move(shown), ""}, workplace, session, status), session.stop);
    status.clear();
    if (!result) return tl::unexpected(CommandError{code_of(result.error()), result.error().what});
    return Examined{std::move(*result), std::move(sources)};
}

// The mistakes that are about the order of steps come first.
int rank_of(const course::Example& example) {
    int rank = 0;
    for (const char* verdict : {"lost-wakeup", "deadlock", "data-race", "nondeterministic"}) {
        if (example.verdict == verdict) return rank;
        ++rank;
    }
    return rank;
}

// --file; else the stub, since the class knows it; else a wrong hand-in that has an interleaving to go through.
tl::expected<Examined, CommandError> broken_version(const course::Lesson& lesson, const Workplace& workplace,
                                                    const Session& session) {
    std::vector<fs::path> candidates;
    if (session.arguments.file) {
        candidates.emplace_back(*session.arguments.file);
    } else {
        candidates.push_back(lesson.stub);
        std::vector<course::Example> wrong = lesson.wrong;
        std::stable_sort(wrong.begin(), wrong.end(), [](const course::Example& one, const course::Example& two) {
            return rank_of(one) < rank_of(two);
        });
        for (const course::Example& example : wrong) candidates.push_back(example.path);
    }
    std::string last;
    for (const fs::path& candidate : candidates) {
        auto examined = examine_at(lesson, candidate, workplace, session);
        if (!examined || session.stop.stop_requested()) return examined;
        if (demo::can_be_shown(examined->result)) return examined;
        last = judge::name(examined->result.verdict);
    }
    if (session.arguments.file)
        return tl::unexpected(
            CommandError{wrong_usage, fmt::format("{} has no interleaving to show: its verdict is {}. Give a version "
                                                  "that goes wrong",
                                                  *session.arguments.file, last)});
    return tl::unexpected(CommandError{
        wrong_usage,
        fmt::format("lesson {} has no wrong hand-in with an interleaving to show; --file takes one", lesson.number)});
}

ExitCode present(const std::vector<demo::Slide>& slides, const Session& session) {
    auto screen = terminal::Screen::open(session.colour);
    if (!screen) return fail({environment, screen.error()});
    for (demo::Position position; !position.ended;) {
        screen->show(demo::draw(slides, position, screen->columns(), screen->rows()));
        const terminal::Key key = screen->read(session.stop);
        position = demo::pressed(slides, position, key, screen->columns(), screen->rows());
    }
    return passed;
}

ExitCode write_deck(const std::vector<demo::Slide>& slides, const course::Lesson& lesson, const Session& session) {
    const std::string page = demo::deck_html(lesson.number + "  " + lesson.title, slides);
    const std::string& output = session.arguments.output.value_or("");
    if (output == "-") return print(page) ? passed : environment;
    const fs::path name = "demo-" + lesson.id + ".html";
    std::error_code error;
    const fs::path file = output.empty() ? name : fs::is_directory(output, error) ? output / name : fs::path(output);
    if (const std::string trouble = write_whole(file, page); !trouble.empty())
        return fail({environment, fmt::format("{} cannot be written: {}", file.string(), trouble)});
    return print(fmt::format("{} slides\nWritten to {}\n", slides.size(), file.string())) ? passed : environment;
}

}  // namespace

ExitCode demo(const Session& session) {
    const Arguments& arguments = session.arguments;
    const auto workplace = open_workplace(session);
    if (!workplace) return fail(workplace.error());
    const auto lessons = load_lessons(workplace->course, arguments.ids);
    if (!lessons) return fail(lessons.error());
    if (lessons->size() != 1) return fail({wrong_usage, "demo is about one lesson at a time"});
    const course::Lesson& lesson = lessons->front();
    const auto broken = broken_version(lesson, *workplace, session);
    if (session.stop.stop_requested()) return not_passed;
    if (!broken) return fail(broken.error());
    Session of_solution = session;
    of_solution.arguments.file.reset();
    const auto solution = examine_at(lesson, lesson.solution, *workplace, of_solution);
    if (session.stop.stop_requested()) return not_passed;
    if (!solution) return fail(solution.error());
    workplace->cache.sweep();
    channel::sweep();
    const std::vector<demo::Slide> slides = demo::slides({lesson.number, lesson.title, lesson.idea, broken->result,
                                                          broken->sources, solution->result, solution->sources});
    if (arguments.json) return print(demo_document(lesson, slides)) ? passed : environment;
    if (arguments.html || arguments.output) return write_deck(slides, lesson, session);
    if (isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0) return present(slides, session);
    return print(demo::text_of(slides, 80)) ? passed : environment;
}

}  // namespace lab::cli
