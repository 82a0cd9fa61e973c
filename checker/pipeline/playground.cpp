// playground.cpp: one process a position; the program's debug information stays open between them.
#include "pipeline/playground.hpp"

#include <fmt/format.h>

#include "judge/case_judge.hpp"
#include "pipeline/annotate.hpp"
#include "pipeline/runner.hpp"

namespace lab::pipeline {

struct Playground::State {
    course::Lesson lesson;
    build::Cache cache;
    build::Draft folder;  // in which the program runs
    std::filesystem::path program;
    symbols::Annotator annotator;
};

Playground::Playground(std::unique_ptr<State> state) : state_(std::move(state)) {}
Playground::Playground(Playground&&) noexcept = default;
Playground& Playground::operator=(Playground&&) noexcept = default;
Playground::~Playground() = default;

tl::expected<Playground, Trouble> Playground::open(const ExamineRequest& request, const std::stop_token& stop) {
    build::Build build(
        {request.lesson, request.hand_in, request.toolchain, request.installation, request.cache, request.compilers},
        stop);
    const build::BuildResult built = build.wait(build::Flavour::explored);
    if (stop.stop_requested()) return tl::unexpected(Trouble{Trouble::Kind::interrupted, "stopped"});
    if (!built.built())
        return tl::unexpected(Trouble{Trouble::Kind::environment, built.reason + "\n" + built.diagnostics});
    return Playground(
        std::unique_ptr<State>(new State{request.lesson, request.cache, request.cache.draft(), built.program,
                                         symbols::Annotator(built.program.string(), sources_of(request))}));
}

tl::expected<Whereabouts, Trouble> Playground::at(const std::string& case_name, const std::string& schedule,
                                                  const std::stop_token& stop) {
    RunnerTask task;
    task.run_main = state_->lesson.has_program;
    task.case_name = case_name;
    task.schedule = schedule;
    task.stop_there = true;
    auto report = run_program(state_->program, build::Flavour::explored, task, state_->folder.folder(), stop);
    if (stop.stop_requested()) return tl::unexpected(Trouble{Trouble::Kind::interrupted, "stopped"});
    if (!report) return tl::unexpected(Trouble{Trouble::Kind::environment, std::move(report.error())});
    evidence::Evidence& evidence = report->evidence;
    state_->annotator.annotate(evidence);
    const evidence::CaseSeen* seen = evidence.find(case_name);
    if (seen == nullptr)
        return tl::unexpected(Trouble{Trouble::Kind::environment,
                                      fmt::format("there is no case \"{}\", or it could not be run", case_name)});
    Whereabouts whereabouts;
    if (seen->failure) whereabouts.moment = judge::moment_of(*seen->failure);
    // A check that failed does not stop the program, and decides all the same.
    const bool stopped = seen->finished && seen->failure && seen->failure->position && seen->failure->kind == "none";
    if (!stopped) whereabouts.outcome = judge::judge_case(state_->lesson, evidence, *seen, seen);
    return whereabouts;
}

}  // namespace lab::pipeline
