// expect: passed
// output: no newline at the end
// Output that is still in the buffer when main returns.
#include <iostream>
#include <thread>

int main() {
    std::thread a([] { std::cout << "no newline"; });
    a.join();
    std::cout << " at the end";
}
