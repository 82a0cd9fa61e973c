// expect: passed
// output: 0:1 1:2 \n
// Each thread formats into its own stream; main prints in order.
#include <iostream>
#include <sstream>
#include <string>
#include <thread>

int main() {
    std::string parts[2];
    auto format = [&](int who) {
        std::ostringstream out;
        out << who << ':' << who + 1 << ' ';
        parts[who] = out.str();
    };
    std::thread a(format, 0), b(format, 1);
    a.join();
    b.join();
    std::cout << parts[0] << parts[1] << '\n';
}
