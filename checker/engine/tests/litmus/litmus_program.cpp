// litmus_program.cpp: the classic litmus tests of memory models. Argument: the name; prints what the threads have read.
#include "modification_order.hpp"
#include "seq_cst.hpp"
#include "threads.hpp"

#include <cstdio>
#include <cstring>

namespace {

void store_buffering(std::memory_order store, std::memory_order load, bool fences) {
    together(
        [=] {
            x.store(1, store);
            if (fences) std::atomic_thread_fence(seq_cst);
            a = y.load(load);
        },
        [=] {
            y.store(1, store);
            if (fences) std::atomic_thread_fence(seq_cst);
            b = x.load(load);
        });
    std::printf("%d%d", a, b);
}

void message_passing(std::memory_order store, std::memory_order load, bool fences) {
    together(
        [=] {
            x.store(1, relaxed);
            if (fences) std::atomic_thread_fence(release);
            y.store(1, store);
        },
        [=] {
            a = y.load(load);
            if (fences) std::atomic_thread_fence(acquire);
            b = x.load(relaxed);
        });
    std::printf("%d%d", a, b);
}

void load_buffering(std::memory_order load, std::memory_order store) {
    together(
        [=] {
            a = x.load(load);
            y.store(1, store);
        },
        [=] {
            b = y.load(load);
            x.store(1, store);
        });
    std::printf("%d%d", a, b);
}

void coherence() {
    together([] { x.store(1, relaxed); }, [] { x.store(2, relaxed); },
             [] {
                 a = x.load(relaxed);
                 b = x.load(relaxed);
             });
    std::printf("%d%d%d", a, b, x.load());
}

void independent_reads(std::memory_order store, std::memory_order load) {
    together([=] { x.store(1, store); }, [=] { y.store(1, store); },
             [=] {
                 a = x.load(load);
                 b = y.load(load);
             },
             [=] {
                 c = y.load(load);
                 d = x.load(load);
             });
    std::printf("%d%d%d%d", a, b, c, d);
}

// A third thread learns of the first through the second.
void write_to_read(std::memory_order store, std::memory_order load) {
    together([=] { x.store(1, store); },
             [=] {
                 a = x.load(load);
                 y.store(1, store);
             },
             [=] {
                 b = y.load(load);
                 c = x.load(load);
             });
    std::printf("%d%d%d", a, b, c);
}

void release_sequence(bool update) {
    std::atomic<int>& flag = y;
    together(
        [&] {
            x.store(1, relaxed);
            flag.store(1, release);
        },
        [&] {
            int one = 1;
            if (update)
                flag.compare_exchange_strong(one, 2, relaxed);
            else if (flag.load(relaxed) == 1)
                flag.store(2, relaxed);
        },
        [&] {
            a = flag.load(acquire);
            b = x.load(relaxed);
        });
    std::printf("%d%d", a, b);
}

void updates() {
    together([] { a = x.fetch_add(1, relaxed); }, [] { b = x.fetch_add(1, relaxed); });
    std::printf("%d%d%d", a, b, x.load());
}

// Mutual exclusion: prints how many were inside at most.
std::atomic<int> turn{0}, inside{0};
std::atomic<int> most{0};
void enter() {
    if (inside.fetch_add(1) == 1) most = 2;
    inside.fetch_sub(1);
}

void dekker(std::memory_order store, std::memory_order load, bool fences) {
    const auto side = [=](std::atomic<int>& mine, std::atomic<int>& other) {
        mine.store(1, store);
        if (fences) std::atomic_thread_fence(seq_cst);
        if (other.load(load) == 0) enter();
    };
    together([=] { side(x, y); }, [=] { side(y, x); });
    std::printf("%d", most.load());
}

void peterson(std::memory_order store, std::memory_order load) {
    const auto side = [=](std::atomic<int>& mine, std::atomic<int>& other, int me) {
        mine.store(1, store);
        turn.store(1 - me, store);
        while (other.load(load) == 1 && turn.load(load) == 1 - me) std::this_thread::yield();
        enter();
        mine.store(0, store);
    };
    together([=] { side(x, y, 0); }, [=] { side(y, x, 1); });
    std::printf("%d", most.load());
}

// A reader of two values that belong together, under a sequence number.
void sequence_lock(std::memory_order load, std::memory_order store, bool fences) {
    std::atomic<int> number{0};
    together(
        [&] {
            number.store(1, relaxed);
            if (fences) std::atomic_thread_fence(release);
            x.store(1, relaxed);
            y.store(1, relaxed);
            number.store(2, store);
        },
        [&] {
            const int before = number.load(load);
            a = x.load(relaxed);
            b = y.load(relaxed);
            if (fences) std::atomic_thread_fence(acquire);
            if ((before & 1) != 0 || number.load(relaxed) != before) a = b = 9;
        });
    std::printf("%d%d", a, b);
}

// Double-checked initialisation: `x` is the object, `y` says that it is there.
void double_checked(std::memory_order store, std::memory_order load) {
    const auto use = [=](int& seen) {
        if (y.load(load) == 0) {
            x.store(1, relaxed);
            y.store(1, store);
        }
        seen = x.load(relaxed);
    };
    together([=] { use(a); }, [=] { use(b); });
    std::printf("%d%d", a, b);
}

struct Test {
    const char* name;
    void (*run)();
};
const Test tests[] = {
    {"SB relaxed", [] { store_buffering(relaxed, relaxed, false); }},
    {"SB release acquire", [] { store_buffering(release, acquire, false); }},
    {"SB seq_cst", [] { store_buffering(seq_cst, seq_cst, false); }},
    {"SB relaxed, seq_cst fences", [] { store_buffering(relaxed, relaxed, true); }},
    {"MP relaxed", [] { message_passing(relaxed, relaxed, false); }},
    {"MP release relaxed", [] { message_passing(release, relaxed, false); }},
    {"MP relaxed acquire", [] { message_passing(relaxed, acquire, false); }},
    {"MP release acquire", [] { message_passing(release, acquire, false); }},
    {"MP relaxed, fences", [] { message_passing(relaxed, relaxed, true); }},
    {"MP seq_cst", [] { message_passing(seq_cst, seq_cst, false); }},
    {"LB relaxed", [] { load_buffering(relaxed, relaxed); }},
    {"LB acquire release", [] { load_buffering(acquire, release); }},
    {"CoRR", [] { coherence(); }},
    {"IRIW relaxed", [] { independent_reads(relaxed, relaxed); }},
    {"IRIW release acquire", [] { independent_reads(release, acquire); }},
    {"IRIW seq_cst", [] { independent_reads(seq_cst, seq_cst); }},
    {"2+2W relaxed", [] { two_writes(relaxed); }},
    {"2+2W release", [] { two_writes(release); }},
    {"2+2W seq_cst", [] { two_writes(seq_cst); }},
    {"2+2W relaxed, seq_cst fences", [] { two_writes(relaxed, true); }},
    {"S relaxed", [] { store_after_read(relaxed, relaxed); }},
    {"S release acquire", [] { store_after_read(release, acquire); }},
    {"2+2W with an update", [] { write_and_update(); }},
    {"CoRR across threads", [] { coherence_across_threads(); }},
    {"CoRR after a failed CAS", [] { coherence_after_failure(); }},
    {"CoRR after a wait", [] { coherence_after_wait(); }},
    {"WRC relaxed", [] { write_to_read(relaxed, relaxed); }},
    {"WRC release acquire", [] { write_to_read(release, acquire); }},
    {"RS update", [] { release_sequence(true); }},
    {"RS store", [] { release_sequence(false); }},
    {"RMW", [] { updates(); }},
    {"S with news from a third thread", [] { store_after_news(); }},
    {"S before two stores", [] { store_before_two(); }},
    {"RWC relaxed", [] { read_write_causality(relaxed, relaxed); }},
    {"RWC relaxed store, seq_cst loads", [] { read_write_causality(relaxed, seq_cst); }},
    {"RWC with a failed CAS", [] { failed_compare_exchange_in_order(); }},
    {"SB one seq_cst fence", [] { store_buffering_one_fence(); }},
    {"SB passed on after the fence", [] { store_buffering_passed_on(); }},
    {"SB after a fence that acquires", [] { fence_that_acquires(); }},
    {"RWC with a fence", [] { read_before_fence(); }},
    {"seq_cst load of an older value", [] { older_before_latest(); }},
    {"Dekker relaxed", [] { dekker(relaxed, relaxed, false); }},
    {"Dekker release acquire", [] { dekker(release, acquire, false); }},
    {"Dekker seq_cst", [] { dekker(seq_cst, seq_cst, false); }},
    {"Dekker relaxed, seq_cst fences", [] { dekker(relaxed, relaxed, true); }},
    {"Peterson relaxed", [] { peterson(relaxed, relaxed); }},
    {"Peterson release acquire", [] { peterson(release, acquire); }},
    {"Peterson seq_cst", [] { peterson(seq_cst, seq_cst); }},
    {"seqlock relaxed", [] { sequence_lock(relaxed, relaxed, false); }},
    {"seqlock acquire release, no fences", [] { sequence_lock(acquire, release, false); }},
    {"seqlock acquire release, fences", [] { sequence_lock(acquire, release, true); }},
    {"DCL relaxed", [] { double_checked(relaxed, relaxed); }},
    {"DCL release relaxed", [] { double_checked(release, relaxed); }},
    {"DCL release acquire", [] { double_checked(release, acquire); }},
};

}  // namespace

int main(int count, char** arguments) {
    for (const Test& test : tests) {
        if (count == 1) std::puts(test.name);
        if (count > 1 && std::strcmp(test.name, arguments[1]) == 0) return test.run(), 0;
    }
    return count == 1 ? 0 : 2;
}
