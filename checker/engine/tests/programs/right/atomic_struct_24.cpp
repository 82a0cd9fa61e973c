// expect: passed
// output: consistent\n
// flags: -latomic
// An atomic structure of 24 bytes: store, exchange and load through libatomic.
#include <atomic>
#include <cstdio>
#include <thread>

struct Triple {
    long a, b, c;
};

int main() {
    std::atomic<Triple> triple = Triple{1, 1, 1};
    bool torn_before = false, torn_read = false;
    std::thread writer([&] { triple.store(Triple{2, 2, 2}); });
    std::thread swapper([&] {
        Triple before = triple.exchange(Triple{3, 3, 3});
        torn_before = before.a != before.b || before.b != before.c;
    });
    std::thread reader([&] {
        Triple seen = triple.load();
        torn_read = seen.a != seen.b || seen.b != seen.c;
    });
    writer.join();
    swapper.join();
    reader.join();
    if (!torn_before && !torn_read) std::puts("consistent");
}
