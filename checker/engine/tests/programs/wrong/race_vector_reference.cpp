// expect: data-race
// A reference to an element is kept while the vector grows under the lock.
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

int main() {
    std::mutex guard;
    std::vector<int> items{1};
    std::thread user([&] {
        std::unique_lock lock(guard);
        int& first = items.front();
        lock.unlock();
        first = 5;
    });
    std::thread grower([&] {
        std::lock_guard lock(guard);
        items.push_back(2);
    });
    user.join();
    grower.join();
    std::printf("%zu\n", items.size());
}
