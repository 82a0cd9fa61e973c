// fence.hpp: the limits within which a process runs, set by itself between fork and exec.
#pragma once

#include "run/process.hpp"

#include <sys/types.h>

namespace lab::run {

// Called in the child: own process group, end with the parent, working folder, resource limits, signals as new, no
// descriptors of the checker. Only async-signal-safe calls. An errno value; 0 if it worked.
int raise_fence(const ProcessRequest& request, pid_t parent);

}  // namespace lab::run
