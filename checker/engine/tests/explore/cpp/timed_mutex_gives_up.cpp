// expect: nondeterministic
// outputs: 1\n || 2\n
// about: who does not get the lock in time does not work
#include <chrono>
#include <iostream>
#include <mutex>
#include <thread>
std::timed_mutex mutex;
int count = 0;
void work() {
    std::unique_lock lock(mutex, std::chrono::milliseconds(1));
    if (lock) ++count;
}
int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::cout << count << '\n';
}
