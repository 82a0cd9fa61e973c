// expect: exception
// An exception leaves a thread's function; the caller of join would catch it.
#include <cstdio>
#include <stdexcept>
#include <thread>

int main() {
    try {
        std::thread worker([] { throw std::runtime_error("lost"); });
        worker.join();
    } catch (const std::exception& error) {
        std::puts(error.what());
    }
}
