// Right: POSIX threads; each is handed a record of its own, and leaves its result there.
#include "threads.hpp"

#include <pthread.h>

namespace {

struct Task {
    const Work* work;
    int number;
    int result;
};

void* run(void* argument) {
    auto* task = static_cast<Task*>(argument);
    task->result = (*task->work)("worker " + std::to_string(task->number), task->number);
    return nullptr;
}

}  // namespace

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<Task> tasks;
    for (int i = 0; i < count; ++i) {
        tasks.push_back({&work, i, 0});
    }
    std::vector<pthread_t> workers(count);
    for (int i = 0; i < count; ++i) {
        pthread_create(&workers[i], nullptr, run, &tasks[i]);
    }
    std::vector<int> slots;
    for (int i = 0; i < count; ++i) {
        pthread_join(workers[i], nullptr);
        slots.push_back(tasks[i].result);
    }
    return slots;
}
