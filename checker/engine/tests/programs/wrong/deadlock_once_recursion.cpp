// expect: deadlock|misuse
// The function of a call_once calls call_once with the same flag.
#include <mutex>
#include <thread>

static std::once_flag once;

static void initialise(int depth) {
    std::call_once(once, [depth] {
        if (depth > 0) initialise(depth - 1);
    });
}

int main() {
    std::thread worker([] { initialise(1); });
    worker.join();
}
