// expect: passed
// outputs: 123 || 132
// The first one is alone; it then lets two go at once.
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::counting_semaphore<2> go(0);
    auto follow = [&](char me) {
        go.acquire();
        std::putchar(me);
    };
    std::thread second(follow, '2'), third(follow, '3');
    std::putchar('1');
    go.release(2);
    second.join();
    third.join();
}
