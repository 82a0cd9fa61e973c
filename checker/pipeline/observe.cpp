// observe.cpp: looks into the cache, runs, keeps what is conclusive.
#include "pipeline/observe.hpp"

#include "pipeline/evidence_store.hpp"

namespace lab::pipeline {

tl::expected<Observation, std::string> observe(const Subject& subject, const RunnerTask& task,
                                               const build::Cache& cache, bool fresh, const std::stop_token& stop) {
    const std::string config = write_config(task);
    if (!fresh) {
        if (const auto frames = find_frames(cache, subject.identity, config))
            return Observation{remembered(*frames), true};
    }
    const build::Draft folder = cache.draft();
    auto report = run_program(subject.program, subject.flavour, task, folder.folder(), stop);
    if (stop.stop_requested()) return tl::unexpected(std::string("stopped"));
    if (!report) return tl::unexpected(std::move(report.error()));
    if (report->conclusive) keep_frames(cache, subject.identity, config, report->frames);
    return Observation{std::move(report->evidence), false};
}

}  // namespace lab::pipeline
