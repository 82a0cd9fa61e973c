// locked_apart.cpp: the read and the write are locked, each for itself.
#include <mutex>
#include <thread>

#include "visits.hpp"

static int visits;
static std::mutex mutex;

static void visit() {
    mutex.lock();
    const int seen = visits;
    mutex.unlock();
    mutex.lock();
    visits = seen + 1;
    mutex.unlock();
}

int count_visits() {
    visits = 0;
    std::thread first(visit);
    std::thread second(visit);
    first.join();
    second.join();
    return visits;
}
