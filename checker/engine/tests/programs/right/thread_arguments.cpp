// expect: passed
// output: 5 hello! 7\n
// Arguments by value, by reference and moved into a thread.
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <thread>

static void add(int& target, int amount) { target += amount; }

static void exclaim(std::string text, std::string& result) { result = text + "!"; }

int main() {
    int sum = 2;
    std::string result;
    auto number = std::make_unique<int>(7);
    int seen = 0;
    std::thread adder(add, std::ref(sum), 3);
    std::thread writer(exclaim, "hello", std::ref(result));
    std::thread owner([number = std::move(number), &seen]() mutable {
        seen = *number;
        number.reset();
    });
    adder.join();
    writer.join();
    owner.join();
    std::printf("%d %s %d\n", sum, result.c_str(), seen);
}
