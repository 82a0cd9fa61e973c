// expect: terminate
// std::terminate is called by a thread.
#include <exception>
#include <thread>

int main() {
    std::thread worker([] { std::terminate(); });
    worker.join();
}
