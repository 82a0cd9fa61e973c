// runner.cpp: child process, limits, channel.
#include "pipeline/runner.hpp"

#include "channel/region.hpp"
#include "evidence/collect.hpp"
#include "run/process.hpp"

namespace lab::pipeline {

namespace {

// The outer fence: what the back ends do not stop themselves. Generous, since a slow machine must get the same verdict.
constexpr auto wall_limit = std::chrono::minutes(5);
constexpr auto cpu_limit = std::chrono::minutes(4);
// Of a program that does nothing at all before its first result: only constructors of globals run until then.
constexpr auto idle_limit = std::chrono::seconds(5);
constexpr std::uint64_t memory_limit = 8ULL << 30U;  // of addresses, not of memory used
constexpr std::uint64_t file_size_limit = 64ULL << 20U;

}  // namespace

tl::expected<RunnerReport, std::string> run_program(const std::filesystem::path& program, build::Flavour flavour,
                                                    const RunnerTask& task, const std::filesystem::path& folder,
                                                    const std::stop_token& stop) {
    auto region = channel::Region::create();
    if (!region) return tl::unexpected(std::move(region.error()));

    run::ProcessRequest request;
    request.argv = {program.string()};
    request.environment = {"INTERLEAVE_CONFIG=" + write_config(task), region->variable()};
    request.directory = folder;
    request.wall_limit = wall_limit;
    request.cpu_limit = cpu_limit;
    request.memory_limit = memory_limit;
    request.file_size_limit = file_size_limit;
    request.fixed_addresses = flavour == build::Flavour::explored;
    request.idle_limit = idle_limit;
    request.may_sleep = [&region] { return !region->empty(); };
    const run::ProcessResult result = run::supervise(request, stop);

    const channel::Frames frames = region->read();
    RunnerReport report{frames.texts, evidence::collect(frames, result), false};
    report.conclusive = result.ended_well() && report.evidence.ended && !frames.cut && !frames.damaged &&
                        !report.evidence.tampered && result.left_behind == 0 && result.out.empty();
    return report;
}

evidence::Evidence remembered(const std::vector<std::string>& frames) {
    run::ProcessResult ended_well;
    ended_well.exit_code = 0;
    return evidence::collect(channel::Frames{frames, false, false}, ended_well);
}

}  // namespace lab::pipeline
