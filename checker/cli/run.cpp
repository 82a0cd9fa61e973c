// run.cpp: `checker run` and `checker replay`: judge hand-ins and report.
#include <fmt/format.h>

#include <algorithm>

#include "cli/chosen_hand_in.hpp"
#include "cli/commands.hpp"
#include "cli/judged.hpp"
#include "cli/next_step.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"
#include "cli/workplace.hpp"
#include "pipeline/examine.hpp"
#include "report/json.hpp"
#include "report/text.hpp"

namespace lab::cli {

namespace {

// Of several lessons: the common code of those that did not pass, else 1.
ExitCode combined(ExitCode sum, ExitCode next) {
    if (sum == passed || sum == next) return next == passed ? sum : next;
    return next == passed ? sum : not_passed;
}

}  // namespace

ExitCode run(const Session& session) {
    const Arguments& arguments = session.arguments;
    const auto workplace = open_workplace(session);
    if (!workplace) return fail(workplace.error());
    const auto lessons = load_lessons(workplace->course, arguments.ids);
    if (!lessons) return fail(lessons.error());
    if (arguments.file && lessons->size() > 1) return fail({wrong_usage, "--file goes with one lesson only"});

    ExitCode code = passed;
    std::vector<judge::Result> results;
    for (const course::Lesson& lesson : *lessons) {
        auto chosen = choose(lesson, arguments);
        if (!chosen) return fail(chosen.error());
        StatusLine status;
        auto result =
            pipeline::examine(request_for(lesson, std::move(*chosen), *workplace, session, status), session.stop);
        status.clear();
        if (session.stop.stop_requested()) return not_passed;
        if (!result) return fail({code_of(result.error()), result.error().what});
        const bool own = !arguments.file && !arguments.solution;
        const bool first = own && !read_progress(progress_file(workplace->course)).contains(lesson.id);
        if (own) record(workplace->course, *result);
        code = combined(code, code_of(result->verdict));
        const report::Style style{.colour = session.colour, .table_columns = wide_columns()};
        if (!arguments.json && !print((results.empty() ? "" : "\n") + run_text(*result, style))) return environment;
        if (first && lesson.predict && !arguments.json && !print(question_mention(lesson))) return environment;
        if (own && result->passed() && lessons->size() == 1 && !arguments.json) {
            const auto all = load_lessons(workplace->course, {"all"});
            if (all && !print(after_pass(read_states(workplace->course, *all), lesson))) return environment;
        }
        results.push_back(std::move(*result));
    }
    if (results.size() > 1 && !arguments.json && !print(summary(results))) return environment;
    if (arguments.json && !print(results.size() == 1 ? report::json(results.front()) : report::json(results))) {
        return environment;
    }
    tidy_up(*workplace);
    return code;
}

ExitCode replay(const Session& session) {
    const Arguments& arguments = session.arguments;
    if (const auto error = no_schedule(arguments.schedule)) return fail(*error);
    const auto workplace = open_workplace(session);
    if (!workplace) return fail(workplace.error());
    const auto lessons = load_lessons(workplace->course, arguments.ids);
    if (!lessons) return fail(lessons.error());
    if (lessons->size() != 1) return fail({wrong_usage, "replay shows one lesson at a time"});
    auto chosen = choose(lessons->front(), arguments);
    if (!chosen) return fail(chosen.error());

    StatusLine status;
    const auto request = request_for(lessons->front(), std::move(*chosen), *workplace, session, status);
    std::string case_name = arguments.case_name.value_or("");
    std::string schedule = arguments.schedule.value_or("");
    if (case_name.empty() || schedule.empty()) {
        // What was not said is taken from what `run` finds, mostly from the cache.
        const auto found = pipeline::examine(request, session.stop);
        if (session.stop.stop_requested()) return not_passed;
        if (!found) return fail({code_of(found.error()), found.error().what});
        if (found->verdict == judge::Verdict::build_error) {
            status.clear();
            print(arguments.json ? report::json(*found) : run_text(*found, {.colour = session.colour}));
            return does_not_build;
        }
        if (!case_name.empty() && !has_case(*found, case_name)) return fail(no_such_case(*found, case_name));
        const judge::CaseResult* wanted = found->decisive();
        // Several cases may fail along one schedule: the one that the report shows comes first.
        const auto is_wanted = [&](const judge::CaseResult& candidate) {
            if (!case_name.empty()) return candidate.name == case_name;
            return schedule.empty() || candidate.schedule == schedule ||
                   (candidate.consequence && candidate.consequence->schedule == schedule);
        };
        if (wanted == nullptr || !is_wanted(*wanted))
            if (const auto match = std::ranges::find_if(found->cases, is_wanted); match != found->cases.end())
                wanted = &*match;
        if (wanted == nullptr && !schedule.empty() && !found->cases.empty()) wanted = &found->cases.front();
        if (wanted == nullptr || (schedule.empty() && wanted->schedule.empty())) {
            status.clear();
            print(arguments.json ? report::json(*found) : nothing_to_replay(*found));
            return code_of(found->verdict);
        }
        if (schedule.empty()) schedule = wanted->schedule;
        if (case_name.empty()) case_name = wanted->name;
    }
    const auto result = pipeline::replay(request, case_name, schedule, session.stop);
    status.clear();
    if (session.stop.stop_requested()) return not_passed;
    if (!result) return fail({code_of(result.error()), result.error().what});
    if (result->verdict != judge::Verdict::build_error && !has_case(*result, case_name)) {
        const auto found = pipeline::examine(request, session.stop);
        if (session.stop.stop_requested()) return not_passed;
        if (found && !has_case(*found, case_name)) return fail(no_such_case(*found, case_name));
    }
    if (const auto error = misfit(*result, "Has the file changed since? Or does it belong to another case (--case)?"))
        return fail(*error);
    const report::Style style{.colour = session.colour, .table_columns = wide_columns()};
    const bool playable = result->verdict != judge::Verdict::build_error;
    if (!print(arguments.json ? report::json(*result)
                              : report::replay_text(*result, style) + (playable ? other_views(*result) : "")))
        return environment;
    return code_of(result->verdict);
}

}  // namespace lab::cli
