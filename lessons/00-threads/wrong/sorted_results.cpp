// Wrong: collects the results under a lock and sorts them by value, in the hope that this is the order of the
// workers.
#include "threads.hpp"

#include <algorithm>
#include <mutex>
#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::mutex mutex;
    std::vector<int> results;
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            const int result = work("worker " + std::to_string(i), i);
            std::lock_guard guard(mutex);
            results.push_back(result);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    std::sort(results.begin(), results.end());
    return results;
}
