// expect: data-race
// strlen reads what another thread writes.
#include <cstdio>
#include <cstring>
#include <thread>

static char text[16] = "abc";

int main() {
    std::size_t length = 0;
    std::thread reader([&] { length = std::strlen(text); });
    text[2] = 'd';
    reader.join();
    std::printf("%zu\n", length);
}
