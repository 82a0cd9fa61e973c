// visits.cpp: counts two visits. Both must count, whatever the threads' timing.
#include "visits.hpp"

#include <thread>

static int visits;

static void visit() {
    ++visits;  // TODO: how many steps is this?
}

int count_visits() {
    visits = 0;
    std::thread first(visit);
    std::thread second(visit);
    first.join();
    second.join();
    return visits;
}
