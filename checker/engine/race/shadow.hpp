// shadow.hpp: who accessed which byte last, and whether two accesses race.
//
// For every 8 bytes of the program a cell keeps the accesses that a later one may still race with, precise to the byte.
// Cells of earlier executions count as empty.
#pragma once

#include "model/types.hpp"
#include "race/clock.hpp"

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
};

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
    bool access(std::uintptr_t address, std::size_t size, const Access& now, const Clock& clock, Race& race);

    // The bytes are new memory: earlier accesses to them no longer count.
    void forget(std::uintptr_t address, std::size_t size);

    // Whether another thread than this one accessed the cell of this address in this execution.
    bool touched_by_other(std::uintptr_t address, ThreadId thread);

private:
    struct Overflow;
    struct Cell;
    struct Page;

    Cell& cell(std::uintptr_t address);
    Page* find_page(std::uintptr_t number);
    Page* existing_page(std::uintptr_t number) const;
    static bool access_quickly(Cell& cell, std::uint8_t bytes, const Access& now, const Clock& clock);
    bool access_cell(Cell& cell, std::uint8_t bytes, const Access& now, const Clock& clock, Race& race);

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
