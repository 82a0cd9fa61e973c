// expect: passed
// output: stopped\n
// about: std::jthread is asked to stop, and joined, by its destructor
#include <iostream>
#include <stop_token>
#include <thread>
int main() {
    {
        std::jthread worker([](std::stop_token stop) {
            while (!stop.stop_requested()) std::this_thread::yield();
        });
    }
    std::cout << "stopped\n";
}
