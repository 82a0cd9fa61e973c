// expect: data-race
// about: volatile in place of atomic
#include <thread>
volatile bool ready = false;
int value = 0;
int main() {
    std::thread producer([] {
        value = 5;
        ready = true;
    });
    while (!ready) std::this_thread::yield();
    const int got = value;
    producer.join();
    return got - 5;
}
