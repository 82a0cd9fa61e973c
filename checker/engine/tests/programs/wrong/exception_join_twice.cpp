// expect: exception|misuse
// join of a std::thread that has been joined.
#include <thread>

int main() {
    std::thread worker([] {});
    worker.join();
    worker.join();
}
