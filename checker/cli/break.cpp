// break.cpp: `checker break`: shows the lesson's wrong fix, and verifies a schedule that is said to defeat it.
#include <fmt/format.h>

#include <algorithm>

#include "cli/called.hpp"
#include "cli/chosen_hand_in.hpp"
#include "cli/commands.hpp"
#include "cli/defeat.hpp"
#include "cli/outcome.hpp"
#include "cli/sources.hpp"
#include "cli/work_documents.hpp"
#include "judge/words.hpp"
#include "report/listing.hpp"
#include "report/table.hpp"
#include "report/visible.hpp"
#include "report/wrap.hpp"

namespace lab::cli {

namespace {

std::string task_text(const course::Lesson& lesson, const std::vector<report::Source>& sources) {
    std::string text = lesson.number + "  Break\n\n" + report::paragraph(lesson.to_break->about, 0, 80);
    for (const report::Source& source : sources) {
        if (!source.hand_in) continue;
        text += "\n" + report::visible(source.name) + "\n";
        text += report::listing(source.text, wide_columns());
    }
    return text + fmt::format(
                      "\nIt is wrong. Play until it fails, then hand the schedule in:\n"
                      "  {0} play {1} --break\n  {0} break {1} SCHEDULE\n",
                      called(), lesson.number);
}

std::string defeat_text(const Defeat& defeat, const std::string& number) {
    using Kind = Defeat::Kind;
    const std::string steps = judge::counted(static_cast<std::int64_t>(defeat.steps), "step");
    switch (defeat.kind) {
        case Kind::defeated: break;
        case Kind::goes_on:
            return report::paragraph(
                       fmt::format("Not yet: after {} nothing has failed, and {} can go on. Play on from there:", steps,
                                   defeat.who_could_go_on),
                       0, 80) +
                   fmt::format("  {} play {} --break --schedule {}\n", called(), number, defeat.schedule);
        case Kind::misfit:
            return report::paragraph(
                fmt::format("This schedule cannot be followed: after {} the thread that it names next cannot go on. "
                            "Does it belong to another test case (--case)?",
                            steps),
                0, 80);
        case Kind::holds:
            return report::paragraph(
                fmt::format("The fix holds in this interleaving: it comes to its end after {}, and nothing goes wrong.",
                            steps),
                0, 80);
    }
    const judge::CaseResult& outcome = *defeat.outcome;
    std::string text = fmt::format("Defeated, in {}: {}, {}.\n\n", steps, judge::name(outcome.verdict),
                                   judge::phrase(outcome.verdict));
    text += report::paragraph(report::visible(outcome.message), 2, 80);
    if (const std::string table = report::interleaving_table(outcome, wide_columns()); !table.empty())
        text += "\n" + table;
    if (!outcome.cycle.empty()) text += report::paragraph(report::visible(outcome.cycle), 2, 80);
    return text;
}

}  // namespace

ExitCode to_break(const Session& session) {
    Arguments arguments = session.arguments;
    arguments.break_task = true;
    if (const auto error = no_schedule(arguments.schedule)) return fail(*error);
    const auto workplace = open_workplace(session);
    if (!workplace) return fail(workplace.error());
    const auto lessons = load_lessons(workplace->course, arguments.ids);
    if (!lessons) return fail(lessons.error());
    if (lessons->size() != 1) return fail({wrong_usage, "break is about one lesson at a time"});
    const course::Lesson& lesson = lessons->front();
    auto chosen = choose(lesson, arguments);
    if (!chosen) return fail(chosen.error());
    const std::vector<report::Source> sources = sources_of(lesson, chosen->hand_in);
    if (!arguments.schedule)
        return print(arguments.json ? break_document(lesson, sources, nullptr) : task_text(lesson, sources))
                   ? passed
                   : environment;

    StatusLine status;
    const auto request = request_for(lesson, std::move(*chosen), *workplace, session, status);
    if (arguments.case_name) {
        const auto found = pipeline::examine(request, session.stop);
        if (session.stop.stop_requested()) return not_passed;
        if (found && !has_case(*found, *arguments.case_name)) return fail(no_such_case(*found, *arguments.case_name));
    }
    const auto defeat = try_to_defeat(request, arguments.case_name, *arguments.schedule, session.stop);
    status.clear();
    if (session.stop.stop_requested()) return not_passed;
    if (!defeat) return fail({code_of(defeat.error()), defeat.error().what});
    if (!print(arguments.json ? break_document(lesson, sources, &*defeat) : defeat_text(*defeat, lesson.number)))
        return environment;
    return defeat->kind == Defeat::Kind::defeated ? passed : not_passed;
}

}  // namespace lab::cli
