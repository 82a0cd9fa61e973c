// expect: nondeterministic
// outputs: 12\n || 21\n
// Much memory is touched before the two meet: a schedule does not depend on how the engine looks memory up.
#include <cstdio>
#include <mutex>
#include <thread>

static char pages[600 * 4096];
static std::mutex guard;
static int order = 0;

static void touch_pages(int offset) {
    for (int i = 0; i < 2000; ++i) {
        char* byte = pages + (i % 600) * 4096 + offset;
        *byte = static_cast<char>(*byte + 1);
    }
}

int main() {
    const auto work = [](int me) {
        touch_pages(me);
        std::lock_guard lock(guard);
        order = order * 10 + me;
    };
    std::thread first(work, 1), second(work, 2);
    first.join();
    second.join();
    std::printf("%d\n", order);
}
