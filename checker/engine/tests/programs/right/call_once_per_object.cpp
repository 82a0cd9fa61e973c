// expect: passed
// output: 2 loads\n
// A once_flag in each of two objects, used crosswise.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

static std::atomic<int> loads;

struct Lazy {
    std::once_flag once;
    std::string text;
    const std::string& get() {
        std::call_once(once, [this] {
            text = "loaded";
            ++loads;
        });
        return text;
    }
};

int main() {
    Lazy first, second;
    std::size_t a = 0, b = 0;
    std::thread one([&] { a = first.get().size() + second.get().size(); });
    std::thread two([&] { b = second.get().size() + first.get().size(); });
    one.join();
    two.join();
    if (a == 12 && b == 12) std::printf("%d loads\n", loads.load());
}
