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
    // Whether both are ordinary reads or writes of the same bytes.
    bool is_plain_like(const Access& other) const {
        constexpr std::uint64_t either = std::uint64_t{write} << 56;
        return ((what_ | either) ^ (other.what_ | either)) >> 48 == 0 && (what_ >> 57) == 0;
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
    // More accesses than fit into a cell: many threads that only read. The latest access is the last one in the cell.
    struct Overflow {
        unsigned count, capacity;
        Access accesses[1];  // in fact `capacity` of them
    };
    struct alignas(64) Cell {
        std::uint32_t generation;
        std::uint32_t count;
        Access accesses[3];
        Overflow* more;
    };
    static_assert(sizeof(Cell) == 64);

    // Forgets all accesses: the start of an execution.
    void restart() noexcept { ++generation_; }

    // Enters an access by `now.thread`, whose clock is given. True if an earlier access conflicts and is not ordered
    // before it; `race` says which.
    bool access(std::uintptr_t address, std::size_t size, Access now, const Clock& clock, Race& race);

    // access() in two steps, for an access within one cell; `now` says which of its bytes. First the common case:
    // nothing is known of the cell, or it is the latest access once more.
    enum class Entered { done, compare, no };  // compare: call compare(). no: call access(). Nothing was changed then
    [[gnu::always_inline]] Entered enter(std::uintptr_t address, Access now, Cell*& found) {
        const std::uintptr_t number = address >> page_shift;
        const Cached& cached = cache_[number % cached_pages];
        if (cached.number != number) [[unlikely]]
            return Entered::no;
        Cell& cell = cached.page->cells[(address >> 3) % cells_a_page];
        found = &cell;
        if (cell.generation != generation_) {
            if (cell.more != nullptr) return Entered::no;
            cell.generation = generation_;
            cached.page->generation = generation_;
            cell.count = 1;
            cell.accesses[0] = now;
            return Entered::done;
        }
        // What came before the latest access was compared with it, and clocks only grow.
        if (cell.count == 0) return Entered::compare;
        Access& latest = cell.accesses[cell.count - 1];
        if (!latest.is_like(now)) return Entered::compare;
        if (latest.time() != now.time()) latest = now;
        return Entered::done;
    }
    // False if it takes access(); nothing was changed then. Its first half settles the most frequent cases.
    static bool compare(Cell& cell, Access now, const Clock& clock) {
        return compare_quickly(cell, now, clock) || access_several(cell, now, clock);
    }
    static bool compare_quickly(Cell& cell, Access now, const Clock& clock);

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

    Cell& cell(std::uintptr_t address);
    Page* find_page(std::uintptr_t number);
    Page* existing_page(std::uintptr_t number) const;
    static void refill(Cell& cell);
    static void overflow(Cell& cell);
    static bool replace_all(Cell& cell, Access now, const Clock& clock);
    static bool access_several(Cell& cell, Access now, const Clock& clock);
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

// Accesses of one or two threads to the same bytes, without a race: nearly all. False if it takes a closer look;
// nothing is changed then.
[[gnu::always_inline]] inline bool Shadow::compare_quickly(Cell& cell, Access now, const Clock& clock) {
    const unsigned count = cell.count;
    if (count - 1 > 1) [[unlikely]]
        return false;  // none, or three
    const Access& latest = cell.accesses[count - 1];
    Access& first = cell.accesses[0];
    if (!first.is_plain_like(now) || first.time() > clock[first.thread()]) return false;
    if (count == 1) {
        // A read does not stand for a write that came before it, and is nothing new after one of the same time.
        if (first.writes() && !now.writes()) {
            if (first.is_by_the_same(now)) return true;
            cell.accesses[1] = now;
            cell.count = 2;
        } else {
            first = now;
        }
        return true;
    }
    if (!now.writes() || !latest.is_plain_like(now) || latest.time() > clock[latest.thread()]) return false;
    first = now;
    cell.count = 1;
    return true;
}

}  // namespace interleave
