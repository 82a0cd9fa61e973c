// report.cpp: `checker report`: the verdict as a file: a page, SARIF, Markdown or JSON.
#include <fmt/format.h>

#include "channel/region.hpp"
#include "cli/chosen_hand_in.hpp"
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/outcome.hpp"
#include "cli/sources.hpp"
#include "cli/whole_file.hpp"
#include "cli/workplace.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/markdown.hpp"
#include "report/problems.hpp"
#include "report/sarif.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

std::string document_in(const std::string& format, const judge::Result& result,
                        const std::vector<report::Source>& sources) {
    if (format == "sarif") return report::sarif(result, sources);
    if (format == "markdown") return report::markdown(result);
    if (format == "json") return report::json(result);
    if (format == "gcc") return report::problems(result, sources);
    return report::html(result, sources);
}

// Where to write: as asked for; a folder gets the default name in it.
fs::path output_file(const Arguments& arguments, const course::Lesson& lesson) {
    const std::string ending = arguments.format == "markdown" ? "md"
                               : arguments.format == "gcc"    ? "txt"
                                                              : arguments.format;
    const fs::path name = "report-" + lesson.id + "." + ending;
    if (!arguments.output) return name;
    std::error_code error;
    return fs::is_directory(*arguments.output, error) ? *arguments.output / name : fs::path(*arguments.output);
}

}  // namespace

ExitCode report(const Session& session) {
    const Arguments& arguments = session.arguments;
    const auto workplace = open_workplace(session);
    if (!workplace) return fail(workplace.error());
    const auto lessons = load_lessons(workplace->course, arguments.ids);
    if (!lessons) return fail(lessons.error());
    if (lessons->size() != 1) return fail({wrong_usage, "report is about one lesson at a time"});
    const course::Lesson& lesson = lessons->front();
    auto chosen = choose(lesson, arguments);
    if (!chosen) return fail(chosen.error());
    const std::vector<report::Source> sources = sources_of(lesson, chosen->hand_in);

    StatusLine status;
    const auto result =
        pipeline::examine(request_for(lesson, std::move(*chosen), *workplace, session, status), session.stop);
    status.clear();
    if (session.stop.stop_requested()) return not_passed;
    if (!result) return fail({code_of(result.error()), result.error().what});
    workplace->cache.sweep();
    channel::sweep();
    const std::string text = document_in(arguments.format, *result, sources);
    if (arguments.output == "-") return print(text) ? passed : environment;
    const fs::path file = output_file(arguments, lesson);
    if (const std::string trouble = write_whole(file, text); !trouble.empty())
        return fail({environment, fmt::format("{} cannot be written: {}", file.string(), trouble)});
    const std::string said =
        fmt::format("{}: {}\nWritten to {}\n{}", lesson.number, judge::name(result->verdict), file.string(),
                    arguments.format == "html" ? "Open it in a browser: it shows each step.\n" : "");
    return print(arguments.json ? report_document(*result, arguments.format, file.string()) : said) ? passed
                                                                                                    : environment;
}

}  // namespace lab::cli
