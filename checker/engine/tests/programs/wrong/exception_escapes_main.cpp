// expect: exception
// An exception leaves main.
#include <future>
#include <stdexcept>

int main() {
    auto result = std::async(std::launch::async, []() -> int { throw std::logic_error("no result"); });
    return result.get();
}
