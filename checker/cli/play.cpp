// play.cpp: `checker play`: the student is the scheduler, on a screen or in lines of text.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "channel/region.hpp"
#include "cli/called.hpp"
#include "cli/chosen_hand_in.hpp"
#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/sources.hpp"
#include "cli/stage.hpp"
#include "cli/workplace.hpp"
#include "pipeline/playground.hpp"
#include "play/plain.hpp"
#include "play/view.hpp"
#include "report/text.hpp"
#include "terminal/screen.hpp"

namespace lab::cli {

namespace {

play::Subject subject_of(const course::Lesson& lesson, const judge::Result& result,
                         std::vector<report::Source> sources) {
    play::Subject subject;
    subject.number = lesson.number;
    subject.title = lesson.id;
    subject.hand_in = result.hand_in;
    subject.sources = std::move(sources);
    subject.hand_over = called() + " replay " + lesson.number;
    if (!result.replay_options.empty()) subject.hand_over += " " + result.replay_options;
    for (const judge::CaseResult& item : result.cases) {
        if (item.kind.empty() || item.kind == "plain") continue;  // not explored, or nothing to schedule
        // Without the accesses to the racing memory there may be nothing to choose.
        const std::string visible =
            item.consequence ? evidence::visible_memory(item.consequence->schedule) : std::string();
        subject.cases.push_back({item.name, item.kind, visible});
        const std::size_t index = subject.cases.size() - 1;
        const bool decisive = &item == result.decisive();
        subject.cases.back().option = decisive ? "" : fmt::format(" --case '{}'", item.name);
        const auto add = [&](const std::string& schedule) {
            auto line = evidence::schedule_of(schedule);
            if (line && !line->empty() && evidence::visible_memory(schedule) == visible)
                subject.failing.push_back({index, std::move(*line)});
        };
        if (item.verdict == judge::Verdict::passed || item.verdict == judge::Verdict::over_synchronised) continue;
        if (item.consequence) add(item.consequence->schedule);
        add(item.schedule);
        for (const judge::Output& output : item.outputs) {
            const bool allowed = std::ranges::find(lesson.allowed, output.text) != lesson.allowed.end();
            if (!lesson.allowed.empty() && !allowed && output.schedule != item.schedule) add(output.schedule);
        }
    }
    return subject;
}

// The case to begin with: as asked for, else the one that gave the verdict, else the first. None: there is none.
std::optional<std::size_t> first_case(const play::Subject& subject, const judge::Result& result,
                                      const Arguments& arguments) {
    const judge::CaseResult* decisive = result.decisive();
    const auto find = [&](const std::string& name) -> std::optional<std::size_t> {
        const auto found = std::ranges::find(subject.cases, name, &play::Subject::Case::name);
        if (found == subject.cases.end()) return std::nullopt;
        return static_cast<std::size_t>(found - subject.cases.begin());
    };
    if (arguments.case_name) return find(*arguments.case_name);
    if (decisive != nullptr)
        if (const auto found = find(decisive->name)) return found;
    return subject.cases.empty() ? std::nullopt : std::optional<std::size_t>(0);
}

ExitCode trouble(const pipeline::Trouble& trouble) {
    if (trouble.kind == pipeline::Trouble::Kind::interrupted) return not_passed;
    return fail({code_of(trouble), trouble.what});
}

ExitCode play_on_screen(play::Game& game, Stage& stage, const Session& session) {
    std::optional<pipeline::Trouble> why;
    {
        auto screen = terminal::Screen::open(session.colour);
        if (!screen)
            return fail(
                {wrong_usage, screen.error() + "; `" + called() + " play --plain` reads and writes lines instead"});
        using Kind = terminal::Key::Kind;
        for (;;) {
            why = stage.serve(game);
            if (why || game.has_ended()) break;
            screen->show(play::draw(game, screen->columns(), screen->rows()));
            stage.foresee(game);
            const terminal::Key key = screen->read(session.stop);
            if (key.kind == Kind::stopped || key.kind == Kind::gone) break;
            if (const auto action = play::action_of(key)) game.act(*action);
        }
    }
    if (why) return trouble(*why);
    return passed;
}

ExitCode play_in_lines(play::Game& game, Stage& stage, const Session& session) {
    bool greeted = false;
    std::string line;
    for (;;) {
        if (const auto why = stage.serve(game)) return trouble(*why);
        if (!print((greeted ? "" : play::plain_greeting(game)) + play::plain_view(game) + "> ")) return environment;
        greeted = true;
        play::Action action;
        do {
            if (session.stop.stop_requested() || !std::getline(std::cin, line))
                return print("\n") ? passed : environment;
            action = play::action_of(std::string_view(line));
            if (action.kind == play::Action::Kind::values && !print(play::plain_values(game) + "> "))
                return environment;
        } while (action.kind == play::Action::Kind::values);
        game.act(action);
        if (game.has_ended()) return passed;
    }
}

}  // namespace

ExitCode play(const Session& session) {
    const Arguments& arguments = session.arguments;
    if (const auto error = no_schedule(arguments.schedule)) return fail(*error);
    std::optional<play::Line> line = evidence::schedule_of(arguments.schedule.value_or("s1:"));
    const auto workplace = open_workplace(session);
    if (!workplace) return fail(workplace.error());
    const auto lessons = load_lessons(workplace->course, arguments.ids);
    if (!lessons) return fail(lessons.error());
    if (lessons->size() != 1) return fail({wrong_usage, "play is about one lesson at a time"});
    const course::Lesson& lesson = lessons->front();
    auto chosen = choose(lesson, arguments);
    if (!chosen) return fail(chosen.error());
    std::vector<report::Source> sources = sources_of(lesson, chosen->hand_in);

    StatusLine status;
    const auto request = request_for(lesson, std::move(*chosen), *workplace, session, status);
    const auto result = pipeline::examine(request, session.stop);
    status.clear();
    if (session.stop.stop_requested()) return not_passed;
    if (!result) return fail({code_of(result.error()), result.error().what});
    channel::sweep();
    play::Subject subject = subject_of(lesson, *result, std::move(sources));
    subject.break_task = arguments.break_task;
    if (arguments.break_task) subject.hand_over = called() + " break " + lesson.number;
    const auto index = first_case(subject, *result, arguments);
    if (!index && arguments.case_name && !subject.cases.empty()) {
        std::string names;
        for (const play::Subject::Case& item : subject.cases) names += fmt::format("\n  {}", item.name);
        return fail(
            {wrong_usage, fmt::format("there is no case \"{}\"; the cases are:{}", *arguments.case_name, names)});
    }
    if (!index) {  // it does not build, or may not be run
        print(result->diagnostics + report::text(*result, {.colour = session.colour}));
        return code_of(result->verdict);
    }
    if (arguments.schedule) subject.cases[*index].visible = evidence::visible_memory(*arguments.schedule);
    auto playground = pipeline::Playground::open(request, session.stop);
    if (!playground) return trouble(playground.error());
    play::Game game(std::move(subject), *index, std::move(*line));
    Stage stage(*playground, session.stop);
    return arguments.plain ? play_in_lines(game, stage, session) : play_on_screen(game, stage, session);
}

}  // namespace lab::cli
