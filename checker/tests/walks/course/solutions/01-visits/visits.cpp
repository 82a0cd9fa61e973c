// visits.cpp: counts two visits. Both must count, whatever the threads' timing.
#include "visits.hpp"

#include <mutex>
#include <thread>

static int visits;
static std::mutex mutex;

static void visit() {
    const std::lock_guard<std::mutex> lock(mutex);
    ++visits;
}

int count_visits() {
    visits = 0;
    std::thread first(visit);
    std::thread second(visit);
    first.join();
    second.join();
    return visits;
}
