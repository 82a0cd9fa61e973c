// shadow.hpp: who accessed which byte last, and whether two accesses race.
//
// For every 8 bytes of the program a cell keeps the accesses that a later one may still race with, precise to the byte.
// Cells of earlier executions count as empty.
#pragma once

#include "model/types.hpp"
#include "race/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace interleave {

// Two words, so that a cell can be compared and copied quickly.
class Access {
public:
    static constexpr std::uint8_t write = 1;   // else a read
    static constexpr std::uint8_t atomic = 2;  // two atomic accesses never race
    static constexpr std::uint8_t freed = 4;   // the block was given back here

    Access() = default;
    Access(const Access&) = default;
    // Word by word: from registers, not through the stack.
    Access& operator=(const Access& other) {
        what_ = other.what_;
        where_ = other.where_;
        return *this;
    }
    // `moment`: the thread above the time of its clock.
    Access(std::uint64_t moment, unsigned bytes, unsigned flags, std::uint32_t pc, std::uint32_t event)
        : what_(moment | std::uint64_t{bytes} << 48 | std::uint64_t{flags} << 56),
          where_(pc | std::uint64_t{event} << 32) {}

    std::uint32_t time() const { return static_cast<std::uint32_t>(what_); }  // of the thread's clock
    ThreadId thread() const { return static_cast<ThreadId>(what_ >> 32); }
    std::uint8_t bytes() const { return static_cast<std::uint8_t>(what_ >> 48); }  // one bit a byte of the cell
    std::uint8_t flags() const { return static_cast<std::uint8_t>(what_ >> 56); }
    std::uint32_t pc() const { return static_cast<std::uint32_t>(where_); }  // relative to the program's load address
    // Index in the recorded trace, when one is recorded.
    std::uint32_t event() const { return static_cast<std::uint32_t>(where_ >> 32); }

    bool writes() const { return (what_ >> 56 & write) != 0; }
    void set_bytes(std::uint8_t bytes) { what_ = (what_ & ~(std::uint64_t{0xff} << 48)) | std::uint64_t{bytes} << 48; }
    void set_event(std::uint32_t event) { where_ = pc() | std::uint64_t{event} << 32; }

    // Whether it is the same as the other but for its time and place: same thread, same bytes, same kind.
    bool is_like(const Access& other) const { return (what_ ^ other.what_) >> 32 == 0; }
    // Whether it is one more of the same: thread, time, kind and place, perhaps for other bytes.
    bool is_repeated_by(const Access& other) const {
        constexpr std::uint64_t all_but_bytes = ~(std::uint64_t{0xff} << 48);
        return ((what_ ^ other.what_) & all_but_bytes) == 0 && where_ == other.where_;
    }
    bool is_by_the_same(const Access& other) const { return ((what_ ^ other.what_) & 0xffff'ffff'ffff) == 0; }
    // Whether it is of the same bytes and kind, be it a read or a write.
    bool is_near(const Access& other) const {
        constexpr std::uint64_t either = std::uint64_t{write} << 56;
        return ((what_ ^ other.what_) & ~either) >> 48 == 0;
    }

private:
    std::uint64_t what_ = 0, where_ = 0;
};
static_assert(sizeof(Access) == 16);

struct Race {
    Access earlier;
    std::uintptr_t address = 0;  // first byte in conflict
};

// Called when the detector gets no more memory; does not return. Null: the program is stopped.
inline void (*no_memory_for_races)() = nullptr;

class Shadow {
public:
    // More accesses than fit into a cell: many threads that only read. The latest of them is the last one.
    struct Overflow {
        unsigned count, capacity;
        Access accesses[1];  // in fact `capacity` of them
    };
    struct alignas(64) Cell {
        std::uint32_t generation;
        std::uint32_t count;
        Access accesses[3];  // the latest first, which is like no other where there is none
        Overflow* more;
    };
    static_assert(sizeof(Cell) == 64);

    // Forgets all accesses: the start of an execution.
    void restart() noexcept { ++generation_; }

    // What was accessed so far in this execution. False if that is more than fits into cells.
    struct KeptCell;
    bool keep(std::vector<KeptCell>& cells) const;
    // Forgets all accesses but those.
    void restart_with(std::span<const KeptCell> cells) noexcept;

    // Enters an access by `now.thread`, whose clock is given. True if an earlier access conflicts and is not ordered
    // before it; `race` says which.
    bool access(std::uintptr_t address, std::size_t size, Access now, const Clock& clock, Race& race);

    // The same where a block is given back: a write of all its bytes, with `now.flags` saying what it is.
    bool give_back(std::uintptr_t address, std::size_t size, Access now, const Clock& clock, Race& race);

    // access() in steps, for a plain access within one cell; `now` says which of its bytes. False: nothing was changed,
    // take the next step. The first needs a cell whose page was used lately.
    [[gnu::always_inline]] Cell* cached_cell(std::uintptr_t address) {
        const std::uintptr_t number = address >> page_shift;
        const Cached& cached = cache_[number % cached_pages];
        constexpr std::uintptr_t within = (std::uintptr_t{1} << page_shift) - 8;
        static_assert(sizeof(Cell) == 8 * 8);
        if (cached.number != number) [[unlikely]]
            return nullptr;
        return reinterpret_cast<Cell*>(reinterpret_cast<std::uintptr_t>(cached.page->cells) + (address & within) * 8);
    }
    // Whether the cell was used in this execution; else it is for enter_first().
    [[gnu::always_inline]] bool is_known(const Cell& cell) const { return cell.generation == generation_; }
    [[gnu::always_inline]] bool enter_first(std::uintptr_t address, Cell& cell, Access now) {
        if (cell.more != nullptr) return false;
        cell.generation = generation_;
        cache_[(address >> page_shift) % cached_pages].page->generation = generation_;
        cell.count = 1;
        cell.accesses[0] = now;
        return true;
    }
    // The latest access once more: what came before that one was compared with it, and clocks only grow.
    [[gnu::always_inline]] static bool enter_again(Cell& cell, Access now) {
        Access& latest = cell.accesses[0];
        if (!latest.is_like(now)) return false;
        if (latest.time() != now.time()) latest = now;
        return true;
    }
    // An access by one or two threads to the same bytes, without a race: nearly all others.
    static bool enter_near(Cell& cell, Access now, const Clock& clock);
    static bool enter_several(Cell& cell, Access now, const Clock& clock);

    // The bytes are new memory: earlier accesses to them no longer count.
    void forget(std::uintptr_t address, std::size_t size);

private:
    static constexpr unsigned page_shift = 12;
    static constexpr unsigned cells_a_page = (1u << page_shift) / 8;

    struct Page {
        Cell cells[cells_a_page];
        std::uintptr_t number;
        std::uint32_t generation;  // the latest in which a cell of it was used
    };

public:
    struct KeptCell {
        Cell* cell;
        Page* page;
        Cell contents;
    };

private:
    Cell& cell(std::uintptr_t address);
    Page* find_page(std::uintptr_t number);
    Page* existing_page(std::uintptr_t number) const;
    static void refill(Cell& cell);
    static void overflow(Cell& cell);
    static bool replace_all(Cell& cell, Access now, const Clock& clock);
    static void put_first(Cell& cell, Access now);
    template <class Predicate>
    static unsigned drop(Access* accesses, unsigned count, Predicate predicate);
    bool access_cell(Cell& cell, Access now, const Clock& clock, Race& race);

    static constexpr unsigned cached_pages = 1024;
    struct Cached {
        std::uintptr_t number = ~std::uintptr_t{0};
        Page* page = nullptr;
    };
    Cached cache_[cached_pages] = {};
    Page** table_ = nullptr;  // open addressing over page numbers
    std::size_t table_size_ = 0;
    std::size_t page_count_ = 0;
    std::uint32_t generation_ = 1;
};

[[gnu::always_inline]] inline bool Shadow::enter_near(Cell& cell, Access now, const Clock& clock) {
    Access& latest = cell.accesses[0];
    if (!latest.is_near(now) || latest.time() > clock[latest.thread()]) return false;
    if (cell.count == 1) {
        // A read does not stand for a write that came before it, and is nothing new after one of the same time.
        if (!now.writes() && latest.writes()) {
            if (latest.is_by_the_same(now)) return true;
            cell.accesses[1] = latest;
            cell.count = 2;
        }
        latest = now;
        return true;
    }
    const Access& other = cell.accesses[1];
    if (cell.count != 2 || !now.writes() || !other.is_near(now) || other.time() > clock[other.thread()]) return false;
    latest = now;
    cell.count = 1;
    return true;
}

}  // namespace interleave
