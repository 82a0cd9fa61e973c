// expect: data-race
// A virtual function is called while the object is being destroyed by its base's wait-less destructor.
#include <cstdio>
#include <thread>

struct Worker {
    virtual ~Worker() { thread.join(); }
    virtual int work() { return 0; }
    void start() {
        thread = std::thread([this] { result = work(); });
    }
    std::thread thread;
    int result = 0;
};

struct Special : Worker {
    int work() override { return 1; }
};

int main() {
    {
        Special special;
        special.start();
    }
    std::puts("done");
}
