// expect: passed
// outputs: ab12 || a1b2 || a12b || 1ab2 || 1a2b || 12ab
// Two threads print two pieces each.
#include <cstdio>
#include <iostream>
#include <thread>

int main() {
    std::thread letters([] { std::cout << "a" << "b"; });
    std::thread digits([] {
        std::printf("%d", 1);
        std::fputs("2", stdout);
    });
    letters.join();
    digits.join();
}
