// arena.cpp: bump allocation with a header before each block.
#include "memory/arena.hpp"

#include "interpose/real.hpp"

#include <sys/mman.h>
#include <cstring>

namespace interleave::arena {
namespace {

// Sits just before each block. The magic numbers tell a live block from a freed one and from no block at all.
struct Header {
    std::uint64_t size;  // of the block as asked for
    std::uint32_t span;  // from this header to the next one, in units of 16 bytes
    std::uint32_t state;
};
static_assert(sizeof(Header) == 16);
constexpr std::uint32_t live = 0x11feb10c;
constexpr std::uint32_t freed = 0xdeadb10c;

struct State {
    std::uintptr_t next = 0;   // where the next header goes; 0 before reserve()
    std::uintptr_t start = 0;  // next as of mark()
    std::size_t limit = std::size_t{256} << 20;
    Usage used;
    void* saved = nullptr;  // copy of [base, start)
} g;

// Freed blocks by their span, used again only when the execution has allocated much. The links lie in the blocks.
constexpr std::size_t reuse_after = std::size_t{32} << 20;
constexpr std::uint32_t sizes = 4096;  // spans with a list of their own; longer ones share the last list
std::uintptr_t g_free[sizes + 1];
bool g_any_free = false;

std::uint32_t list_of(std::uint32_t span) { return span < sizes ? span : sizes; }
std::uintptr_t& link_of(std::uintptr_t block) { return *reinterpret_cast<std::uintptr_t*>(block); }

Header* header_of(const void* block) noexcept {
    return reinterpret_cast<Header*>(reinterpret_cast<std::uintptr_t>(block) - sizeof(Header));
}

// A freed block of exactly this span (or, among the long ones, of at most an eighth more). 0 if there is none.
std::uintptr_t take_freed(std::uint32_t span) {
    if (!g_any_free) return 0;
    for (std::uintptr_t* link = &g_free[list_of(span)]; *link != 0; link = &link_of(*link)) {
        const std::uintptr_t block = *link;
        const std::uint32_t have = header_of(reinterpret_cast<void*>(block))->span;
        if (have < span || have > span + span / 8) continue;
        *link = link_of(block);
        return block;
    }
    return 0;
}

}  // namespace

bool reserve() noexcept {
    if (g.next != 0) return true;
    void* got = mmap(reinterpret_cast<void*>(base), capacity, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
    if (got != reinterpret_cast<void*>(base)) return false;
    g.next = g.start = base;
    return true;
}

void* allocate(std::size_t size, std::size_t alignment, bool& used_before) noexcept {
    used_before = false;
    if (g.next == 0 && !reserve()) return nullptr;
    if (alignment < 16) alignment = 16;
    if (size > g.limit || alignment > g.limit) return nullptr;
    if (alignment == 16) {
        const auto span = static_cast<std::uint32_t>(((size == 0 ? 1 : size) + 15) / 16 + 1);
        if (const std::uintptr_t again = take_freed(span)) {
            auto* header = header_of(reinterpret_cast<void*>(again));
            *header = {size, header->span, live};
            g.used.live_blocks += 1;
            g.used.live_bytes += size;
            used_before = true;
            return reinterpret_cast<void*>(again);
        }
    }
    const std::uintptr_t block = (g.next + sizeof(Header) + alignment - 1) & ~(alignment - 1);
    const std::uintptr_t end = (block + (size == 0 ? 1 : size) + 15) & ~std::uintptr_t{15};
    if (end - base > g.limit) return nullptr;
    // Alignment may leave a gap before the header; probe() walks over it by the span of the one before.
    auto* header = reinterpret_cast<Header*>(block - sizeof(Header));
    *header = {size, static_cast<std::uint32_t>((end - (block - sizeof(Header))) / 16), live};
    g.next = end;
    g.used.live_blocks += 1;
    g.used.live_bytes += size;
    return reinterpret_cast<void*>(block);
}

bool is_live(const void* block) noexcept {
    const auto address = reinterpret_cast<std::uintptr_t>(block);
    return address % 16 == 0 && address >= base + sizeof(Header) && address < g.next && header_of(block)->state == live;
}

bool release(void* block) noexcept {
    const auto address = reinterpret_cast<std::uintptr_t>(block);
    if (!is_live(block)) return false;
    auto* header = header_of(block);
    header->state = freed;
    if (address >= g.start) {
        g.used.live_blocks -= 1;
        g.used.live_bytes -= header->size;
        if (g.next - g.start > reuse_after) {
            std::uintptr_t& list = g_free[list_of(header->span)];
            link_of(address) = list;
            list = address;
            g_any_free = true;
        }
    }
    return true;
}

std::size_t size_of(const void* block) noexcept { return header_of(block)->size; }

void mark() noexcept {
    reserve();
    g.start = g.next;
    g.used = {};
    const std::size_t size = g.start - base;
    if (size == 0) return;
    g.saved = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (g.saved == MAP_FAILED) g.saved = nullptr;
    if (g.saved != nullptr) std::memcpy(g.saved, reinterpret_cast<void*>(base), size);
}

// Takes back what lies behind `end`.
static void empty_from(std::uintptr_t end) noexcept {
    std::uintptr_t used_end = g.next > end ? g.next : end;
    // Pages that a hungry execution touched go back, the first few stay warm.
    constexpr std::size_t warm = std::size_t{4} << 20;
    const std::uintptr_t cold = (end + warm + 4095) & ~std::uintptr_t{4095};
    if (used_end > cold) {
        madvise(reinterpret_cast<void*>(cold), used_end - cold, MADV_DONTNEED);
        used_end = cold;
    }
    if (g_any_free) std::memset(g_free, 0, sizeof g_free);
    g_any_free = false;
    // The same contents of memory that is never initialised in each execution.
    clear_memory(reinterpret_cast<void*>(end), used_end - end);
    g.next = end;
}

void restart() noexcept {
    empty_from(g.start);
    if (g.saved != nullptr) std::memcpy(reinterpret_cast<void*>(base), g.saved, g.start - base);
    g.used = {};
}

bool keep(Moment& moment) {
    constexpr std::size_t most = std::size_t{4} << 20;
    if (g.next - base > most || g_any_free) return false;
    moment.next = g.next;
    moment.used = g.used;
    moment.contents.assign(reinterpret_cast<const unsigned char*>(base),
                           reinterpret_cast<const unsigned char*>(g.next));
    return true;
}

void restart_at(const Moment& moment) noexcept {
    empty_from(moment.next);
    copy_memory(reinterpret_cast<void*>(base), moment.contents.data(), moment.contents.size());
    g.used = moment.used;
}

bool stands_as(const Moment& moment) noexcept {
    return g.next == moment.next && g.used.live_blocks == moment.used.live_blocks && !g_any_free &&
           std::memcmp(reinterpret_cast<const void*>(base), moment.contents.data(), moment.contents.size()) == 0;
}

std::span<const std::byte> own_variables() noexcept { return std::as_bytes(std::span(&g, 1)); }

Probe probe(std::uintptr_t address) noexcept {
    // Blocks are found by their magic numbers: backwards from the address, 16 bytes at a time.
    if (address < base + sizeof(Header) || address >= g.next) return Probe::outside;
    for (std::uintptr_t at = (address & ~std::uintptr_t{15}) - sizeof(Header); at >= base; at -= 16) {
        const auto* header = reinterpret_cast<const Header*>(at);
        if (header->state != live && header->state != freed) continue;
        if (at + std::uintptr_t{header->span} * 16 <= address) return Probe::outside;
        return header->state == live ? Probe::live : Probe::freed;
    }
    return Probe::outside;
}

Usage usage() noexcept { return g.used; }
void set_limit(std::size_t bytes) noexcept { g.limit = bytes < capacity ? bytes : capacity; }

}  // namespace interleave::arena
