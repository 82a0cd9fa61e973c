// arena.hpp: the hand-in's heap, the same addresses in every interleaving.
//
// Blocks are carved off one after another and not used again within an execution until 32 MiB were allocated, so that
// a use after free is seen. Between executions the arena returns to where it was before the body started.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace interleave::arena {

inline constexpr std::uintptr_t base = 0x200000000000;         // fixed, so that addresses do not vary
inline constexpr std::size_t capacity = std::size_t{1} << 30;  // bytes of address space; memory_limit is what counts

inline bool contains(const void* pointer) noexcept {
    return reinterpret_cast<std::uintptr_t>(pointer) - base < capacity;
}

// Reserves the address space. Called by the first allocation too. False if the range is taken.
bool reserve() noexcept;

// Null when the limit is reached. `used_before` is set if the block was another one earlier in this execution.
void* allocate(std::size_t size, std::size_t alignment, bool& used_before) noexcept;
// Marks the block free. False if it is not the start of a live block (a double or wild free).
bool release(void* block) noexcept;
bool is_live(const void* block) noexcept;
std::size_t size_of(const void* block) noexcept;

// The current contents become what restart() returns to.
void mark() noexcept;
void restart() noexcept;

enum class Probe : std::uint8_t { live, freed, outside };
// Whether this address lies in a live block, in a freed one, or between blocks. Linear in the number of blocks: for
// reports.
Probe probe(std::uintptr_t address) noexcept;

struct Usage {
    std::size_t live_blocks = 0;  // allocated since mark() and not freed
    std::size_t live_bytes = 0;
};
Usage usage() noexcept;

// All that is allocated at one moment of an execution, with its contents.
struct Moment {
    std::uintptr_t next = 0;
    Usage used;
    std::vector<unsigned char> contents;
};
// False if that is too much to be copied for each execution.
bool keep(Moment& moment);
// What restart() does, but back to that moment.
void restart_at(const Moment& moment) noexcept;
bool stands_as(const Moment& moment) noexcept;
// The variables that the functions above change.
std::span<const std::byte> own_variables() noexcept;

void set_limit(std::size_t bytes) noexcept;

}  // namespace interleave::arena
