// expect: passed
// output: 1 first\n2 second\n3 main\n
// Output of threads in an order that semaphores impose.
#include <iostream>
#include <semaphore>
#include <thread>

int main() {
    std::binary_semaphore next(0);
    std::thread second([&] {
        next.acquire();
        std::cout << 2 << ' ' << "second" << std::endl;
    });
    std::thread first([&] {
        std::cout << 1 << ' ' << "first" << std::endl;
        next.release();
    });
    first.join();
    second.join();
    std::cout << 3 << ' ' << "main" << std::endl;
}
