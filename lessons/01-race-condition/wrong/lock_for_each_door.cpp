// Wrong: every door has a lock of its own, but there is one counter.
#include "race_condition.hpp"

#include <mutex>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    std::vector<std::mutex> locks(doors.size());
    int visits = 0;

    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < doors.size(); ++i) {
        threads.emplace_back([&doors, &locks, &visits, i] {
            while (doors[i]()) {
                std::lock_guard<std::mutex> guard(locks[i]);
                ++visits;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
