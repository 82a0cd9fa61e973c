// expect: passed
// output: signalled 9\n
// atomic_flag as an event: wait, test, notify.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic_flag event;
    int value = 0;
    std::thread signaller([&] {
        value = 9;
        event.test_and_set();
        event.notify_all();
    });
    event.wait(false);
    if (event.test()) std::printf("signalled %d\n", value);
    signaller.join();
}
