// expect: data-race
// memcpy reads a range of which another thread writes one byte.
#include <cstdio>
#include <cstring>
#include <thread>

int main() {
    char source[32] = "source", target[32] = {};
    std::thread copier([&] { std::memcpy(target, source, sizeof target); });
    source[31] = 'x';
    copier.join();
    std::printf("%d\n", target[0] == 's');
}
