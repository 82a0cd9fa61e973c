// evidence_store.cpp: frames in the build cache, one a line.
#include "pipeline/evidence_store.hpp"

#include <fstream>

#include "build/sha256.hpp"

namespace lab::pipeline {

namespace {

std::string key(const std::string& identity, const std::string& config) {
    build::Sha256 hash;
    hash.add_field("frames 1");
    hash.add_field(identity);
    hash.add_field(config);
    return hash.hex();
}

}  // namespace

std::optional<FrameTexts> find_frames(const build::Cache& cache, const std::string& identity,
                                      const std::string& config) {
    const auto entry = cache.find(key(identity, config));
    if (!entry) return std::nullopt;
    std::ifstream stream(*entry / "frames", std::ios::binary);
    if (!stream) return std::nullopt;
    FrameTexts frames;
    for (std::string line; std::getline(stream, line);) frames.push_back(std::move(line));
    return frames;
}

void keep_frames(const build::Cache& cache, const std::string& identity, const std::string& config,
                 const FrameTexts& frames) {
    build::Draft draft = cache.draft();
    std::ofstream stream(draft.folder() / "frames", std::ios::binary);
    for (const std::string& frame : frames) stream << frame << '\n';
    stream.close();
    if (stream) cache.publish(std::move(draft), key(identity, config));
}

}  // namespace lab::pipeline
