// child.hpp: the life of a run's own process.
#pragma once

#include "run.hpp"

namespace interleave::native {

// Makes this freshly forked process the run: standard output goes to `output`, limits are set, the case is run,
// leftover threads are noticed. Never returns.
[[noreturn]] void live(const RunRequest& request, RunRecord& record, int output);

}  // namespace interleave::native
