// expect: passed
// output: 3 3 3\n
// Each reader has its own copy of a shared_future.
#include <cstdio>
#include <future>
#include <string>
#include <thread>

int main() {
    std::promise<std::string> promise;
    auto result = promise.get_future().share();
    std::size_t lengths[2] = {};
    auto read = [&lengths](int who, std::shared_future<std::string> mine) { lengths[who] = mine.get().size(); };
    std::thread a(read, 0, result), b(read, 1, result);
    promise.set_value("abc");
    a.join();
    b.join();
    std::printf("%zu %zu %zu\n", lengths[0], lengths[1], result.get().size());
}
