// evidence_store.hpp: what a program has shown is kept, for as long as the program and its task stay the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/cache.hpp"

namespace lab::pipeline {

using FrameTexts = std::vector<std::string>;

// `identity` is the program's, `config` what it was asked to do.
std::optional<FrameTexts> find_frames(const build::Cache& cache, const std::string& identity,
                                      const std::string& config);

void keep_frames(const build::Cache& cache, const std::string& identity, const std::string& config,
                 const FrameTexts& frames);

}  // namespace lab::pipeline
