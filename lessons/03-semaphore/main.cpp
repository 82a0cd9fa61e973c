// main.cpp: three customers in the print shop, then a letter that is handed over.
#include "semaphore.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

// Counts the customers in the shop.
struct Visitors {
    std::mutex mutex;
    int inside = 0;
    int most = 0;
    int jobs = 0;
};

void visit_shop(Visitors& visitors) {
    print_in_shop([&visitors] {
        {
            std::lock_guard guard(visitors.mutex);
            ++visitors.inside;
            visitors.most = std::max(visitors.most, visitors.inside);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        std::lock_guard guard(visitors.mutex);
        --visitors.inside;
        ++visitors.jobs;
    });
}

}  // namespace

int main() {
    Visitors visitors;
    std::vector<std::thread> customers;
    for (int i = 0; i < 3; ++i) {
        customers.emplace_back(visit_shop, std::ref(visitors));
    }
    for (std::thread& customer : customers) {
        customer.join();
    }
    std::cout << "most at once " << visitors.most << "\njobs " << visitors.jobs << '\n';

    std::string letter;
    std::string received;
    std::thread first([&letter] {
        letter = "meet me at six";
        first_arrives();
    });
    std::thread second([&letter, &received] {
        second_arrives();
        received = letter;
    });
    first.join();
    second.join();
    std::cout << "letter: " << received << '\n';
}
