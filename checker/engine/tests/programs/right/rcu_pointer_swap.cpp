// expect: passed
// output: sums agree\n
// Readers announce themselves; the writer swaps the pointer and waits for the old readers.
#include <atomic>
#include <cstdio>
#include <thread>

struct Snapshot {
    int a, b;
};

static std::atomic<Snapshot*> current;
static std::atomic<int> readers;

int main() {
    current = new Snapshot{1, -1};
    bool good = true;
    std::thread reader([&] {
        for (int i = 0; i < 2; ++i) {
            ++readers;
            Snapshot* seen = current;
            if (seen->a + seen->b != 0) good = false;
            --readers;
        }
    });
    std::thread writer([] {
        Snapshot* old = current.exchange(new Snapshot{2, -2});
        while (readers != 0) std::this_thread::yield();
        delete old;
    });
    reader.join();
    writer.join();
    delete current.load();
    if (good) std::puts("sums agree");
}
