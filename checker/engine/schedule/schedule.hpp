// schedule.hpp: an interleaving as plain data, and as the short string that people pass around.
//
// A schedule lists the thread of each step; `1_2` is a load by thread 1 that reads the value two stores back, a weak
// compare-exchange `1_1` one that fails for no reason,
// `1-` a step that thread 1 took before its creator went on.
// A step is one operation that other threads can notice: on a lock, a
// condition, an atomic, the output, or on memory that the schedule declares visible because unordered accesses race
// there.
#pragma once

#include "model/types.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interleave {

// Eight bytes of memory whose plain accesses are steps, named independently of load addresses.
struct VisibleCell {
    enum class Region : char { global = 'g', heap = 'h', stack = 's' };
    Region region = Region::global;
    ThreadId thread = 0;       // whose stack
    std::uint64_t offset = 0;  // bytes from the region's start (global, heap) or below the stack's top

    friend bool operator==(const VisibleCell&, const VisibleCell&) = default;
};

struct Schedule {
    std::vector<VisibleCell> visible;
    std::vector<ThreadId> steps;  // see thread_of_step()

    friend bool operator==(const Schedule&, const Schedule&) = default;
};

// For example `s1:0.1*3.2` or, with visible memory, `s1@g2f8,s1-40:0.1*3.2`.
std::string to_string(const Schedule& schedule);

// Nothing if the text is not a schedule.
std::optional<Schedule> parse_schedule(std::string_view text);

}  // namespace interleave
