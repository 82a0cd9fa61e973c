// main.cpp: two threads report what is to be done, in no order; then the list is worked off, most urgent first.
#include "priority_queue.hpp"

#include <iostream>
#include <memory>
#include <optional>
#include <thread>

int main() {
    using namespace std::chrono_literals;
    std::unique_ptr<PriorityQueue> todo = make_priority_queue(6);

    std::thread office([&] {
        todo->put({3, "tea"});
        todo->put({1, "fire"});
        todo->put({2, "leak"});
    });
    std::thread workshop([&] {
        todo->put({2, "flood"});
        todo->put({4, "lamp"});
        todo->put({3, "door"});
    });
    office.join();
    workshop.join();

    if (!todo->put({0, "one too many"}, 10ms)) {
        std::cout << "full\n";
    }
    while (std::optional<Entry> entry = todo->get(10ms)) {
        std::cout << entry->priority << " " << entry->data << "\n";
    }
    std::cout << "empty\n";
}
