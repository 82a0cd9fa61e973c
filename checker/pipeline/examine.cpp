// examine.cpp: one hand-in, from its files to its result.
#include "pipeline/examine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>

#include "diagnose/diagnose.hpp"
#include "judge/cheating.hpp"
#include "judge/judge.hpp"
#include "pipeline/annotate.hpp"
#include "pipeline/observe.hpp"
#include "symbols/object_file.hpp"

namespace lab::pipeline {

namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// The same for the same hand-in on every machine; never 0.
std::uint64_t seed_of(const build::HandIn& hand_in) {
    return std::stoull(hand_in.sha256.substr(0, 8), nullptr, 16) + 1;
}

judge::HandIn described(const ExamineRequest& request) {
    judge::HandIn hand_in;
    for (const fs::path& file : request.hand_in.files) {
        hand_in.files.push_back({file.filename().string(), read_file(file)});
    }
    hand_in.untouched = request.hand_in.untouched;
    hand_in.sha256 = request.hand_in.sha256;
    hand_in.toolchain = fmt::format("{}, checker {}", request.toolchain.description, build::lab_version());
    hand_in.shown = request.shown;
    hand_in.replay_options = request.replay_options;
    hand_in.called = request.called;
    return hand_in;
}

// One examination: holds what the stages share.
class Examination {
public:
    Examination(const ExamineRequest& request, const std::stop_token& stop)
        : request_(request), stop_(stop), hand_in_(described(request)) {}

    tl::expected<judge::Result, Trouble> examine() {
        build::Build build(build_request(), stop_);
        if (auto trouble = wait_for_explored(build)) return tl::unexpected(std::move(*trouble));
        if (const auto cheat = find_cheat()) return finish(judge::judge_forbidden(request_.lesson, hand_in_, *cheat));
        if (!explored_.built()) return finish(judge::judge_unbuilt(request_.lesson, hand_in_, diagnostics()));

        announce(Stage::exploring);
        auto explored = evidence(explored_, build::Flavour::explored, task());
        if (!explored) return tl::unexpected(std::move(explored.error()));

        std::vector<evidence::Evidence> replays;
        for (const judge::Replay& wanted : judge::wanted_replays(request_.lesson, hand_in_, *explored)) {
            auto replayed =
                evidence(explored_, build::Flavour::explored, replay_task(wanted.case_name, wanted.schedule));
            if (!replayed) return tl::unexpected(std::move(replayed.error()));
            replays.push_back(std::move(*replayed));
        }
        if (!judge::wants_stress(request_.lesson, hand_in_, *explored)) {
            return finish(judged(*explored, nullptr, replays));
        }

        native_ = build.wait(build::Flavour::native);
        if (stop_.stop_requested()) return tl::unexpected(interrupted());
        if (!native_.built() && native_.ours)
            return tl::unexpected(Trouble{Trouble::Kind::environment, native_.reason});
        if (!native_.built()) return finish(judge::judge_unbuilt(request_.lesson, hand_in_, diagnostics()));
        announce(Stage::stressing);
        auto native = evidence(native_, build::Flavour::native, task());
        if (!native) return tl::unexpected(std::move(native.error()));
        return finish(judged(*explored, &*native, replays));
    }

    tl::expected<judge::Result, Trouble> replay(const std::string& case_name, const std::string& schedule) {
        build::Build build(build_request(), stop_);
        if (auto trouble = wait_for_explored(build)) return tl::unexpected(std::move(*trouble));
        if (const auto cheat = find_cheat()) return finish(judge::judge_forbidden(request_.lesson, hand_in_, *cheat));
        if (!explored_.built()) return finish(judge::judge_unbuilt(request_.lesson, hand_in_, diagnostics()));
        announce(Stage::exploring);
        auto explored = evidence(explored_, build::Flavour::explored, replay_task(case_name, schedule));
        if (!explored) return tl::unexpected(std::move(explored.error()));
        return finish(judged(*explored, nullptr, {}));
    }

private:
    void announce(Stage stage) const {
        if (request_.on_stage) request_.on_stage(stage);
    }

    static Trouble interrupted() { return {Trouble::Kind::interrupted, "stopped"}; }

    build::BuildRequest build_request() const {
        return {request_.lesson,       request_.hand_in, request_.toolchain,
                request_.installation, request_.cache,   request_.compilers};
    }

    std::optional<Trouble> wait_for_explored(build::Build& build) {
        announce(Stage::building);
        explored_ = build.wait(build::Flavour::explored);
        if (stop_.stop_requested()) return interrupted();
        if (!explored_.built() && explored_.ours) {
            return Trouble{Trouble::Kind::environment, explored_.reason + "\n" + explored_.diagnostics};
        }
        from_cache_ = explored_.cached;
        return std::nullopt;
    }

    // From the object files, so that it is known before anything runs, and where linking fails too.
    std::optional<std::string> find_cheat() const {
        if (explored_.objects.empty()) return std::nullopt;
        judge::ObjectNames names;
        for (const fs::path& object : explored_.objects) {
            auto read = symbols::read_link_names(object);
            if (!read) continue;
            std::move(read->defined.begin(), read->defined.end(), std::back_inserter(names.defined));
            std::move(read->defined_weak.begin(), read->defined_weak.end(), std::back_inserter(names.defined_weak));
            std::move(read->wanted.begin(), read->wanted.end(), std::back_inserter(names.wanted));
        }
        auto engine =
            symbols::read_link_names(build::back_end_library(build::Flavour::explored, request_.installation));
        std::vector<std::string> reserved;
        if (engine) {
            std::merge(engine->defined.begin(), engine->defined.end(), engine->defined_weak.begin(),
                       engine->defined_weak.end(), std::back_inserter(reserved));
        }
        return judge::find_cheat(hand_in_, names, reserved);
    }

    RunnerTask task() const {
        RunnerTask task;
        task.run_main = request_.lesson.has_program;
        task.interleavings = request_.interleavings.value_or(request_.lesson.interleavings);
        task.stress_runs = request_.lesson.stress_runs;
        task.seed = seed_of(request_.hand_in);
        return task;
    }

    RunnerTask replay_task(const std::string& case_name, const std::string& schedule) const {
        RunnerTask replay = task();
        replay.case_name = case_name;
        replay.schedule = schedule;
        return replay;
    }

    tl::expected<evidence::Evidence, Trouble> evidence(const build::BuildResult& program, build::Flavour flavour,
                                                       const RunnerTask& task) {
        auto observation =
            observe({program.program, program.identity, flavour}, task, request_.cache, request_.fresh, stop_);
        if (stop_.stop_requested()) return tl::unexpected(interrupted());
        if (!observation) return tl::unexpected(Trouble{Trouble::Kind::environment, std::move(observation.error())});
        from_cache_ = from_cache_ && observation->from_cache;
        return annotated(std::move(observation->evidence), program);
    }

    evidence::Evidence annotated(evidence::Evidence evidence, const build::BuildResult& program) const {
        annotate(evidence, program.program, request_);
        return evidence;
    }

    // The explored compiler's words, or, if it had none, the native one's; the sentence about it where it was stopped.
    std::string diagnostics() const {
        const build::BuildResult& source = explored_.diagnostics.empty() && explored_.built() ? native_ : explored_;
        std::string text = source.diagnostics;
        if (!source.built() && !source.reason.empty()) {
            if (!text.empty() && text.back() != '\n') text += '\n';
            text += source.reason + '\n';
        }
        return request_.coloured_diagnostics ? text : build::without_colours(text);
    }

    judge::Result judged(const evidence::Evidence& explored, const evidence::Evidence* native,
                         const std::vector<evidence::Evidence>& replays) const {
        judge::Result result = judge::judge(request_.lesson, hand_in_, explored, native, replays);
        diagnose::add_diagnoses(result, explored, replays);
        return result;
    }

    judge::Result finish(judge::Result result) const {
        result.diagnostics = diagnostics();
        result.from_cache = from_cache_;
        result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        return result;
    }

    const ExamineRequest& request_;
    const std::stop_token stop_;
    const judge::HandIn hand_in_;
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    build::BuildResult explored_;
    build::BuildResult native_;
    bool from_cache_ = false;
};

}  // namespace

tl::expected<judge::Result, Trouble> examine(const ExamineRequest& request, const std::stop_token& stop) {
    return Examination(request, stop).examine();
}

tl::expected<judge::Result, Trouble> replay(const ExamineRequest& request, const std::string& case_name,
                                            const std::string& schedule, const std::stop_token& stop) {
    return Examination(request, stop).replay(case_name, schedule);
}

}  // namespace lab::pipeline
