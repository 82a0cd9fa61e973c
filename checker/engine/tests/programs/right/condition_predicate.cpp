// expect: passed
// output: got 42\n
// Waits with a predicate for a value that another thread sets.
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable ready;
    bool set = false;
    int value = 0;
    std::thread producer([&] {
        {
            std::lock_guard lock(guard);
            value = 42;
            set = true;
        }
        ready.notify_one();
    });
    {
        std::unique_lock lock(guard);
        ready.wait(lock, [&] { return set; });
        std::cout << "got " << value << "\n";
    }
    producer.join();
}
