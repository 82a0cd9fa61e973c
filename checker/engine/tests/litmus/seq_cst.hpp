// seq_cst.hpp: litmus tests of sequentially consistent operations and fences beside weaker ones.
#pragma once

#include "threads.hpp"

#include <cstdio>

namespace {

// Two sequentially consistent loads of what a weaker store wrote.
void read_write_causality(std::memory_order first_store, std::memory_order loads) {
    together([=] { x.store(1, first_store); },
             [=] {
                 a = x.load(loads);
                 b = y.load(loads);
             },
             [=] {
                 y.store(1, seq_cst);
                 c = x.load(loads);
             });
    std::printf("%d%d%d", a, b, c);
}

// Store buffering where a compare-exchange that fails has read x.
void failed_compare_exchange_in_order() {
    together([] { x.store(1, relaxed); },
             [] {
                 a = 7;
                 x.compare_exchange_strong(a, 8, seq_cst);
                 b = y.load(seq_cst);
             },
             [] {
                 y.store(1, seq_cst);
                 c = x.load(seq_cst);
             });
    std::printf("%d%d%d", a, b, c);
}

// Store buffering with a fence on one side only: the other side's operations are sequentially consistent.
void store_buffering_one_fence() {
    together(
        [] {
            x.store(1, seq_cst);
            a = y.load(seq_cst);
        },
        [] {
            y.store(1, relaxed);
            std::atomic_thread_fence(seq_cst);
            b = x.load(relaxed);
        });
    std::printf("%d%d", a, b);
}

// Store buffering whose first side goes on in another thread, after the fence.
void store_buffering_passed_on() {
    std::atomic<int> z{0};
    together(
        [&] {
            x.store(1, relaxed);
            std::atomic_thread_fence(seq_cst);
            z.store(1, release);
        },
        [&] {
            a = z.load(acquire);
            b = y.load(relaxed);
        },
        [] {
            y.store(1, relaxed);
            std::atomic_thread_fence(seq_cst);
            c = x.load(relaxed);
        });
    std::printf("%d%d%d", a, b, c);
}

// A fence that acquires, too: what it learns comes before later fences.
void fence_that_acquires() {
    std::atomic<int> z{0};
    together(
        [] {
            x.store(1, relaxed);
            y.store(1, release);
        },
        [&] {
            a = y.load(relaxed);
            std::atomic_thread_fence(seq_cst);
            b = z.load(relaxed);
        },
        [&] {
            z.store(1, relaxed);
            std::atomic_thread_fence(seq_cst);
            c = x.load(relaxed);
        });
    std::printf("%d%d%d", a, b, c);
}

// A read before a fence: a sequentially consistent load after it reads nothing older.
void read_before_fence() {
    together([] { x.store(1, relaxed); },
             [] {
                 a = x.load(relaxed);
                 std::atomic_thread_fence(seq_cst);
                 b = y.load(relaxed);
             },
             [] {
                 y.store(1, seq_cst);
                 c = x.load(seq_cst);
             });
    std::printf("%d%d%d", a, b, c);
}

// A seq_cst load that may read an older value, before another one that reads the latest.
void older_before_latest() {
    together([] { a = y.load(seq_cst); },
             [] {
                 y.exchange(1, relaxed);
                 x.exchange(2, relaxed);
                 int three = 3;
                 x.compare_exchange_strong(three, 3, seq_cst, acquire);
             },
             [] {
                 int three = 3;
                 y.compare_exchange_strong(three, 4, relaxed, seq_cst);
                 b = three;
                 c = x.load(relaxed);
                 d = y.load(seq_cst);
             });
    std::printf("%d%d%d%d", a, b, c, d);
}

}  // namespace
