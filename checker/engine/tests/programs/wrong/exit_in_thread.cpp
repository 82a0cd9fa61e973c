// expect: exit
// A thread ends the whole program.
#include <cstdio>
#include <cstdlib>
#include <thread>

int main() {
    std::thread worker([] { std::exit(3); });
    worker.join();
    std::puts("never here");
}
