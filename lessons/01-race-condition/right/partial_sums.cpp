// partial_sums.cpp: nothing is shared: one slot a door, added up after the joins.
#include "race_condition.hpp"

#include <numeric>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    std::vector<int> visits(doors.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < doors.size(); ++i) {
        threads.emplace_back([&doors, &visits, i] {
            while (doors[i]()) {
                ++visits[i];
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return std::accumulate(visits.begin(), visits.end(), 0);
}
