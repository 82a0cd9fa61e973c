// predict.cpp: `checker predict`: asks what a small program can print, and lets the exploration grade the answer.
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/called.hpp"
#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/question.hpp"
#include "cli/work_documents.hpp"
#include "cli/workplace.hpp"
#include "pipeline/explore.hpp"
#include "report/prediction.hpp"

namespace lab::cli {

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string what_next(const course::Lesson& lesson) {
    return fmt::format("\nNext, the exercise: read lessons/{}/lesson.md, then {} run {}.\n", lesson.id, called(),
                       lesson.number);
}

}  // namespace

ExitCode predict(const Session& session) {
    const Arguments& arguments = session.arguments;
    const auto workplace = open_workplace(session);
    if (!workplace) return fail(workplace.error());
    const auto lessons = load_lessons(workplace->course, arguments.ids);
    if (!lessons) return fail(lessons.error());
    if (lessons->size() != 1) return fail({wrong_usage, "predict is about one lesson at a time"});
    const course::Lesson& lesson = lessons->front();
    if (!lesson.predict) return fail({wrong_usage, fmt::format("lesson {} has nothing to predict", lesson.number)});

    const std::string program = text_of(lesson.predict->program);
    if (!arguments.answer && arguments.json) return print(question_document(lesson, program)) ? passed : environment;
    tl::expected<std::vector<std::size_t>, std::string> chosen;
    if (arguments.answer) {
        chosen = read_answer(*arguments.answer, lesson.predict->candidates.size());
    } else {
        if (!print(report::question_text(lesson, program, wide_columns()) + "\n")) return environment;
        // Who sits at a terminal is asked until the answer is one.
        while (true) {
            std::string answer;
            if (!print("Which of these can happen? (letters, for example A,C; none) ")) return environment;
            if (!std::getline(std::cin, answer) || session.stop.stop_requested()) {
                print("\n");
                if (session.stop.stop_requested()) return not_passed;
                return fail({wrong_usage, fmt::format("there was no answer; `{} predict {} --answer A,C` gives one",
                                                      called(), lesson.number)});
            }
            chosen = read_answer(answer, lesson.predict->candidates.size());
            if (chosen || isatty(STDIN_FILENO) != 1) break;
            print(chosen.error() + "\n");
        }
        print("\n");
    }
    if (!chosen) return fail({wrong_usage, chosen.error()});

    StatusLine status;
    status.show("exploring interleavings ...");
    const pipeline::ExploreRequest request = question_request(*lesson.predict, *workplace, arguments.jobs);
    const auto explored = pipeline::explore(request, session.stop);
    if (session.stop.stop_requested()) return not_passed;
    if (!explored) return fail({code_of(explored.error()), explored.error().what});
    const judge::Prediction prediction = judge::predict(*lesson.predict, *explored, *chosen);
    if (!prediction.trouble.empty())
        return fail(
            {bug, fmt::format("the question of lesson {} cannot be graded: {}", lesson.number, prediction.trouble)});
    std::map<std::size_t, judge::CaseResult> witnesses;
    for (std::size_t at = 0; at < prediction.candidates.size(); ++at) {
        const judge::Candidate& candidate = prediction.candidates[at];
        if (candidate.right() || !candidate.possible) continue;
        pipeline::ExploreRequest replay = request;
        replay.schedule = candidate.schedule;
        auto witness = pipeline::explore(replay, session.stop);
        if (session.stop.stop_requested()) return not_passed;
        if (!witness) return fail({code_of(witness.error()), witness.error().what});
        if (!witness->cases.empty()) witnesses.emplace(at, std::move(witness->cases.front()));
    }
    status.clear();
    if (!print(arguments.json ? prediction_document(lesson, program, prediction, witnesses)
                              : report::prediction_text(prediction, witnesses, wide_columns()) + what_next(lesson)))
        return environment;
    return prediction.right() ? passed : not_passed;
}

}  // namespace lab::cli
