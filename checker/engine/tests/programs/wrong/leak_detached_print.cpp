// expect: leak
// A detached thread prints, or is too late.
#include <cstdio>
#include <thread>

int main() {
    std::thread([] { std::puts("hello"); }).detach();
}
