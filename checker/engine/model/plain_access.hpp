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

template <unsigned size, bool write>
[[gnu::always_inline]] inline Access made_by(const Thread& me, std::uintptr_t address, std::uintptr_t pc) {
    const unsigned bytes = size >= 8 ? 0xff : ((1u << size) - 1) << (address & 7);  // one bit each, of its cell
    return make_access(me, write, pc, 0, bytes);
}

// An access to a cell, but not the latest one once more. `cell` null: it needs shared_access().
template <unsigned size, bool write>
[[gnu::noinline]] void other_access(std::uintptr_t address, std::uintptr_t pc, Shadow::Cell* cell) {
    // What others do with a stack is noted where they come to it first; its owner may have been in that cell before.
    const bool noted = !may_be_a_stack(address) || part_is_known(address);
    if (cell == nullptr || !noted) [[unlikely]]
        return exec.shared_access(address, size, write, pc);
    Thread& me = *exec.current;
    const Access made = made_by<size, write>(me, address, pc);
    bool entered = true;
    if (exec.shadow.is_known(*cell))
        entered = Shadow::enter_near(*cell, made, me.clock);
    else if (!exec.shadow.enter_first(address, *cell, made))
        return exec.shared_access(address, size, write, pc);
    // Counted once, here or there: a replay, which takes the long way, counts the same.
    ++me.plain_accesses;
    if (write && exec.is_exact() && !own_stack(me, address)) ++me.foreign_writes;
    if (!entered) [[unlikely]]
        exec.compare_access(address, *cell, made);
}

// Of at most 16 bytes of memory that is not the thread's private stack.
template <unsigned size, bool write>
[[gnu::always_inline]] inline void common_access(std::uintptr_t address, std::uintptr_t pc) {
    Thread& me = *exec.current;
    const bool within = size == 1 || (size <= 8 && (address & 7) <= 8 - size);  // one cell
    Shadow::Cell* cell = nullptr;
    if (within && me.plain_accesses < me.quick_accesses) [[likely]]
        cell = exec.shadow.cached_cell(address);
    if (cell != nullptr && exec.shadow.is_known(*cell) && !(write && exec.is_exact()) &&
        Shadow::enter_again(*cell, made_by<size, write>(me, address, pc)))
        ++me.plain_accesses;
    else
        other_access<size, write>(address, pc, cell);
}

}  // namespace interleave
