// expect: abort
// about: two producers reserve a place by load and store
#include <atomic>
#include <cassert>
#include <thread>
std::atomic<int> next{0}, cells[4];
void put(int value) {
    const int place = next.load();
    next.store(place + 1);
    cells[place] = value;
}
int main() {
    std::thread a([] { put(1); }), b([] { put(2); });
    a.join();
    b.join();
    assert(cells[0] + cells[1] == 3);
}
