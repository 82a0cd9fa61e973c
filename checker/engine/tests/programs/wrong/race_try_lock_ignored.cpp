// expect: data-race
// The result of try_lock is ignored.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    int value = 0;
    auto add = [&] {
        std::unique_lock lock(guard, std::try_to_lock);
        ++value;
    };
    std::thread a(add), b(add);
    a.join();
    b.join();
    std::printf("%d\n", value);
}
