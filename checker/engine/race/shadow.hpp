// shadow.hpp: who accessed which byte last, and whether two accesses race.
//
// For every 8 bytes of the program a cell keeps the accesses that a later one may still race with, precise to the byte.
// Cells of earlier executions count as empty.
#pragma once

#include "model/types.hpp"
#include "race/clock.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace interleave {

struct Access {
    static constexpr std::uint8_t write = 1;   // else a read
    static constexpr std::uint8_t atomic = 2;  // two atomic accesses never race
    static constexpr std::uint8_t freed = 4;   // the block was given back here

    std::uint32_t time = 0;  // of the thread's clock
    ThreadId thread = 0;
    std::uint8_t bytes = 0;  // one bit a byte of the cell
    std::uint8_t flags = 0;
    std::uint32_t pc = 0;     // relative to the program's load address
    std::uint32_t event = 0;  // index in the recorded trace, when one is recorded

    // Made and copied in two words: in pieces, the processor would wait for its own stores.
    static Access make(std::uint32_t time, ThreadId thread, std::uint8_t flags, std::uint32_t pc, std::uint32_t event) {
        return std::bit_cast<Access>(
            Words{time | std::uint64_t{thread} << 32 | std::uint64_t{flags} << 56, pc | std::uint64_t{event} << 32});
    }
    Access with_bytes(std::uint8_t mask) const {
        auto words = std::bit_cast<Words>(*this);
        words.first |= std::uint64_t{mask} << 48;
        return std::bit_cast<Access>(words);
    }

private:
    struct Words {
        std::uint64_t first, second;
    };
};
static_assert(sizeof(Access) == 16 && std::endian::native == std::endian::little);

struct Race {
    Access earlier;
    std::uintptr_t address = 0;  // first byte in conflict
};

class Shadow {
public:
    // Forgets all accesses: the start of an execution.
    void restart() noexcept { ++generation_; }

    // Enters an access by `now.thread`, whose clock is given. True if an earlier access conflicts and is not ordered
    // before it; `race` says which.
    bool access(std::uintptr_t address, std::size_t size, Access now, const Clock& clock, Race& race);

    // access() for the common case: within one cell of a page that was used lately, no race, and room for it. False if
    // it takes a closer look; nothing is changed then.
    bool enter(std::uintptr_t address, std::size_t size, Access now, const Clock& clock) {
        const std::uintptr_t number = address >> page_shift;
        const Cached& cached = cache_[number % cached_pages];
        if (cached.number != number || cached.page == nullptr || (address & 7) + size > 8) return false;
        Cell& cell = cached.page->cells[(address >> 3) % cells_a_page];
        const auto bytes = static_cast<std::uint8_t>(((1u << size) - 1) << (address & 7));
        if (cell.generation != generation_) {
            if (cell.more != nullptr) return false;
            cell.generation = generation_;
            cached.page->generation = generation_;
            cell.count = 1;
            cell.accesses[0] = now.with_bytes(bytes);
            return true;
        }
        return access_quickly(cell, bytes, now, clock);
    }

    // The bytes are new memory: earlier accesses to them no longer count.
    void forget(std::uintptr_t address, std::size_t size);

private:
    static constexpr unsigned page_shift = 12;
    static constexpr unsigned cells_a_page = (1u << page_shift) / 8;

    // More accesses than fit into a cell: many threads that only read.
    struct Overflow {
        unsigned count;
        Access accesses[max_threads];
    };
    struct alignas(64) Cell {
        std::uint32_t generation;
        std::uint32_t count;
        Access accesses[3];
        Overflow* more;
    };
    struct Page {
        Cell cells[cells_a_page];
        std::uintptr_t number;
        std::uint32_t generation;  // the latest in which a cell of it was used
    };

    Cell& cell(std::uintptr_t address);
    Page* find_page(std::uintptr_t number);
    Page* existing_page(std::uintptr_t number) const;
    static bool access_quickly(Cell& cell, std::uint8_t bytes, Access now, const Clock& clock);
    bool access_cell(Cell& cell, std::uint8_t bytes, Access now, const Clock& clock, Race& race);

    static constexpr unsigned cached_pages = 256;
    struct Cached {
        std::uintptr_t number;
        Page* page;
    };
    Cached cache_[cached_pages] = {};
    Page** table_ = nullptr;  // open addressing over page numbers
    std::size_t table_size_ = 0;
    std::size_t page_count_ = 0;
    std::uint32_t generation_ = 1;
};

// Entries of a cell that hold no race and fit: nearly all. False if it takes a closer look; nothing is changed then.
inline bool Shadow::access_quickly(Cell& cell, std::uint8_t bytes, Access now, const Clock& clock) {
    // The same once more, or less than what is there already: nothing to learn.
    for (unsigned i = 0; i < cell.count; ++i) {
        const Access& old = cell.accesses[i];
        if (old.thread == now.thread && old.time == now.time && (bytes & ~old.bytes) == 0 &&
            ((old.flags ^ now.flags) & ~Access::write) == 0 && old.flags >= now.flags)
            return true;
    }
    const std::uint8_t kind = now.flags;
    const unsigned count = cell.count;
    if (count != 0) {
        if (cell.more != nullptr && cell.more->count != 0) return false;
        unsigned kept = 0;
        std::uint8_t keep[3];
        for (unsigned i = 0; i < count; ++i) {
            const Access& old = cell.accesses[i];
            const bool ordered = old.thread == now.thread || old.time <= clock[old.thread];
            const bool overlap = (old.bytes & bytes) != 0;
            if ((old.flags & Access::freed) != 0) return false;
            if (!ordered && overlap && ((old.flags | kind) & Access::write) != 0 &&
                (old.flags & kind & Access::atomic) == 0)
                return false;
            // See covered() below.
            const bool covered = ordered && (old.bytes & ~bytes) == 0 && (((kind | ~old.flags) & Access::write) != 0) &&
                                 (((old.flags | ~kind) & Access::atomic) != 0);
            if (!covered) keep[kept++] = static_cast<std::uint8_t>(i);
        }
        if (kept == 3) return false;
        for (unsigned i = 0; i < kept; ++i)
            if (keep[i] != i) cell.accesses[i] = cell.accesses[keep[i]];
        cell.count = kept;
    }
    cell.accesses[cell.count++] = now.with_bytes(bytes);
    return true;
}

}  // namespace interleave
