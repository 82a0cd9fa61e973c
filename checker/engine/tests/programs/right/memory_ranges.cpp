// expect: passed
// output: aaaabbbb\n
// memset, memcpy and memmove on neighbouring halves of one buffer.
#include <cstdio>
#include <cstring>
#include <thread>

int main() {
    char buffer[9] = {};
    const char source[] = "xbbbb";
    std::thread left([&] {
        std::memset(buffer, 'a', 3);
        std::memmove(buffer + 1, buffer, 3);
    });
    std::thread right([&] { std::memcpy(buffer + 4, source + 1, 4); });
    left.join();
    right.join();
    std::puts(buffer);
}
