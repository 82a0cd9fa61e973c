// expect: passed
// output: value 5, text done\n
// Promises of a value and of a string, set by a thread.
#include <cstdio>
#include <future>
#include <string>
#include <thread>

int main() {
    std::promise<int> number;
    std::promise<std::string> text;
    auto number_future = number.get_future();
    auto text_future = text.get_future();
    std::thread worker([&] {
        number.set_value(5);
        text.set_value("done");
    });
    int value = number_future.get();
    std::printf("value %d, text %s\n", value, text_future.get().c_str());
    worker.join();
}
