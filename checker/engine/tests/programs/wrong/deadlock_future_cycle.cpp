// expect: deadlock
// Two threads wait for each other's promise.
#include <future>
#include <thread>

int main() {
    std::promise<int> first, second;
    auto of_first = first.get_future(), of_second = second.get_future();
    std::thread a([&] { first.set_value(of_second.get()); });
    std::thread b([&] { second.set_value(of_first.get()); });
    a.join();
    b.join();
}
