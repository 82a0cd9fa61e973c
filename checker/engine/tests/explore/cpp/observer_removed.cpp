// expect: abort|data-race
// about: an observer is told although it has been removed and thinks itself forgotten
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>
#include <vector>
std::mutex mutex;
std::vector<int> observers{1};
std::atomic<bool> removed{false};
void tell() {
    std::vector<int> copy;
    {
        std::lock_guard lock(mutex);
        copy = observers;
    }
    for ([[maybe_unused]] int observer : copy) assert(!removed);
}
int main() {
    std::thread subject(tell);
    {
        std::lock_guard lock(mutex);
        observers.clear();
    }
    removed = true;
    subject.join();
}
