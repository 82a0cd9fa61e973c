// expect: passed
// output: 1 true\n
// Of several requests to stop exactly one is the first.
#include <atomic>
#include <iostream>
#include <stop_token>
#include <thread>

int main() {
    std::stop_source source;
    std::atomic<int> first = 0;
    auto ask = [&, mine = source]() mutable {
        if (mine.request_stop()) ++first;
    };
    std::thread a(ask), b(ask), c(ask);
    a.join();
    b.join();
    c.join();
    std::cout << first << ' ' << std::boolalpha << source.stop_requested() << '\n';
}
