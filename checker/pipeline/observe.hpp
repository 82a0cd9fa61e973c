// observe.hpp: what a built program shows when it is run for a task: from the cache if it has shown it before, else by
// running it.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>

#include "build/cache.hpp"
#include "evidence/evidence.hpp"
#include "pipeline/runner.hpp"

namespace lab::pipeline {

struct Subject {
    std::filesystem::path program;
    std::string identity;
    build::Flavour flavour = build::Flavour::explored;
};

struct Observation {
    evidence::Evidence evidence;
    bool from_cache = false;
};

// `fresh`: run it whatever is in the cache. The error is a sentence about this machine; if `stop` was requested, it
// means nothing.
tl::expected<Observation, std::string> observe(const Subject& subject, const RunnerTask& task,
                                               const build::Cache& cache, bool fresh, const std::stop_token& stop);

}  // namespace lab::pipeline
