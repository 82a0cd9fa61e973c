// rendezvous.cpp: each thread announces itself, and then waits for the other one's announcement.
#include <iostream>
#include <semaphore>
#include <thread>

int main() {
    std::binary_semaphore a_is_here(0);
    std::binary_semaphore b_is_here(0);
    std::thread a([&] {
        std::cout << "a1 ";
        a_is_here.release();
        b_is_here.acquire();
        std::cout << "a2 ";
    });
    std::thread b([&] {
        std::cout << "b1 ";
        b_is_here.release();
        a_is_here.acquire();
        std::cout << "b2 ";
    });
    a.join();
    b.join();
}
