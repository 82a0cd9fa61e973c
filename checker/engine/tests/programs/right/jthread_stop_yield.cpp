// expect: passed
// output: stopped\n
// A jthread polls its stop token and yields.
#include <cstdio>
#include <stop_token>
#include <thread>

int main() {
    std::jthread worker([](std::stop_token token) {
        while (!token.stop_requested()) std::this_thread::yield();
        std::puts("stopped");
    });
    worker.request_stop();
}
