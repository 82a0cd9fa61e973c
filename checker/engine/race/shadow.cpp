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

bool Shadow::keep(std::vector<KeptCell>& cells) const {
    for (std::size_t slot = 0; slot < table_size_; ++slot) {
        Page* const page = table_[slot];
        if (page == nullptr || page->generation != generation_) continue;
        for (Cell& cell : page->cells) {
            if (cell.generation != generation_) continue;
            if (cell.more != nullptr && cell.more->count != 0) return false;
            cells.push_back({&cell, page, cell});
        }
    }
    return true;
}

void Shadow::restart_with(std::span<const KeptCell> cells) noexcept {
    restart();
    for (const KeptCell& kept : cells) {
        Cell& cell = *kept.cell;
        cell.generation = generation_;
        cell.count = kept.contents.count;
        for (unsigned i = 0; i < std::size(cell.accesses); ++i) cell.accesses[i] = kept.contents.accesses[i];
        if (cell.more != nullptr) cell.more->count = 0;
        kept.page->generation = generation_;
    }
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
        cell.accesses[0] = Access{};
        if (cell.more != nullptr) cell.more->count = 0;
    }
    return cell;
}

namespace {

bool is_ordered(const Access& old, const Access& now, const Clock& clock) {
    return old.thread() == now.thread() || old.time() <= clock[old.thread()];
}

// Whether an access to the same bytes is a mistake if nothing orders the two.
bool may_race(const Access& old, const Access& now) {
    return ((old.flags() | now.flags()) & Access::write) != 0 && (old.flags() & now.flags() & Access::atomic) == 0;
}

// Whether every access that would race with the old one, which is ordered before this one, also races with this one.
bool covers(const Access& now, const Access& old) {
    const bool bytes = (old.bytes() & ~now.bytes()) == 0;
    const bool write = ((now.flags() | ~old.flags()) & Access::write) != 0;
    const bool plain = ((old.flags() | ~now.flags()) & Access::atomic) != 0;
    return bytes && write && plain;
}

}  // namespace

// Takes those away for which the predicate holds; returns how many are left.
template <class Predicate>
unsigned Shadow::drop(Access* accesses, unsigned count, Predicate predicate) {
    unsigned kept = 0;
    for (unsigned i = 0; i < count; ++i) {
        if (predicate(accesses[i])) continue;
        if (kept != i) accesses[kept] = accesses[i];
        ++kept;
    }
    return kept;
}

void Shadow::put_first(Cell& cell, Access now) {
    for (unsigned i = cell.count; i > 0; --i) cell.accesses[i] = cell.accesses[i - 1];
    cell.accesses[0] = now;
    ++cell.count;
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

// Accesses of any kind to any bytes, as long as there is no mistake and no more than fit into the cell.
bool Shadow::enter_several(Cell& cell, Access now, const Clock& clock) {
    // The same once more, or less than what is there already: nothing to learn.
    for (unsigned i = 0; i < cell.count; ++i) {
        const Access& old = cell.accesses[i];
        if (old.is_by_the_same(now) && (now.bytes() & ~old.bytes()) == 0 &&
            ((old.flags() ^ now.flags()) & ~Access::write) == 0 && old.flags() >= now.flags())
            return true;
    }
    if (cell.more != nullptr && cell.more->count != 0) return false;
    unsigned covered = 0;
    for (unsigned i = 0; i < cell.count; ++i) {
        const Access& old = cell.accesses[i];
        const bool ordered = is_ordered(old, now, clock);
        if ((old.flags() & Access::freed) != 0) return false;
        if (!ordered && (old.bytes() & now.bytes()) != 0 && may_race(old, now)) return false;
        if (ordered && covers(now, old)) covered |= 1u << i;
    }
    if (cell.count == 3 && covered == 0) return false;
    if (covered != 0) {
        unsigned at = 0;
        cell.count = drop(cell.accesses, cell.count, [&](const Access&) { return (covered >> at++ & 1) != 0; });
    }
    // A loop over small elements, some of which share the cell.
    if (cell.count != 0 && cell.accesses[0].is_repeated_by(now))
        cell.accesses[0].set_bytes(static_cast<std::uint8_t>(cell.accesses[0].bytes() | now.bytes()));
    else
        put_first(cell, now);
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
    if (cell.more->count < cell.more->capacity) cell.more->accesses[cell.more->count++] = cell.accesses[2];
    cell.count = 2;
}

// Keeps the cell full while there are more accesses than fit into it. Those were earlier.
void Shadow::refill(Cell& cell) {
    while (cell.more != nullptr && cell.more->count != 0 && cell.count < 3)
        cell.accesses[cell.count++] = cell.more->accesses[--cell.more->count];
    if (cell.count == 0) cell.accesses[0] = Access{};
}

bool Shadow::access_cell(Cell& cell, Access now, const Clock& clock, Race& race) {
    bool found = false;
    const auto look = [&](const Access& old) {
        const bool freed = (old.flags() & Access::freed) != 0;
        if (found || (old.bytes() & now.bytes()) == 0) return;
        if (!freed && (is_ordered(old, now, clock) || !may_race(old, now))) return;
        found = true;
        race.earlier = old;
        const auto common = static_cast<std::uint8_t>(old.bytes() & now.bytes());
        race.address = static_cast<std::uintptr_t>(std::countr_zero(common));
    };
    const auto covered = [&](const Access& old) { return is_ordered(old, now, clock) && covers(now, old); };
    for (unsigned i = cell.count; i > 0; --i) look(cell.accesses[i - 1]);
    cell.count = drop(cell.accesses, cell.count, covered);
    if (cell.more != nullptr && cell.more->count != 0) {
        for (unsigned i = 0; i < cell.more->count; ++i) look(cell.more->accesses[i]);
        cell.more->count = drop(cell.more->accesses, cell.more->count, covered);
        refill(cell);
    }
    if (cell.count == 3) overflow(cell);
    put_first(cell, now);
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
        if (!replace_all(here, now, clock) && !enter_several(here, now, clock) && access_cell(here, now, clock, race))
            [[unlikely]] {
            race.address += cell_start;
            return true;
        }
        address = stop;
    }
    return false;
}

bool Shadow::give_back(std::uintptr_t address, std::size_t size, Access now, const Clock& clock, Race& race) {
    const std::uintptr_t end = address + size;
    now.set_bytes(0xff);
    for (Cell* here = cached_cell(address); here != nullptr && address % 8 == 0 && address + 8 <= end; ++here) {
        const bool entered = is_known(*here) ? replace_all(*here, now, clock) : enter_first(address, *here, now);
        if (!entered) break;
        address += 8;
        if (address >> page_shift != (address - 8) >> page_shift) break;
    }
    return address < end && access(address, end - address, now, clock, race);
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
        const auto forgotten = [&](Access& access) {
            access.set_bytes(static_cast<std::uint8_t>(access.bytes() & ~bytes));
            return access.bytes() == 0;
        };
        here.count = drop(here.accesses, here.count, forgotten);
        if (here.more != nullptr) here.more->count = drop(here.more->accesses, here.more->count, forgotten);
        refill(here);
        address = stop;
    }
}

}  // namespace interleave
