// Right: each visit is a node, pushed on a list by compare-exchange; the nodes are counted after the joins.
#include "race_condition.hpp"

#include <atomic>
#include <thread>

namespace {

struct Visit {
    Visit* next;
};

}  // namespace

int count_visits(const std::vector<Door>& doors) {
    std::atomic<Visit*> latest = nullptr;

    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &latest] {
            while (door()) {
                auto* visit = new Visit{latest.load(std::memory_order_relaxed)};
                while (!latest.compare_exchange_weak(visit->next, visit, std::memory_order_release,
                                                     std::memory_order_relaxed)) {
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    int visits = 0;
    for (Visit* visit = latest; visit != nullptr; ++visits) {
        Visit* next = visit->next;
        delete visit;
        visit = next;
    }
    return visits;
}
