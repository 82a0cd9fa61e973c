// explore.cpp: builds, explores, and judges a program that belongs to no lesson.
#include "pipeline/explore.hpp"

#include <fmt/format.h>
#include <algorithm>

#include <chrono>

#include "build/sha256.hpp"
#include "diagnose/diagnose.hpp"
#include "judge/judge.hpp"
#include "pipeline/observe.hpp"
#include "symbols/annotate.hpp"
#include "symbols/debug_info.hpp"

namespace lab::pipeline {

namespace fs = std::filesystem;

namespace {

// The program's own sources, as its debug information names them: not the compiler's, not the lab's.
std::vector<symbols::SourceFile> own_sources(const fs::path& program, const build::ProgramRequest& request) {
    std::vector<symbols::SourceFile> sources;
    const auto debug_info = symbols::DebugInfo::open(program.string());
    if (!debug_info) return sources;
    const auto below = [](const fs::path& file, const fs::path& folder) {
        const fs::path relative = file.lexically_relative(folder);
        return !relative.empty() && *relative.begin() != "..";
    };
    for (const std::string& name : debug_info->source_files()) {
        const fs::path file = fs::path(name).lexically_normal();
        if (!file.is_absolute() || below(file, "/usr") || below(file, request.installation.include) ||
            below(file, request.installation.explored_std))
            continue;
        const fs::path inside = file.lexically_relative(request.shown_from);
        const bool near = !inside.empty() && *inside.begin() != "..";
        sources.push_back(symbols::load_source(file.string(), near ? inside.string() : file.filename().string(),
                                               symbols::SourceFile::Role::hand_in));
    }
    return sources;
}

class Exploration {
public:
    Exploration(const ExploreRequest& request, const std::stop_token& stop) : request_(request), stop_(stop) {
        subject_.sha256 = build::hash_of_files(request.program.files);
        subject_.toolchain = fmt::format("{}, checker {}", request.program.toolchain.description, build::lab_version());
        subject_.shown = request.shown;
    }

    tl::expected<judge::Result, Trouble> explore() {
        announce(Stage::building);
        built_ = build::build_program(request_.program, stop_);
        if (stop_.stop_requested()) return tl::unexpected(interrupted());
        if (!built_.built() && built_.ours)
            return tl::unexpected(Trouble{Trouble::Kind::environment, built_.reason + "\n" + built_.diagnostics});
        if (!built_.built()) return finish(judge::judge_unbuilt(lesson_, subject_, diagnostics()));

        announce(Stage::exploring);
        auto explored = observed(task(request_.schedule));
        if (!explored) return tl::unexpected(std::move(explored.error()));
        std::vector<evidence::Evidence> replays;
        if (!request_.schedule) {
            for (const judge::Replay& wanted : judge::wanted_replays(lesson_, subject_, *explored)) {
                auto replayed = observed(task(wanted.schedule));
                if (!replayed) return tl::unexpected(std::move(replayed.error()));
                replays.push_back(std::move(*replayed));
            }
        }
        judge::Result result = judge::judge(lesson_, subject_, *explored, nullptr, replays);
        diagnose::add_diagnoses(result, *explored, replays);
        return finish(std::move(result));
    }

private:
    void announce(Stage stage) const {
        if (request_.on_stage) request_.on_stage(stage);
    }

    static Trouble interrupted() { return {Trouble::Kind::interrupted, "stopped"}; }

    // What judging needs of a lesson: that the output is the same in every interleaving, whatever it is.
    static course::Lesson no_lesson() {
        course::Lesson lesson;
        lesson.has_program = true;
        lesson.same_output = true;
        return lesson;
    }

    RunnerTask task(const std::optional<std::string>& schedule) const {
        RunnerTask task;
        task.only_main = true;
        task.interleavings = request_.interleavings;
        task.seed = request_.seed.value_or(
            subject_.sha256.size() < 8 ? 1 : std::stoull(subject_.sha256.substr(0, 8), nullptr, 16) + 1);
        task.arguments = request_.arguments;
        task.strategy = request_.strategy;
        task.preemptions = request_.preemptions;
        task.spurious = request_.spurious;
        task.until_first = request_.until_first;
        task.exact_loops = std::ranges::none_of(request_.program.more_flags, [](const std::string& flag) {
            return flag.starts_with("-O") && flag != "-O0";
        });
        if (request_.input) {
            task.input = request_.input->string();
            task.input_sha256 = build::sha256_of_file(*request_.input);
        }
        if (schedule) {
            task.case_name = "program";
            task.schedule = *schedule;
        }
        return task;
    }

    tl::expected<evidence::Evidence, Trouble> observed(const RunnerTask& task) {
        const auto begin = std::chrono::steady_clock::now();
        auto observation =
            observe({built_.program, built_.identity}, task, request_.program.cache, request_.fresh, stop_);
        if (stop_.stop_requested()) return tl::unexpected(interrupted());
        if (!observation) return tl::unexpected(Trouble{Trouble::Kind::environment, std::move(observation.error())});
        if (!observation->from_cache) {
            from_cache_ = false;
            if (!task.case_name)
                exploring_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        }
        symbols::annotate(observation->evidence, built_.program.string(),
                          own_sources(built_.program, request_.program));
        return std::move(observation->evidence);
    }

    std::string diagnostics() const {
        std::string text = built_.diagnostics;
        if (!built_.built() && !built_.reason.empty()) text += built_.reason + '\n';
        return request_.coloured_diagnostics ? text : build::without_colours(text);
    }

    judge::Result finish(judge::Result result) const {
        result.diagnostics = diagnostics();
        result.explored_as = request_.command;
        result.called = request_.called;
        result.from_cache = built_.built() && from_cache_;
        result.exploring_seconds = exploring_;
        result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        return result;
    }

    const ExploreRequest& request_;
    const std::stop_token stop_;
    const course::Lesson lesson_ = no_lesson();
    judge::HandIn subject_;
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    build::BuildResult built_;
    bool from_cache_ = true;
    double exploring_ = 0;
};

}  // namespace

tl::expected<judge::Result, Trouble> explore(const ExploreRequest& request, const std::stop_token& stop) {
    return Exploration(request, stop).explore();
}

}  // namespace lab::pipeline
