// expect: signal
// A write through a wild pointer in a thread.
#include <atomic>
#include <cstdint>
#include <thread>

int main() {
    std::atomic<std::uintptr_t> where = 0;
    std::thread setter([&] { where = 64; });
    std::thread user([&] {
        if (where != 0) *reinterpret_cast<int*>(where.load()) = 1;
    });
    setter.join();
    user.join();
}
