// condition_variable.cpp: counts under a lock and waits on conditions.
#include "semaphore.hpp"

#include <condition_variable>
#include <mutex>

namespace {

std::mutex mutex;
std::condition_variable changed;
int places = 2;
int come = 0;
int meetings = 0;

void give_place_back() {
    std::lock_guard guard(mutex);
    ++places;
    changed.notify_all();
}

void meet() {
    std::unique_lock lock(mutex);
    const int before = meetings;
    if (++come == 2) {
        come = 0;
        ++meetings;
        changed.notify_all();
    }
    changed.wait(lock, [before] { return meetings != before; });
}

}  // namespace

void print_in_shop(const Job& job) {
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [] { return places > 0; });
        --places;
    }
    try {
        job();
    } catch (...) {
        give_place_back();
        throw;
    }
    give_place_back();
}

void first_arrives() { meet(); }

void second_arrives() { meet(); }
