// Wrong: two threads take the doors from a list: the third door opens when one of the others is done.
#include "race_condition.hpp"

#include <atomic>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    std::atomic<std::size_t> next{0};
    std::atomic<int> visits{0};
    const auto porter = [&] {
        for (std::size_t i = next++; i < doors.size(); i = next++) {
            while (doors[i]()) {
                ++visits;
            }
        }
    };
    std::thread first(porter);
    std::thread second(porter);
    first.join();
    second.join();
    return visits;
}
