// expect: abort|livelock
// budget: 3000
// about: a stack of array cells by Vyukov; three threads each pop and push twice; its bug needs five preemptions and is rare
#include <atomic>
#include <cassert>
#include <cstdio>
#include <thread>
struct SafeStack {
    std::atomic<int> count{3}, head{0}, next[3];
    SafeStack() {
        next[0] = 1;
        next[1] = 2;
        next[2] = -1;
    }
    int pop() {
        while (count > 1) {
            int first = head;
            const int second = next[first].exchange(-1);
            if (second < 0) continue;
            if (head.compare_exchange_strong(first, second)) {
                --count;
                return first;
            }
            next[first].exchange(second);
        }
        return -1;
    }
    void push(int index) {
        int first = head;
        do {
            next[index] = first;
        } while (!head.compare_exchange_strong(first, index));
        ++count;
    }
};
SafeStack stack;
std::atomic<int> owner[3];
void work(int id) {
    for (int i = 0; i < 2; ++i) {
        int cell = stack.pop();
        if (cell < 0) return;
        owner[cell] = id;
        assert(owner[cell] == id);
        stack.push(cell);
    }
}
int main() {
    std::thread a(work, 1), b(work, 2), c(work, 3);
    a.join();
    b.join();
    c.join();
    std::puts("done");
}
