// expect: deadlock
// Two initialisations need each other.
#include <mutex>
#include <thread>

static std::once_flag first, second;

int main() {
    std::thread a([] { std::call_once(first, [] { std::call_once(second, [] {}); }); });
    std::thread b([] { std::call_once(second, [] { std::call_once(first, [] {}); }); });
    a.join();
    b.join();
}
