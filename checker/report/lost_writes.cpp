// lost_writes.cpp: counts the writes to each variable, and how many of them each thread has seen.
#include "report/lost_writes.hpp"

#include "report/waits.hpp"

namespace lab::report {

std::string LostWrites::follow(const judge::Step& step) {
    const std::string& op = step.operation;
    const bool stores = op == "write" || op == "atomic_store";
    const bool reads = op == "read" || op == "atomic_load" || (op == "atomic_cas" && step.note == "fails");
    const bool changes = op == "atomic_rmw" || (op == "atomic_cas" && !reads);
    // Parts of a container are not told apart; a write without a value has not taken place yet.
    if (step.part || step.object_id == 0 || (!stores && !reads && !changes) || (stores && step.value.empty()))
        return {};
    Memory& memory = memory_[step.object_id];
    std::string lost;
    if (const auto seen = seen_.find({step.thread, step.object_id});
        stores && seen != seen_.end() && seen->second < memory.writes && memory.writer != step.thread &&
        !memory.value.empty())
        lost = ", over " + thread_name(result_, memory.writer) + "'s " + memory.value;
    if (!reads) memory = {memory.writes + 1, step.thread, step.value};
    seen_[{step.thread, step.object_id}] = memory.writes;
    return lost;
}

}  // namespace lab::report
