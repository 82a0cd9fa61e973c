// expect: data-race
// A buffer is written while fwrite reads it.
#include <cstdio>
#include <thread>

static char line[] = "some text\n";

int main() {
    std::thread writer([] { line[3] = '-'; });
    std::fwrite(line, 1, sizeof line - 1, stdout);
    std::fflush(stdout);
    writer.join();
}
