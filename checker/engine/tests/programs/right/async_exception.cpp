// expect: passed
// output: first ok, second failed: no data\n
// An exception travels through the future of an async task.
#include <cstdio>
#include <future>
#include <stdexcept>
#include <string>

static std::string load(bool works) {
    if (!works) throw std::runtime_error("no data");
    return "ok";
}

int main() {
    auto first = std::async(std::launch::async, load, true);
    auto second = std::async(std::launch::async, load, false);
    std::printf("first %s, ", first.get().c_str());
    try {
        second.get();
    } catch (const std::exception& error) {
        std::printf("second failed: %s\n", error.what());
    }
}
