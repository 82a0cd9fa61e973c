// expect: passed
// outputs: 0 || 1 || 2
// A worker does at most two rounds, fewer if it is stopped before.
#include <cstdio>
#include <thread>

int main() {
    int rounds = 0;
    std::jthread worker([&](std::stop_token token) {
        while (rounds < 2 && !token.stop_requested()) ++rounds;
    });
    worker.request_stop();
    worker.join();
    std::printf("%d", rounds);
}
