// explore.hpp: the path of `checker explore`: any program, from its files to the result. No lesson, no stress run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "build/program.hpp"
#include "judge/result.hpp"
#include "pipeline/examine.hpp"

namespace lab::pipeline {

struct ExploreRequest {
    build::ProgramRequest program;
    std::vector<std::string> arguments = {};          // of main(), without the program's name
    std::optional<std::filesystem::path> input = {};  // standard input; none: empty
    std::string strategy = "default";
    std::uint64_t interleavings = 20'000;
    std::optional<std::uint64_t> seed = {};  // none: derived from the sources
    std::optional<unsigned> preemptions = {};
    std::optional<unsigned> spurious = {};
    bool until_first = false;
    std::optional<std::string> schedule = {};  // replay this one only
    std::string shown = {};                    // the files, as they were given
    std::string called = "checker";            // see judge::Result
    std::string command = {};                  // what follows `checker explore` to do this again: "a.cpp -- -DN=3"
    bool fresh = false;
    bool coloured_diagnostics = false;
    std::function<void(Stage)> on_stage = {};
};

tl::expected<judge::Result, Trouble> explore(const ExploreRequest& request, const std::stop_token& stop);

}  // namespace lab::pipeline
