// expect: nondeterministic
// outputs: 1 free || 2 free
// A stack of array indices popped by compare-exchange: the head comes back, its successor is gone (ABA).
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<int> head;
static std::atomic<int> next[3];

static int pop() {
    int top = head;
    while (top >= 0 && !head.compare_exchange_strong(top, next[top].load())) {
    }
    return top;
}

static void push(int node) {
    int top = head;
    do {
        next[node] = top;
    } while (!head.compare_exchange_strong(top, node));
}

int main() {
    head = 0;
    next[0] = 1;
    next[1] = 2;
    next[2] = -1;
    std::thread a([] { pop(); });
    std::thread b([] {
        int first = pop();
        pop();
        if (first >= 0) push(first);
    });
    a.join();
    b.join();
    int left = 0;
    for (int node = head; node >= 0 && left < 9; node = next[node]) ++left;
    std::printf("%d free", left);
}
