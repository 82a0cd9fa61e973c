// expect: livelock
// A std::thread polls a stop token that nobody triggers.
#include <stop_token>
#include <thread>

int main() {
    std::stop_source source;
    std::thread worker([token = source.get_token()] {
        while (!token.stop_requested()) std::this_thread::yield();
    });
    worker.join();
}
