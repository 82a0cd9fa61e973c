// expect: deadlock
// Two static locals whose initialisations call each other's function, from two threads.
#include <thread>

static int second(bool deep);

static int first(bool deep) {
    static int value = deep ? second(false) + 1 : 1;
    return value;
}

static int second(bool deep) {
    static int value = deep ? first(false) + 1 : 1;
    return value;
}

int main() {
    std::thread a([] { first(true); }), b([] { second(true); });
    a.join();
    b.join();
}
