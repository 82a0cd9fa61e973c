// expect: leak
// A detached thread sleeps for ever between its rounds.
#include <chrono>
#include <thread>

int main() {
    std::thread([] {
        for (;;) std::this_thread::sleep_for(std::chrono::seconds(1));
    }).detach();
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}
