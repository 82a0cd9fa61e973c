// atomic_wait.cpp: counts with atomics and sleeps on them.
#include "semaphore.hpp"

#include <atomic>

namespace {

std::atomic<int> places{2};
std::atomic<int> first_came{0};
std::atomic<int> second_came{0};

void give_place_back() {
    ++places;
    places.notify_one();
}

// The n-th call is done when the other side has been called n times.
void meet(std::atomic<int>& mine, std::atomic<int>& other) {
    const int meeting = ++mine;
    mine.notify_all();
    for (int seen = other.load(); seen < meeting; seen = other.load()) {
        other.wait(seen);
    }
}

}  // namespace

void print_in_shop(const Job& job) {
    int seen = places.load();
    while (seen == 0 || !places.compare_exchange_weak(seen, seen - 1)) {
        if (seen == 0) {
            places.wait(0);
            seen = places.load();
        }
    }
    try {
        job();
    } catch (...) {
        give_place_back();
        throw;
    }
    give_place_back();
}

void first_arrives() { meet(first_came, second_came); }

void second_arrives() { meet(second_came, first_came); }
