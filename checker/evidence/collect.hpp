// collect.hpp: makes evidence of what a finished run left: its frames and how its process ended.
#pragma once

#include "channel/region.hpp"
#include "evidence/evidence.hpp"
#include "run/process.hpp"

#include <string>
#include <vector>

namespace lab::evidence {

// Reads frames in order. Never throws; what cannot be understood becomes an oddity and is left out.
Evidence parse_frames(const std::vector<std::string>& frames);

// The same for a run of the checker.
Evidence collect(const channel::Frames& frames, const run::ProcessResult& process);

Ending ending_of(const run::ProcessResult& process);

}  // namespace lab::evidence
