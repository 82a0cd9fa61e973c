// expect: misuse|terminate
// An exception that main would catch destroys a joinable thread on its way.
#include <cstdio>
#include <stdexcept>
#include <thread>

int main() {
    try {
        std::thread worker([] {});
        throw std::runtime_error("early");
    } catch (const std::runtime_error&) {
        std::puts("caught");
    }
}
