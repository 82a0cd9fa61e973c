// expect: data-race
// A buffer is reused while the thread that got a pointer to it still reads it.
#include <cstdio>
#include <thread>

int main() {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "%d", 1);
    char first = '?';
    std::thread worker([&first, text = &buffer[0]] { first = text[0]; });
    buffer[0] = '2';
    worker.join();
    std::printf("%d\n", first != '?');
}
