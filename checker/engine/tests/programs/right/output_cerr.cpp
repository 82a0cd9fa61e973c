// expect: passed
// output: only this\n
// What goes to cerr, clog and stderr is no standard output.
#include <cstdio>
#include <iostream>
#include <thread>

int main() {
    std::thread a([] { std::cerr << "a " << 1 << '\n'; });
    std::thread b([] { std::fprintf(stderr, "b\n"); });
    std::clog << "main\n";
    a.join();
    b.join();
    std::cout << "only this\n";
}
