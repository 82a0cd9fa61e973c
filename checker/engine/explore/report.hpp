// report.hpp: shared state to the runner's result values.
#pragma once

#include "explore/explorer.hpp"
#include "explore/shared_state.hpp"

namespace interleave {

// `found` is what the search saw; `explained`, if there is one, the recording of `schedule`: then the result has a
// failure even if nothing went wrong, of kind "none", which carries the trace. `continued`, if there is one, is a
// recording of the same schedule that was not stopped by the failure.
runner::CaseEnd make_case_end(const Subject& subject, const SharedState& found, const SharedState* explained,
                              const SharedState* continued, const Schedule& schedule);

// What the search over visible `cells` found, a failure or outputs; its schedules make these cells visible.
runner::Consequence make_consequence(const SharedState& found, const std::vector<VisibleCell>& cells);

}  // namespace interleave
