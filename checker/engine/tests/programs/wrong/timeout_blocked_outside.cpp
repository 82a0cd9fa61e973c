// expect: blocked-outside
// A thread reads from a pipe into which nobody writes.
#include <unistd.h>
#include <thread>

int main() {
    int ends[2];
    if (pipe(ends) != 0) return 1;
    std::thread reader([&] {
        char byte;
        if (read(ends[0], &byte, 1) != 1) return;
    });
    reader.join();
    close(ends[0]);
    close(ends[1]);
}
