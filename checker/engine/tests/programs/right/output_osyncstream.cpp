// expect: passed
// output: a b c\na b c\n
// osyncstream: the pieces of a line stay together.
#include <iostream>
#include <syncstream>
#include <thread>

int main() {
    auto print = [] { std::osyncstream(std::cout) << 'a' << ' ' << "b" << ' ' << 'c' << '\n'; };
    std::thread x(print), y(print);
    x.join();
    y.join();
}
