// expect: passed
// output: old or new, then new\n
// atomic<shared_ptr>: readers keep what they loaded while it is replaced.
#include <atomic>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

int main() {
    std::atomic<std::shared_ptr<const std::string>> current(std::make_shared<const std::string>("old"));
    bool good = false;
    std::thread reader([&] {
        auto mine = current.load();
        good = *mine == "old" || *mine == "new";
    });
    std::thread writer([&] { current.store(std::make_shared<const std::string>("new")); });
    reader.join();
    writer.join();
    if (good) std::printf("old or new, then %s\n", current.load()->c_str());
}
