// race_test.cpp: the race detector against its definition. Threads access a few bytes and pass a few locks on, at
// random; the reference keeps every access and compares each new one with all of them.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "race/clock.hpp"
#include "race/shadow.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace interleave;

namespace {

constexpr ThreadId ids[] = {0, 3, 7, 8, 19};  // some beyond those that lie in the clock itself
constexpr unsigned threads = std::size(ids), most_locks = 3, span = 24;  // bytes

struct Past {
    unsigned thread;
    std::uint32_t time;
    std::uintptr_t begin, end;
    unsigned flags;
};

struct Moment {
    std::uint32_t time = 1;
    std::vector<std::uint32_t> known = std::vector<std::uint32_t>(threads, 0);
};

// One execution of `steps` random steps. Empty, or what the detector and the definition disagree about.
std::string disagreement(Shadow& shadow, std::uintptr_t base, std::mt19937& random, unsigned steps, long& compared) {
    const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
    Clock::recycle_all();
    shadow.restart();
    std::vector<Moment> of(threads);
    // Some executions are orderly, others are not; in some, most accesses are reads.
    const unsigned locks = 1 + below(most_locks), orderly = 3 + below(30), writers = 1 + below(12);
    std::vector<std::vector<std::uint32_t>> of_lock(locks, std::vector<std::uint32_t>(threads, 0));
    Clock clock[threads], lock_clock[most_locks];
    for (unsigned thread = 0; thread < threads; ++thread) {
        of[thread].known[thread] = 1;
        clock[thread].set(ids[thread], 1);
    }
    std::vector<Past> past;
    for (unsigned step = 0; step < steps; ++step) {
        const unsigned thread = below(threads);
        if (below(orderly + 2) > 2) {  // through a critical section
            const unsigned lock = below(locks);
            for (unsigned i = 0; i < threads; ++i) {
                of[thread].known[i] = std::max(of[thread].known[i], of_lock[lock][i]);
                of_lock[lock][i] = of[thread].known[i];
            }
            clock[thread].join(lock_clock[lock]);
            lock_clock[lock].assign(clock[thread]);
            of[thread].known[thread] = ++of[thread].time;
            clock[thread].set(ids[thread], of[thread].time);
            continue;
        }
        // A block is given back in whole cells; it may be the last access to them that is right.
        const bool gives_back = below(50) == 0, range = gives_back || below(12) == 0;  // as memset() accesses
        const unsigned size = range ? 8 * (1 + below(3)) : 1u << below(4);
        const unsigned begin = below(below(4) == 0 ? span : span / size) % span;
        const std::uintptr_t address = base + (gives_back      ? begin / 8 * 8
                                               : below(5) == 0 ? begin
                                                               : begin / size * size);
        if (below(40) == 0) {  // new memory
            shadow.forget(address, size);
            std::vector<Past> kept;
            for (Past old : past) {
                const std::uintptr_t to = address + size;
                if (old.begin < address)
                    kept.push_back({old.thread, old.time, old.begin, std::min(old.end, address), old.flags});
                if (old.end > to) kept.push_back({old.thread, old.time, std::max(old.begin, to), old.end, old.flags});
            }
            past = kept;
            continue;
        }
        const unsigned flags =
            gives_back ? Access::write | Access::freed
                       : (below(writers) == 0 ? Access::write : 0u) | (below(8) == 0 && !range ? Access::atomic : 0u);
        const auto is_freed = [&](const Past& old) {
            return (old.flags & Access::freed) != 0 && old.begin < address + size && address < old.end;
        };
        if (gives_back && std::ranges::any_of(past, is_freed)) continue;  // twice: the heap says so
        bool races = false;
        for (const Past& old : past) {
            const bool overlap = old.begin < address + size && address < old.end;
            const bool ordered = old.thread == thread || old.time <= of[thread].known[old.thread];
            const bool conflict =
                ((old.flags | flags) & Access::write) != 0 && (old.flags & flags & Access::atomic) == 0;
            races |= (overlap && !ordered && conflict) || is_freed(old);
        }
        const std::uint64_t moment = std::uint64_t{ids[thread]} << 32 | of[thread].time;
        bool found = false;
        Race race;
        // As the engine does: in steps where the access lies within one cell.
        const unsigned bytes = range ? 0x100u : ((1u << size) - 1) << (address & 7);
        Shadow::Cell* cell = nullptr;
        const Access now(moment, bytes <= 0xff ? bytes : 0, flags, below(2), 0);
        const bool quick = bytes <= 0xff && below(4) != 0 && (flags & Access::atomic) == 0;
        cell = quick ? shadow.cached_cell(address) : nullptr;
        const auto enters = [&] {
            if (!shadow.is_known(*cell)) return shadow.enter_first(address, *cell, now);
            return Shadow::enter_again(*cell, now) || Shadow::enter_near(*cell, now, clock[thread]) ||
                   Shadow::enter_several(*cell, now, clock[thread]);
        };
        if (gives_back)
            found = shadow.give_back(address, size, now, clock[thread], race);
        else if (cell == nullptr || !enters())
            found = shadow.access(address, size, now, clock[thread], race);
        if (found != races)
            return "step " + std::to_string(step) + ": " + (races ? "a race is missed" : "there is no race");
        compared += 1;
        if (races) return "";
        past.push_back({thread, of[thread].time, address, address + size, flags});
    }
    return "";
}

}  // namespace

TEST_CASE("a race is found exactly when there is one, whatever came before") {
    static Shadow shadow;
    std::mt19937 random(1);
    long compared = 0;
    for (unsigned run = 0; run < 400'000; ++run) {
        CAPTURE(run);
        const std::uintptr_t base = 0x10000 + 8 * (run % 700);  // over the borders of pages, too
        const std::string wrong = disagreement(shadow, base, random, 4 + run % 300, compared);
        REQUIRE_MESSAGE(wrong.empty(), wrong);
    }
    CHECK(compared > 2'000'000);  // accesses: executions end at their first race
}
