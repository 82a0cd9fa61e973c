// expect: passed
// output: 12 caught: empty\n
// Packaged tasks run by a thread: one returns, one throws.
#include <cstdio>
#include <future>
#include <stdexcept>
#include <thread>
#include <vector>

static int product(const std::vector<int>& factors) {
    if (factors.empty()) throw std::invalid_argument("empty");
    int result = 1;
    for (int factor : factors) result *= factor;
    return result;
}

int main() {
    std::packaged_task<int(const std::vector<int>&)> good(product), bad(product);
    auto good_result = good.get_future(), bad_result = bad.get_future();
    std::thread worker(
        [](auto first, auto second) {
            first({3, 4});
            second({});
        },
        std::move(good), std::move(bad));
    std::printf("%d ", good_result.get());
    try {
        bad_result.get();
    } catch (const std::invalid_argument& error) {
        std::printf("caught: %s\n", error.what());
    }
    worker.join();
}
