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
        return std::bit_cast<Access>(Words{time | std::uint64_t{thread} << 32 | std::uint64_t{flags} << 56,
                                           pc | std::uint64_t{event} << 32});
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

    // Whether the thread has made such an access already, or a stronger one, since its clock last moved: then there is
    // nothing to learn from it.
    bool repeats(std::uintptr_t address, std::size_t size, bool write, ThreadId thread, std::uint32_t time) const {
        const std::uintptr_t number = address >> page_shift;
        const Cached& cached = cache_[number % cached_pages];
        if (cached.number != number || cached.page == nullptr || (address & 7) + size > 8) return false;
        const Cell& cell = cached.page->cells[(address >> 3) % cells_a_page];
        if (cell.generation != generation_) return false;
        const auto bytes = static_cast<std::uint8_t>(((1u << size) - 1) << (address & 7));
        for (unsigned i = 0; i < cell.count; ++i) {
            const Access& old = cell.accesses[i];
            if (old.thread == thread && old.time == time && (bytes & ~old.bytes) == 0 &&
                (old.flags & ~Access::write) == 0 && old.flags >= static_cast<std::uint8_t>(write))
                return true;
        }
        return false;
    }

    // The bytes are new memory: earlier accesses to them no longer count.
    void forget(std::uintptr_t address, std::size_t size);

    // Whether another thread than this one accessed the cell of this address in this execution.
    bool touched_by_other(std::uintptr_t address, ThreadId thread);

private:
    static constexpr unsigned page_shift = 12;
    static constexpr unsigned cells_a_page = (1u << page_shift) / 8;

    struct Overflow;
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

}  // namespace interleave
