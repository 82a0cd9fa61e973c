// expect: passed
// output: 2 listeners, called 1 or 2\n
// Listeners are added by copying a list that notifiers hold by shared_ptr.
#include <atomic>
#include <cstdio>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

using Listeners = std::vector<std::function<void()>>;

static std::mutex guard;
static std::shared_ptr<const Listeners> listeners = std::make_shared<Listeners>();

static void add(std::function<void()> listener) {
    std::lock_guard lock(guard);
    auto copy = std::make_shared<Listeners>(*listeners);
    copy->push_back(std::move(listener));
    listeners = std::move(copy);
}

static void notify() {
    std::shared_ptr<const Listeners> current;
    {
        std::lock_guard lock(guard);
        current = listeners;
    }
    for (auto& listener : *current) listener();
}

int main() {
    std::atomic<int> calls = 0;
    add([&] { ++calls; });
    std::thread adder([&] { add([&] { ++calls; }); });
    std::thread notifier(notify);
    adder.join();
    notifier.join();
    if (calls == 1 || calls == 2) std::printf("%zu listeners, called 1 or 2\n", listeners->size());
    listeners = std::make_shared<Listeners>();
}
