// expect: passed
// outputs: alive || expired
// A weak_ptr is locked before or after the last owner lets go.
#include <cstdio>
#include <memory>
#include <thread>

int main() {
    auto owner = std::make_shared<int>(1);
    std::weak_ptr<int> weak = owner;
    bool alive = false;
    std::thread watcher([&] { alive = weak.lock() != nullptr; });
    owner.reset();
    watcher.join();
    std::fputs(alive ? "alive" : "expired", stdout);
}
