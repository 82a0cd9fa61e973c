// expect: fork
// A thread forks.
#include <cstdio>
#include <thread>
#include <unistd.h>

int main() {
    std::thread worker([] {
        if (fork() == 0) _exit(0);
    });
    worker.join();
    std::puts("done");
}
