// clock.cpp: storage and the join of vector clocks.
#include "race/clock.hpp"

#include <sys/mman.h>
#include <cstring>

namespace interleave {
namespace {

// Bump storage; chunks are kept from one execution to the next.
struct Chunk {
    Chunk* next;
    std::uint32_t used;
    std::uint32_t words[(1 << 16) - 4];
};
Chunk* g_first = nullptr;
Chunk* g_current = nullptr;

Chunk* new_chunk() {
    void* memory = mmap(nullptr, sizeof(Chunk), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) __builtin_trap();
    return static_cast<Chunk*>(memory);
}

std::uint32_t* take(unsigned words) {
    if (g_current == nullptr) g_first = g_current = new_chunk();
    if (g_current->used + words > sizeof g_current->words / sizeof(std::uint32_t)) {
        if (g_current->next == nullptr) g_current->next = new_chunk();
        g_current = g_current->next;
        g_current->used = 0;
    }
    std::uint32_t* result = g_current->words + g_current->used;
    g_current->used += words;
    for (unsigned i = 0; i < words; ++i) result[i] = 0;
    return result;
}

}  // namespace

void Clock::recycle_all() noexcept {
    g_current = g_first;
    if (g_current != nullptr) g_current->used = 0;
}

void Clock::ensure_more(unsigned count) {
    if (count <= more_count_) return;
    const unsigned rounded = (count + unit - 1) & ~(unit - 1);
    std::uint32_t* larger = take(rounded);
    if (more_count_ != 0) std::memcpy(larger, more_, more_count_ * sizeof(std::uint32_t));
    more_ = larger;
    more_count_ = rounded;
}

void Clock::join_more(const Clock& other) {
    ensure_more(other.more_count_);
    Lanes* const to = lanes(more_);
    const Lanes* const from = lanes(other.more_);
    for (unsigned i = 0, end = other.more_count_ / lane_count; i < end; ++i) to[i] = to[i] > from[i] ? to[i] : from[i];
}

void Clock::assign_more(const Clock& other) {
    ensure_more(other.more_count_);
    for (unsigned i = 0; i < more_count_; ++i) more_[i] = i < other.more_count_ ? other.more_[i] : 0;
}

}  // namespace interleave
