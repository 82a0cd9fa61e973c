// expect: exception|terminate
// about: two threads keep the same promise
#include <future>
#include <thread>
int main() {
    std::promise<int> promise;
    auto result = promise.get_future();
    std::thread a([&] { promise.set_value(1); }), b([&] { promise.set_value(2); });
    result.get();
    a.join();
    b.join();
}
