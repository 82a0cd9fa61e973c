// expect: data-race
// Two threads write overlapping bytes of a string.
#include <cstdio>
#include <string>
#include <thread>

int main() {
    std::string text(40, '.');
    std::thread a([&] {
        for (std::size_t i = 0; i < 3; ++i) text[i] = 'a';
    });
    std::thread b([&] {
        for (std::size_t i = 2; i < 5; ++i) text[i] = 'b';
    });
    a.join();
    b.join();
    std::puts(text.c_str());
}
