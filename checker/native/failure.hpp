// failure.hpp: from how a run's process ended, and what it had noted, to the one failure that is reported.
#pragma once

#include <optional>

#include "../engine/runner/frames.hpp"
#include "run_record.hpp"

namespace interleave::native {

// How the process of a run ended, as the parent saw it.
struct ProcessEnd {
    bool killed_for_time = false;  // it was still running after its time and was killed
    bool over_output_limit = false;
    int status = 0;      // of waitpid
    double seconds = 0;  // time limit
};

// Empty if the run is as it should be. Output is not filled in.
std::optional<runner::Failure> failure_of(const RunRecord& record, const ProcessEnd& end);

}  // namespace interleave::native
