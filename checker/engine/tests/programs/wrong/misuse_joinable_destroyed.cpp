// expect: misuse|terminate
// A joinable thread is destroyed.
#include <cstdio>
#include <thread>

int main() {
    {
        std::thread worker([] {});
    }
    std::puts("never here");
}
