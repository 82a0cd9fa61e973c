// order.cpp: two threads lock in opposite order.
#include <mutex>
#include <thread>

std::mutex a;
std::mutex b;

int main() {
    std::thread other([] {
        b.lock();
        a.lock();
        a.unlock();
        b.unlock();
    });
    a.lock();
    b.lock();
    b.unlock();
    a.unlock();
    other.join();
}
