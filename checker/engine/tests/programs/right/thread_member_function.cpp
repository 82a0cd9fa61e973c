// expect: passed
// output: 30\n
// A member function and a functor run in threads.
#include <cstdio>
#include <thread>

struct Tally {
    int value = 0;
    void add(int amount) { value += amount; }
};

struct Doubler {
    int* target;
    void operator()() const { *target *= 2; }
};

int main() {
    Tally tally;
    std::thread first(&Tally::add, &tally, 15);
    first.join();
    std::thread second(Doubler{&tally.value});
    second.join();
    std::printf("%d\n", tally.value);
}
