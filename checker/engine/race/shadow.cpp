// shadow.cpp: FastTrack's rules over byte-precise cells.
#include "race/shadow.hpp"

#include <sys/mman.h>
#include <bit>
#include <cstdlib>

namespace interleave {
namespace {

void* map_memory(std::size_t size) {
    void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        if (no_memory_for_races != nullptr) no_memory_for_races();
        __builtin_trap();
    }
    return memory;
}

}  // namespace

Shadow::Page* Shadow::find_page(std::uintptr_t number) {
    if ((page_count_ + 1) * 2 > table_size_) {
        const std::size_t larger = table_size_ == 0 ? 4096 : table_size_ * 4;
        auto** table = static_cast<Page**>(map_memory(larger * sizeof(Page*)));
        for (std::size_t i = 0; i < table_size_; ++i) {
            if (table_[i] == nullptr) continue;
            std::size_t slot = (table_[i]->number * 0x9e3779b97f4a7c15u) & (larger - 1);
            while (table[slot] != nullptr) slot = (slot + 1) & (larger - 1);
            table[slot] = table_[i];
        }
        if (table_ != nullptr) munmap(table_, table_size_ * sizeof(Page*));
        table_ = table;
        table_size_ = larger;
    }
    std::size_t slot = (number * 0x9e3779b97f4a7c15u) & (table_size_ - 1);
    for (; table_[slot] != nullptr; slot = (slot + 1) & (table_size_ - 1))
        if (table_[slot]->number == number) return table_[slot];
    auto* page = static_cast<Page*>(map_memory(sizeof(Page)));
    page->number = number;
    table_[slot] = page;
    ++page_count_;
    return page;
}

Shadow::Page* Shadow::existing_page(std::uintptr_t number) const {
    if (table_ == nullptr) return nullptr;
    std::size_t slot = (number * 0x9e3779b97f4a7c15u) & (table_size_ - 1);
    for (; table_[slot] != nullptr; slot = (slot + 1) & (table_size_ - 1))
        if (table_[slot]->number == number) return table_[slot];
    return nullptr;
}

inline Shadow::Cell& Shadow::cell(std::uintptr_t address) {
    const std::uintptr_t number = address >> page_shift;
    Cached& cached = cache_[number % cached_pages];
    if (cached.number != number) cached = {number, find_page(number)};
    Cell& cell = cached.page->cells[(address >> 3) % cells_a_page];
    if (cell.generation != generation_) {
        cell.generation = generation_;
        cached.page->generation = generation_;
        cell.count = 0;
        if (cell.more != nullptr) cell.more->count = 0;
    }
    return cell;
}

// A plain write of the whole cell, as where memory is given back, takes the place of all that is ordered before it.
inline bool Shadow::replace_all(Cell& cell, Access now, const Clock& clock) {
    if (now.bytes() != 0xff || !now.writes() || (now.flags() & Access::atomic) != 0 || cell.more != nullptr)
        return false;
    for (unsigned i = 0; i < cell.count; ++i) {
        const Access& old = cell.accesses[i];
        if (old.time() > clock[old.thread()] || (old.flags() & Access::freed) != 0) return false;
    }
    cell.accesses[0] = now;
    cell.count = 1;
    return true;
}

// compare_quickly() with accesses of any kind to any bytes.
bool Shadow::access_several(Cell& cell, Access now, const Clock& clock) {
    const std::uint8_t bytes = now.bytes();
    // The same once more, or less than what is there already: nothing to learn.
    for (unsigned i = 0; i < cell.count; ++i) {
        const Access& old = cell.accesses[i];
        if (old.thread() == now.thread() && old.time() == now.time() && (bytes & ~old.bytes()) == 0 &&
            ((old.flags() ^ now.flags()) & ~Access::write) == 0 && old.flags() >= now.flags())
            return true;
    }
    const std::uint8_t kind = now.flags();
    const unsigned count = cell.count;
    if (count != 0) {
        if (cell.more != nullptr && cell.more->count != 0) return false;
        unsigned kept = 0;
        std::uint8_t keep[3];
        for (unsigned i = 0; i < count; ++i) {
            const Access& old = cell.accesses[i];
            const bool ordered = old.thread() == now.thread() || old.time() <= clock[old.thread()];
            const bool overlap = (old.bytes() & bytes) != 0;
            if ((old.flags() & Access::freed) != 0) return false;
            if (!ordered && overlap && ((old.flags() | kind) & Access::write) != 0 &&
                (old.flags() & kind & Access::atomic) == 0)
                return false;
            // See covered() below.
            const bool covered = ordered && (old.bytes() & ~bytes) == 0 &&
                                 (((kind | ~old.flags()) & Access::write) != 0) &&
                                 (((old.flags() | ~kind) & Access::atomic) != 0);
            if (!covered) keep[kept++] = static_cast<std::uint8_t>(i);
        }
        if (kept == 3) return false;
        for (unsigned i = 0; i < kept; ++i)
            if (keep[i] != i) cell.accesses[i] = cell.accesses[keep[i]];
        cell.count = kept;
    }
    // A loop over small elements, some of which share the cell.
    if (cell.count != 0 && cell.accesses[cell.count - 1].is_repeated_by(now)) {
        Access& latest = cell.accesses[cell.count - 1];
        latest.set_bytes(static_cast<std::uint8_t>(latest.bytes() | bytes));
        return true;
    }
    cell.accesses[cell.count++] = now;
    return true;
}

// Takes the earliest access out of a full cell.
void Shadow::overflow(Cell& cell) {
    constexpr std::size_t chunk = std::size_t{1} << 20;
    static char* next = nullptr;
    static std::size_t left = 0;
    if (cell.more == nullptr || (cell.more->count == cell.more->capacity && cell.more->capacity < max_threads)) {
        const unsigned capacity = cell.more == nullptr ? 4 : cell.more->capacity * 4;
        const std::size_t size = sizeof(Overflow) + (capacity - 1) * sizeof(Access);
        if (left < size) {
            next = static_cast<char*>(map_memory(chunk));
            left = chunk;
        }
        auto* larger = reinterpret_cast<Overflow*>(next);
        next += size;
        left -= size;
        larger->count = cell.more == nullptr ? 0 : cell.more->count;
        larger->capacity = capacity;
        for (unsigned i = 0; i < larger->count; ++i) larger->accesses[i] = cell.more->accesses[i];
        cell.more = larger;
    }
    // Full only if one thread has many accesses to different bytes; those are its own and may be forgotten.
    if (cell.more->count < cell.more->capacity) cell.more->accesses[cell.more->count++] = cell.accesses[0];
    cell.accesses[0] = cell.accesses[1];
    cell.accesses[1] = cell.accesses[2];
    cell.count = 2;
}

// Keeps the cell full while there are more accesses than fit into it. Those were earlier.
void Shadow::refill(Cell& cell) {
    while (cell.more != nullptr && cell.more->count != 0 && cell.count < 3) {
        for (unsigned i = cell.count; i > 0; --i) cell.accesses[i] = cell.accesses[i - 1];
        cell.accesses[0] = cell.more->accesses[--cell.more->count];
        ++cell.count;
    }
}

bool Shadow::access_cell(Cell& cell, Access now, const Clock& clock, Race& race) {
    const std::uint8_t bytes = now.bytes();
    // Keep what a later access may still race with: see the cases in drop().
    const auto conflicts = [&](const Access& old) {
        if ((old.flags() & Access::freed) != 0 && (old.bytes() & bytes) != 0) return true;
        return old.thread() != now.thread() && (old.bytes() & bytes) != 0 &&
               ((old.flags() | now.flags()) & Access::write) != 0 && !((old.flags() & now.flags()) & Access::atomic) &&
               old.time() > clock[old.thread()];
    };
    // An access that is ordered before this one, on bytes that this one covers, can be dropped when every access that
    // would race with it also races with this one.
    const auto covered = [&](const Access& old) {
        if ((old.bytes() & ~bytes) != 0) return false;
        if (old.thread() != now.thread() && old.time() > clock[old.thread()]) return false;
        const bool write_covers = (now.flags() & Access::write) || !(old.flags() & Access::write);
        const bool plain_covers = !(now.flags() & Access::atomic) || (old.flags() & Access::atomic);
        return write_covers && plain_covers;
    };
    bool found = false;
    const auto visit = [&](Access* accesses, unsigned count) {
        unsigned kept = 0;
        for (unsigned i = 0; i < count; ++i) {
            if (!found && conflicts(accesses[i])) {
                found = true;
                race.earlier = accesses[i];
            }
            if (!covered(accesses[i])) accesses[kept++] = accesses[i];
        }
        return kept;
    };
    cell.count = visit(cell.accesses, cell.count);
    if (cell.more != nullptr && cell.more->count != 0) {
        cell.more->count = visit(cell.more->accesses, cell.more->count);
        refill(cell);
    }
    if (cell.count == 3) {
        overflow(cell);
    }
    cell.accesses[cell.count++] = now;
    if (found) {
        const auto common = static_cast<std::uint8_t>(race.earlier.bytes() & bytes);
        race.address = static_cast<std::uintptr_t>(std::countr_zero(common));
    }
    return found;
}

bool Shadow::access(std::uintptr_t address, std::size_t size, Access now, const Clock& clock, Race& race) {
    const std::uintptr_t end = address + size;
    while (address < end) {
        const std::uintptr_t cell_start = address & ~std::uintptr_t{7};
        const std::uintptr_t stop = end < cell_start + 8 ? end : cell_start + 8;
        const auto bytes = static_cast<std::uint8_t>(((1u << (stop - address)) - 1) << (address - cell_start));
        Cell& here = cell(address);
        now.set_bytes(bytes);
        if (!replace_all(here, now, clock) && !access_several(here, now, clock) && access_cell(here, now, clock, race))
            [[unlikely]] {
            race.address += cell_start;
            return true;
        }
        address = stop;
    }
    return false;
}

void Shadow::forget(std::uintptr_t address, std::size_t size) {
    const std::uintptr_t end = address + size;
    while (address < end) {
        const std::uintptr_t cell_start = address & ~std::uintptr_t{7};
        const std::uintptr_t stop = end < cell_start + 8 ? end : cell_start + 8;
        const auto bytes = static_cast<std::uint8_t>(((1u << (stop - address)) - 1) << (address - cell_start));
        const std::uintptr_t number = address >> page_shift;
        Cached& cached = cache_[number % cached_pages];
        const Page* page = cached.number == number ? cached.page : existing_page(number);
        if (page == nullptr || page->generation != generation_) {  // nothing to forget in the whole page
            address = (number + 1) << page_shift;
            continue;
        }
        Cell& here = cell(address);
        const auto drop = [&](Access* accesses, unsigned count) {
            unsigned kept = 0;
            for (unsigned i = 0; i < count; ++i) {
                accesses[i].set_bytes(static_cast<std::uint8_t>(accesses[i].bytes() & ~bytes));
                if (accesses[i].bytes() != 0) accesses[kept++] = accesses[i];
            }
            return kept;
        };
        if (here.count != 0) here.count = drop(here.accesses, here.count);
        if (here.more != nullptr && here.more->count != 0)
            here.more->count = drop(here.more->accesses, here.more->count);
        refill(here);
        address = stop;
    }
}

}  // namespace interleave
