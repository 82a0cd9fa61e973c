// expect: data-race
// A buffer is written while puts reads it.
#include <cstdio>
#include <thread>

static char line[] = "some text";

int main() {
    std::thread writer([] { line[0] = 'S'; });
    std::puts(line);
    writer.join();
}
