// expect: data-race
// A base constructor starts a thread that uses members which the derived constructor then writes.
#include <cstdio>
#include <thread>

struct Base {
    Base() : thread([this] { seen = value; }) {}
    int seen = 0, value = 0;
    std::thread thread;
};

struct Derived : Base {
    Derived() { value = 7; }
    ~Derived() { thread.join(); }
};

int main() {
    Derived derived;
    std::puts("made");
}
