// expect: data-race|terminate|abort
// A base constructor starts a thread that calls a function which is still pure.
#include <cstdio>
#include <thread>

struct Base {
    Base() : thread([this] { work(); }) {}
    virtual ~Base() = default;
    virtual void work() = 0;
    std::thread thread;
};

struct Derived : Base {
    void work() override { std::puts("work"); }
    ~Derived() override { thread.join(); }
};

int main() { Derived derived; }
