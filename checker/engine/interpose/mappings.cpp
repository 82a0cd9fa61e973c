// mappings.cpp: memory that the hand-in maps for itself. What an execution leaves mapped is given back before the next
// one maps anything, so that each gets the same addresses.
#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "memory/snapshot.hpp"
#include "model/execution.hpp"
#include "trace/recorder.hpp"

#include <sys/mman.h>
#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <vector>

using namespace interleave;

namespace {

struct Mapping {
    void* address;
    std::size_t size;
};
std::vector<Mapping> g_mappings;  // of the execution `g_generation`
std::uint32_t g_generation = 0;
// Where the next one goes that may go anywhere: in a region of their own, which nothing else is put into.
constexpr std::uintptr_t region = 0x3000'0000'0000;  // the heap begins at 0x2000...
std::uintptr_t g_next = region;

constexpr std::size_t whole_pages(std::size_t size) { return (size + 4095) & ~std::size_t{4095}; }
std::uintptr_t number(const void* address) { return reinterpret_cast<std::uintptr_t>(address); }

void begin_execution() {
    if (g_generation == exec.generation) return;
    g_generation = exec.generation;
    for (const Mapping& left : g_mappings) INTERLEAVE_REAL(munmap)(left.address, left.size);
    g_mappings.clear();
    g_next = region;
}

void* map_anywhere(std::size_t size, int protection, int flags, int file, off_t offset) {
    auto* const place = reinterpret_cast<void*>(g_next);
    void* const address = INTERLEAVE_REAL(mmap)(place, size, protection, flags | MAP_FIXED_NOREPLACE, file, offset);
    if (address == place) {
        g_next += whole_pages(size) + 4096;
        return address;
    }
    if (address != MAP_FAILED) INTERLEAVE_REAL(munmap)(address, size);  // a kernel that takes it for a wish
    return INTERLEAVE_REAL(mmap)(nullptr, size, protection, flags, file, offset);
}

// It is new memory, whatever was at these addresses before.
void enter(void* address, std::size_t size) {
    exec.shadow.forget(number(address), size);
    g_mappings.push_back({address, size});
}

// Takes away the part that is no longer mapped.
void leave(std::uintptr_t begin, std::size_t size) {
    const std::uintptr_t end = begin + whole_pages(size);
    std::vector<Mapping> kept;
    for (const Mapping& one : g_mappings) {
        const std::uintptr_t from = number(one.address), to = from + one.size;
        if (to <= begin || end <= from) {
            kept.push_back(one);
            continue;
        }
        if (from < begin) kept.push_back({one.address, begin - from});
        if (end < to) kept.push_back({reinterpret_cast<void*>(end), to - end});
    }
    g_mappings = std::move(kept);
}

// What it has mapped there, and no more: nobody watches the rest.
void give_back(std::uintptr_t begin, std::size_t size, std::uintptr_t pc) {
    for (const Mapping& one : g_mappings) {
        const std::uintptr_t from = std::max(number(one.address), begin);
        const std::uintptr_t to = std::min(number(one.address) + one.size, begin + size);
        if (from < to) exec.freed(from, to - from, pc);
    }
}

bool concerns_hand_in(const void* caller) { return exec.active && in_program_text(caller); }

void* map(void* wish, std::size_t size, int protection, int flags, int file, off_t offset, const void* caller) {
    const bool own = concerns_hand_in(caller);
    if (own) begin_execution();
    constexpr int placed = MAP_FIXED | MAP_FIXED_NOREPLACE | MAP_32BIT | MAP_HUGETLB | MAP_GROWSDOWN;
    void* address = own && wish == nullptr && (flags & placed) == 0
                        ? map_anywhere(size, protection, flags, file, offset)
                        : INTERLEAVE_REAL(mmap)(wish, size, protection, flags, file, offset);
    if (!own || address == MAP_FAILED) return address;
    if ((flags & MAP_FIXED) != 0) leave(number(address), size);
    enter(address, size);
    return address;
}

}  // namespace

INTERLEAVE_EXPORT void* mmap(void* wish, std::size_t size, int protection, int flags, int file, off_t offset) noexcept {
    return map(wish, size, protection, flags, file, offset, __builtin_return_address(0));
}
INTERLEAVE_EXPORT void* mmap64(void* wish, std::size_t size, int protection, int flags, int file,
                               off_t offset) noexcept {
    return map(wish, size, protection, flags, file, offset, __builtin_return_address(0));
}
INTERLEAVE_EXPORT int munmap(void* address, std::size_t size) noexcept {
    const bool own = concerns_hand_in(__builtin_return_address(0));
    if (own) {
        begin_execution();
        if (number(address) % 4096 != 0 || size == 0) {
            errno = EINVAL;
            return -1;
        }
        give_back(number(address), size, INTERLEAVE_PC);
        if (exec.recorder != nullptr) exec.recorder->give_up_write();  // there will be nothing to be read
        leave(number(address), size);
    }
    return INTERLEAVE_REAL(munmap)(address, size);
}
INTERLEAVE_EXPORT void* mremap(void* before, std::size_t size, std::size_t new_size, int flags, ...) noexcept {
    va_list list;
    va_start(list, flags);
    void* wish = va_arg(list, void*);  // used with MREMAP_FIXED only
    va_end(list);
    const bool own = concerns_hand_in(__builtin_return_address(0));
    if (own) begin_execution();
    void* after = INTERLEAVE_REAL(mremap)(before, size, new_size, flags, wish);
    if (!own || after == MAP_FAILED) return after;
    leave(number(before), size);
    if (after != before) {
        enter(after, new_size);
        return after;
    }
    if (new_size > size) exec.shadow.forget(number(before) + size, new_size - size);
    g_mappings.push_back({after, new_size});
    return after;
}
