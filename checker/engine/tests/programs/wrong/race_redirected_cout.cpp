// expect: data-race
// std::cout protects its own buffer, not one that takes its place.
#include <iostream>
#include <sstream>
#include <thread>

int main() {
    std::ostringstream page;
    std::streambuf* screen = std::cout.rdbuf(page.rdbuf());
    std::thread first([] { std::cout << "first\n"; });
    std::thread second([] { std::cout << "second\n"; });
    first.join();
    second.join();
    std::cout.rdbuf(screen);
}
