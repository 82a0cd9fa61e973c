// expect: passed
// output: destroyed 1\n
// Whichever thread is last destroys the object.
#include <cstdio>
#include <memory>
#include <thread>

static int destroyed;

struct Object {
    int value = 1;
    ~Object() { destroyed += value; }
};

int main() {
    auto object = std::make_shared<Object>();
    std::thread a([mine = object]() mutable { mine.reset(); });
    std::thread b([mine = object]() mutable { mine.reset(); });
    object.reset();
    a.join();
    b.join();
    std::printf("destroyed %d\n", destroyed);
}
