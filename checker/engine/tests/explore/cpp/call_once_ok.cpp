// expect: passed
// output: 1\n
// about: std::call_once, and a function's static
#include <iostream>
#include <mutex>
#include <thread>
std::once_flag flag;
int calls = 0;
int& value() {
    static int made = 7;
    return made;
}
void use() {
    std::call_once(flag, [] { ++calls; });
    if (value() != 7) ++calls;
}
int main() {
    std::thread a(use), b(use);
    a.join();
    b.join();
    std::cout << calls << '\n';
}
