// waiting.hpp: explains interleavings in which threads wait in vain.
#pragma once

#include "judge/explain.hpp"

namespace lab::judge {

Explanation explain_deadlock(const evidence::Failure& failure);
Explanation explain_lost_wakeup(const evidence::Failure& failure);
Explanation explain_livelock(const evidence::Failure& failure);

}  // namespace lab::judge
