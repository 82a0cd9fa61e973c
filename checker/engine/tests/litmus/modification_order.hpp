// modification_order.hpp: litmus tests of the order of the stores to one atomic, and of coherence.
#pragma once

#include "threads.hpp"

#include <cstdio>

namespace {

void two_writes(std::memory_order store, bool fences = false) {
    together(
        [=] {
            x.store(1, store);
            if (fences) std::atomic_thread_fence(seq_cst);
            y.store(2, store);
        },
        [=] {
            y.store(1, store);
            if (fences) std::atomic_thread_fence(seq_cst);
            x.store(2, store);
        });
    std::printf("%d%d", x.load(), y.load());
}

// A store after a read of what came after another store to the same atomic.
void store_after_read(std::memory_order store, std::memory_order load) {
    together(
        [=] {
            x.store(2, store);
            y.store(1, store);
        },
        [=] {
            a = y.load(load);
            x.store(1, store);
        });
    std::printf("%d%d", a, x.load());
}

// Two writes, one of them an update: nothing comes between an update and what it has read.
void write_and_update() {
    together(
        [] {
            x.store(1, relaxed);
            y.store(2, relaxed);
        },
        [] {
            y.store(1, relaxed);
            a = x.exchange(2, relaxed);
        },
        [] { x.store(3, relaxed); });
    std::printf("%d%d%d", a, x.load(), y.load());
}

// What one thread has read, another one knows that comes after it; also if the first reads once more.
void coherence_across_threads() {
    together([] { x.store(1, relaxed); },
             [] {
                 a = x.load(relaxed);
                 y.store(1, release);
                 (void)x.load(relaxed);
             },
             [] {
                 b = y.load(acquire);
                 c = x.load(relaxed);
             });
    std::printf("%d%d%d", a, b, c);
}

// A compare-exchange that fails has read the value, too.
void coherence_after_failure() {
    together([] { x.store(1, relaxed); },
             [] {
                 a = 7;
                 x.compare_exchange_strong(a, 8, relaxed);
                 b = x.load(relaxed);
             });
    std::printf("%d%d", a, b);
}

void coherence_after_wait() {
    together(
        [] {
            x.store(1, relaxed);
            x.notify_one();
        },
        [] {
            x.wait(0, relaxed);
            a = x.load(relaxed);
        });
    std::printf("%d", a);
}

// As "S", but a third thread is the first to notice: the stores of x cannot change turns.
void store_after_news() {
    together([] { x.store(1, relaxed); },
             [] {
                 a = x.load(relaxed);
                 y.store(1, relaxed);
             },
             [] {
                 b = y.load(relaxed);
                 x.store(2, relaxed);
             });
    std::printf("%d%d%d", a, b, x.load());
}

// The same between two other stores of x, one of which cannot change turns with this one.
void store_before_two() {
    together(
        [] {
            x.store(2, relaxed);
            y.store(1, relaxed);
        },
        [] {
            a = y.load(relaxed);
            x.store(1, relaxed);
        },
        [] { x.store(3, relaxed); },
        [] {
            b = x.load(relaxed);
            c = x.load(relaxed);
        });
    std::printf("%d%d%d%d", a, b, c, x.load());
}

}  // namespace
