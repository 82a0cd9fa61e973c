// expect: signal
// A thread raises a signal.
#include <csignal>
#include <thread>

int main() {
    std::thread worker([] { std::raise(SIGTERM); });
    worker.join();
}
