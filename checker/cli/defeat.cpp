// defeat.cpp: follows a schedule and looks where it leads.
#include "cli/defeat.hpp"

#include <fmt/format.h>

#include "cli/called.hpp"
#include "evidence/schedule.hpp"
#include "judge/words.hpp"
#include "pipeline/playground.hpp"

namespace lab::cli {

namespace {

Defeat judged(pipeline::Whereabouts whereabouts, const std::string& schedule, std::size_t asked) {
    Defeat defeat;
    const judge::Moment& moment = whereabouts.moment;
    defeat.schedule = schedule;
    defeat.steps = static_cast<std::size_t>(std::max(moment.steps.value_or(static_cast<int>(asked)), 0));
    if (moment.diverged) {
        defeat.kind = Defeat::Kind::misfit;
    } else if (!whereabouts.outcome) {
        defeat.kind = Defeat::Kind::goes_on;
        std::vector<std::string> names;
        for (const judge::Choice& choice : moment.choices)
            names.push_back(choice.thread == 0 ? "main" : fmt::format("thread {}", choice.thread));
        defeat.who_could_go_on = judge::joined(names);
    } else {
        defeat.kind = judge::can_be_shown(whereabouts.outcome->verdict) ? Defeat::Kind::defeated : Defeat::Kind::holds;
        defeat.outcome = std::move(whereabouts.outcome);
    }
    return defeat;
}

}  // namespace

tl::expected<Defeat, pipeline::Trouble> try_to_defeat(const pipeline::ExamineRequest& request,
                                                      const std::optional<std::string>& case_name,
                                                      const std::string& schedule, const std::stop_token& stop) {
    std::string name = case_name.value_or("");
    if (name.empty()) {
        const auto found = pipeline::examine(request, stop);
        if (!found) return tl::unexpected(found.error());
        const judge::CaseResult* decisive = found->decisive();
        if (decisive == nullptr)
            return tl::unexpected(pipeline::Trouble{
                pipeline::Trouble::Kind::bug,
                "no failing interleaving of this wrong fix is known; `" + called() + " verify` says why"});
        name = decisive->name;
    }
    auto playground = pipeline::Playground::open(request, stop);
    if (!playground) return tl::unexpected(std::move(playground.error()));
    auto whereabouts = playground->at(name, schedule, stop);
    if (!whereabouts) return tl::unexpected(std::move(whereabouts.error()));
    const auto line = evidence::schedule_of(schedule);
    return judged(std::move(*whereabouts), schedule, line ? line->size() : 0);
}

std::vector<std::string> break_mistakes(const pipeline::ExamineRequest& request, const std::stop_token& stop) {
    const std::string& lesson = request.lesson.id;
    const auto found = pipeline::examine(request, stop);
    if (!found) return {fmt::format("{}: the wrong fix cannot be examined: {}", lesson, found.error().what)};
    const judge::CaseResult* decisive = found->decisive();
    const auto line = decisive == nullptr ? std::nullopt : evidence::schedule_of(decisive->schedule);
    if (!line || line->empty())
        return {
            fmt::format("{}: the wrong fix to defeat has no failing schedule (it is {}); choose one that fails in some "
                        "interleavings",
                        lesson, judge::name(found->verdict))};
    std::vector<std::string> mistakes;
    const auto expect = [&](const std::string& schedule, bool defeated) {
        const auto defeat = try_to_defeat(request, decisive->name, schedule, stop);
        if (!defeat) {
            mistakes.push_back(fmt::format("{}: {} cannot be handed in: {}", lesson, schedule, defeat.error().what));
        } else if ((defeat->kind == Defeat::Kind::defeated) != defeated) {
            mistakes.push_back(fmt::format("{}: the schedule {} is {}, and should be {}", lesson, schedule,
                                           defeated ? "refused" : "accepted", defeated ? "accepted" : "refused"));
        }
    };
    expect(decisive->schedule, true);
    expect(evidence::text_of(*line, line->size() - 1), false);
    // Each thread runs for as long as it can.
    const auto plainest = pipeline::replay(request, decisive->name, "s1:", stop);
    if (!plainest || plainest->cases.empty() || plainest->verdict != judge::Verdict::passed) {
        mistakes.push_back(
            fmt::format("{}: the wrong fix fails even where each thread runs for as long as it can; choose "
                        "one that needs a schedule",
                        lesson));
        return mistakes;
    }
    evidence::Schedule whole;
    for (const judge::Step& step : plainest->cases.front().trace)
        if (step.step) whole.push_back({step.thread, 0});
    expect(evidence::text_of(whole, whole.size()), false);
    return mistakes;
}

}  // namespace lab::cli
