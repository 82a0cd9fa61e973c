// expect: passed
// output: 3\n
// Lamport's bakery for three threads.
#include <atomic>
#include <cstdio>
#include <thread>

static constexpr int people = 3;
static std::atomic<bool> choosing[people];
static std::atomic<int> number[people];
static int counter;

static void work(int me) {
    choosing[me] = true;
    int highest = 0;
    for (auto& other : number) highest = highest > other ? highest : other.load();
    number[me] = highest + 1;
    choosing[me] = false;
    for (int other = 0; other < people; ++other) {
        while (choosing[other]) std::this_thread::yield();
        for (;;) {
            int theirs = number[other];
            if (theirs == 0 || theirs > number[me] || (theirs == number[me] && other >= me)) break;
            std::this_thread::yield();
        }
    }
    ++counter;
    number[me] = 0;
}

int main() {
    std::thread a(work, 0), b(work, 1), c(work, 2);
    a.join();
    b.join();
    c.join();
    std::printf("%d\n", counter);
}
