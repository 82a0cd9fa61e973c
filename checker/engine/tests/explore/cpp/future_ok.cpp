// expect: passed
// output: 42\n
// about: a value through a future
#include <future>
#include <iostream>
#include <thread>
int main() {
    std::promise<int> promise;
    auto result = promise.get_future();
    std::thread worker([&] { promise.set_value(42); });
    std::cout << result.get() << '\n';
    worker.join();
}
