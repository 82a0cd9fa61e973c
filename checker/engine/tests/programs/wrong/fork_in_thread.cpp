// expect: fork
// A thread forks.
#include <unistd.h>
#include <cstdio>
#include <thread>

int main() {
    std::thread worker([] {
        if (fork() == 0) _exit(0);
    });
    worker.join();
    std::puts("done");
}
