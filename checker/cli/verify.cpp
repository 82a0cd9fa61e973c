// verify.cpp: `checker verify`: judges all hand-ins that ship with the course, several at a time.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "channel/region.hpp"
#include "cli/called.hpp"
#include "cli/chosen_hand_in.hpp"
#include "cli/commands.hpp"
#include "cli/defeat.hpp"
#include "cli/documents.hpp"
#include "cli/expectation.hpp"
#include "cli/question.hpp"
#include "cli/workplace.hpp"
#include "pipeline/examine.hpp"

namespace lab::cli {

namespace {

struct Task {
    const course::Lesson* lesson;
    Expectation expectation;
};

// The verdict, and why, as far as that is said in a sentence.
std::string in_words(const judge::Result& result) {
    const judge::CaseResult* decisive = result.decisive();
    const std::string& why = result.message.empty() && decisive != nullptr ? decisive->message : result.message;
    return std::string(judge::name(result.verdict)) + (why.empty() ? "" : ": " + why);
}

Answer judge_one(const Task& task, const Workplace& workplace, const Session& session) {
    auto hand_in = build::hand_in_at(*task.lesson, task.expectation.path);
    if (!hand_in) return {task.expectation, "nothing", hand_in.error(), false};
    pipeline::ExamineRequest request{.lesson = *task.lesson,
                                     .hand_in = std::move(*hand_in),
                                     .shown = task.expectation.path.lexically_relative(workplace.course).string(),
                                     .replay_options = "",
                                     .called = called(),
                                     .toolchain = workplace.toolchain,
                                     .installation = workplace.installation,
                                     .cache = workplace.cache,
                                     .compilers = 1,
                                     .interleavings = std::nullopt,
                                     .fresh = session.arguments.fresh,
                                     .coloured_diagnostics = false,
                                     .on_stage = {}};
    const auto result = pipeline::examine(request, session.stop);
    if (!result) return {task.expectation, "nothing", result.error().what, false};
    Answer answer = answer_to(task.expectation, *result);
    const judge::CaseResult* decisive = result->decisive();
    if (!answer.as_declared || decisive == nullptr || decisive->schedule.empty()) return answer;

    // What the report tells the student to type must show what it says.
    const auto replayed = pipeline::replay(request, decisive->name, decisive->schedule, session.stop);
    if (!replayed || !replays_alike(*result, *replayed)) {
        answer.as_declared = false;
        answer.message = fmt::format("replaying {} in \"{}\" shows {}", decisive->schedule, decisive->name,
                                     replayed ? in_words(*replayed) : replayed.error().what);
    }
    return answer;
}

// Whether the question can be graded, and the wrong fix defeated.
std::vector<std::string> exercise_mistakes(const course::Lesson& lesson, const Workplace& workplace,
                                           const Session& session) {
    std::vector<std::string> mistakes;
    StatusLine status;
    status.show(fmt::format("{}: predict and break", lesson.number));
    if (lesson.predict) {
        pipeline::ExploreRequest request = question_request(*lesson.predict, workplace, session.arguments.jobs);
        request.fresh = session.arguments.fresh;
        const auto explored = pipeline::explore(request, session.stop);
        if (!explored)
            mistakes.push_back(fmt::format("{}: the question's program: {}", lesson.id, explored.error().what));
        else
            mistakes = question_mistakes(lesson, *explored);
    }
    if (!lesson.to_break || session.stop.stop_requested()) return mistakes;
    Arguments arguments = session.arguments;
    arguments.break_task = true;
    auto chosen = choose(lesson, arguments);
    if (!chosen) {
        mistakes.push_back(fmt::format("{}: the wrong fix: {}", lesson.id, chosen.error().text));
        return mistakes;
    }
    const auto request = request_for(lesson, std::move(*chosen), workplace, session, status);
    for (std::string& mistake : break_mistakes(request, session.stop)) mistakes.push_back(std::move(mistake));
    return mistakes;
}

// Answers in the order of the tasks; shorter if the session was stopped.
std::vector<Answer> judge_all(const std::vector<Task>& tasks, const Workplace& workplace, const Session& session) {
    std::vector<Answer> answers(tasks.size());
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::size_t done = 0;
    std::exception_ptr failure;
    StatusLine status;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < tasks.size() && !session.stop.stop_requested(); i = next++) {
                answers[i] = judge_one(tasks[i], workplace, session);
                const std::lock_guard lock(mutex);
                status.show(fmt::format("{} of {}: {}", ++done, tasks.size(), tasks[i].expectation.lesson));
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            next = tasks.size();
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < session.arguments.jobs; ++i) workers.emplace_back(work);
    }
    if (failure) std::rethrow_exception(failure);
    return answers;
}

}  // namespace

ExitCode verify(const Session& session) {
    const auto workplace = open_workplace(session);
    if (!workplace) return fail(workplace.error());
    const std::vector<std::string>& ids = session.arguments.ids;
    const auto lessons = load_lessons(workplace->course, ids.empty() ? std::vector<std::string>{"all"} : ids);
    if (!lessons) return fail(lessons.error());

    std::vector<Task> tasks;
    std::vector<std::string> mistakes;
    for (const course::Lesson& lesson : *lessons) {
        for (Expectation& expectation : expectations(lesson)) tasks.push_back({&lesson, std::move(expectation)});
        for (std::string& mistake : structure_mistakes(lesson)) mistakes.push_back(std::move(mistake));
    }
    const std::vector<Answer> answers = judge_all(tasks, *workplace, session);
    if (session.stop.stop_requested()) return not_passed;
    for (const course::Lesson& lesson : *lessons)
        for (std::string& mistake : exercise_mistakes(lesson, *workplace, session))
            mistakes.push_back(std::move(mistake));
    if (session.stop.stop_requested()) return not_passed;
    workplace->cache.sweep();
    channel::sweep();  // shared memory of checkers that were killed

    const bool good = mistakes.empty() && std::all_of(answers.begin(), answers.end(),
                                                      [](const Answer& answer) { return answer.as_declared; });
    const std::string text =
        session.arguments.json ? verify_document(answers, mistakes) : verify_text(answers, mistakes, workplace->course);
    if (!print(text)) return environment;
    return good ? passed : not_passed;
}

}  // namespace lab::cli
