// expect: data-race
// memset and memmove ranges that overlap in one byte.
#include <cstdio>
#include <cstring>
#include <thread>

int main() {
    char buffer[17] = {};
    std::thread left([&] { std::memset(buffer, 'l', 9); });
    std::thread right([&] { std::memmove(buffer + 8, "rrrrrrrr", 8); });
    left.join();
    right.join();
    std::printf("%zu\n", std::strlen(buffer));
}
