// weak_memory.hpp: what loads may read beyond sequential consistency: an older store, as long as C++20 [intro.races]
// and [atomics.order] allow it.
//
// A load may read any store from the last one that it must know of: its own, one that happens before it, one that it or
// somebody who happens before it has read, and what sequentially consistent operations and fences impose. Updates read
// the latest. The modification order of each atomic is the order in which its stores were executed, or another one
// where that is something new: a store may come before others that its thread need not know of. Not explored: loads
// that read from stores that come later (load buffering), other modification orders in programs with sequentially
// consistent fences. Used only when the program has atomics weaker than seq_cst.
#pragma once

#include "model/execution.hpp"

namespace interleave::weak {

// Whether this operation takes part. Learns that the program has weak atomics.
bool in_use(const Object& object, int order);
// The value that a load reads, where `latest` is what the memory holds. `older`: how many stores back it is.
struct Read {
    std::uint64_t value = 0;
    const Clock* release = nullptr;  // what an acquire learns
    unsigned older = 0;
    bool news = false;  // not what the thread read there before, or there was a choice
};
Read read(Object& object, std::uint64_t latest, int order, std::uintptr_t pc);
// Before a store or update: `latest` is what the memory holds until then.
void before_write(Object& object, std::uint64_t latest);
// After it, when object.clock is what its readers learn.
void after_write(Object& object, std::uint64_t value, int order, bool update);
// Before how many of the latest stores the store of the present step comes in the modification order. Asks the
// strategy.
unsigned choose_place(const Object& object, int order);
// Instead of after_write(): the store comes before so many. The memory keeps the value of the latest.
void store_before(Object& object, std::uint64_t value, int order, unsigned later);
// Another operation than a load has read the latest store.
void read_latest(Object& object, int order);
// A sequentially consistent fence: a step, so that fences are ordered.
void fence(std::uintptr_t pc);

}  // namespace interleave::weak
