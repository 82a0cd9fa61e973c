// expect: deadlock|misuse
// A shared lock is upgraded without giving it back.
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex guard;
    int value = 0;
    auto work = [&] {
        std::shared_lock reading(guard);
        if (value == 0) {
            std::unique_lock writing(guard);
            value = 1;
        }
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
}
