// gives_up.cpp: two threads lock in opposite order, but nobody waits for the second lock.
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

int main() {
    std::mutex a;
    std::mutex b;
    bool worked[2] = {false, false};
    const auto work = [&worked](std::mutex& first, std::mutex& second, int number) {
        std::lock_guard<std::mutex> lock(first);
        if (second.try_lock()) {
            worked[number] = true;
            second.unlock();
        }
    };
    std::thread one([&] { work(a, b, 0); });
    std::thread two([&] { work(b, a, 1); });
    one.join();
    two.join();
    const std::string names[] = {"both gave up", "two worked", "one worked", "both worked"};
    std::cout << names[2 * worked[0] + worked[1]] << '\n';
}
