// expect: passed
// output: alive or gone, never half\n
// weak_ptr::lock while the last owner lets go.
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

int main() {
    auto object = std::make_shared<std::string>("whole");
    std::weak_ptr<std::string> weak = object;
    bool good = false;
    std::thread watcher([&] {
        auto mine = weak.lock();
        good = !mine || *mine == "whole";
    });
    object.reset();
    watcher.join();
    if (good && weak.expired()) std::puts("alive or gone, never half");
}
