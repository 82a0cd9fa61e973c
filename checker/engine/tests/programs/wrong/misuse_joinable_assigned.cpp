// expect: misuse|terminate
// A thread object is assigned to while it is joinable.
#include <thread>

int main() {
    std::thread worker([] {});
    worker = std::thread([] {});
    worker.join();
}
