// plain_access.hpp: the part of a plain access that is inlined into the compiler's hooks; memory.cpp has the rest.
#pragma once

#include "memory/snapshot.hpp"
#include "model/execution.hpp"

#include <cstdint>

namespace interleave {

// Parts of stacks, by their addresses divided by 256, that are known to be used by other threads than their own.
inline std::uintptr_t known_stack_parts[64];

inline bool may_be_a_stack(std::uintptr_t address) { return address >> 41 == 0x7e >> 1; }

inline bool part_is_known(std::uintptr_t address) {
    const std::uintptr_t part = address >> 8;
    return known_stack_parts[part % std::size(known_stack_parts)] == part;
}

inline bool own_stack(const Thread& thread, std::uintptr_t address) {
    return address - thread.stack_low < thread.stack_top - thread.stack_low;
}

[[gnu::always_inline]] inline Access make_access(const Thread& thread, std::uint8_t flags, std::uintptr_t pc,
                                                 std::uint32_t event, unsigned bytes = 0) {
    return {thread.moment, bytes, flags, static_cast<std::uint32_t>(pc - g_program.base), event};
}

// Of at most 16 bytes of memory that is not the thread's private stack.
[[gnu::always_inline]] inline void common_access(Execution& execution, std::uintptr_t address, unsigned size,
                                                 bool write, std::uintptr_t pc) {
    Thread& me = *execution.current;
    const unsigned bytes = ((1u << size) - 1) << (address & 7);  // one bit each, of its cell
    const std::uint64_t accesses = me.plain_accesses + 1;
    if (bytes > 0xff || accesses > me.quick_accesses || (may_be_a_stack(address) && !part_is_known(address)))
        [[unlikely]]
        return execution.shared_access(address, size, write, pc);
    const Access made = make_access(me, write, pc, 0, bytes);
    Shadow::Cell* cell = nullptr;
    const auto entered = execution.shadow.enter(address, made, cell);
    if (entered == Shadow::Entered::no) [[unlikely]]
        return execution.shared_access(address, size, write, pc);
    // Counted once, here or there: a replay, which takes the long way, counts the same.
    me.plain_accesses = accesses;
    if (write && execution.is_exact() && !own_stack(me, address)) ++me.foreign_writes;
    if (entered == Shadow::Entered::compare) execution.compare_access(address, *cell, made);
}

}  // namespace interleave
