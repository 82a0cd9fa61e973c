// expect: passed
// output: 1111\n
// A vector<bool> whose bits share a word is written under a lock.
#include <iostream>
#include <mutex>
#include <thread>
#include <vector>

int main() {
    std::mutex guard;
    std::vector<bool> done(4);
    auto mark = [&](std::size_t from) {
        for (std::size_t i = from; i < 4; i += 2) {
            std::lock_guard lock(guard);
            done[i] = true;
        }
    };
    std::thread even(mark, 0), odd(mark, 1);
    even.join();
    odd.join();
    for (bool each : done) std::cout << each;
    std::cout << '\n';
}
