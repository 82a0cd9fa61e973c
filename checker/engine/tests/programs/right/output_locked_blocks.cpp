// expect: passed
// output: <ab><ab>\n
// Blocks of several calls, printed under one lock, with endl and flush in between.
#include <cstdio>
#include <iostream>
#include <mutex>
#include <thread>

int main() {
    std::mutex stream;
    auto print = [&] {
        std::lock_guard lock(stream);
        std::cout << '<';
        std::cout << 'a' << std::flush;
        std::putchar('b');
        std::fwrite(">", 1, 1, stdout);
    };
    std::thread a(print), b(print);
    a.join();
    b.join();
    std::cout << std::endl;
}
