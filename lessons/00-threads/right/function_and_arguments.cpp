// function_and_arguments.cpp: a plain function, its arguments copied into the thread; joined last to first.
#include "threads.hpp"

#include <memory>
#include <thread>

namespace {

void be_worker(std::string name, int number, int* slot, const Work& work) { *slot = work(name, number); }

}  // namespace

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    std::unique_ptr<std::thread[]> workers(new std::thread[count]);
    for (int i = 0; i < count; ++i) {
        workers[i] = std::thread(be_worker, "worker " + std::to_string(i), i, &slots[i], std::cref(work));
    }
    for (int i = count; i > 0; --i) {
        workers[i - 1].join();
    }
    return slots;
}
