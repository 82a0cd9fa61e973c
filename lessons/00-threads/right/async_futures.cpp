// async_futures.cpp: the results travel in futures; get() waits.
#include "threads.hpp"

#include <future>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<std::future<int>> results;
    for (int i = 0; i < count; ++i) {
        results.push_back(std::async(std::launch::async, work, "worker " + std::to_string(i), i));
    }
    std::vector<int> slots;
    for (std::future<int>& result : results) {
        slots.push_back(result.get());
    }
    return slots;
}
