// expect: passed
// output: 2\n
// An MCS queue lock: each waiter spins on its own node.
#include <atomic>
#include <cstdio>
#include <thread>

struct Node {
    std::atomic<Node*> next = nullptr;
    std::atomic<bool> locked = false;
};

static std::atomic<Node*> tail;
static int counter;

static void work() {
    Node mine;
    mine.locked.store(true, std::memory_order_relaxed);
    if (Node* before = tail.exchange(&mine, std::memory_order_acq_rel)) {
        before->next.store(&mine, std::memory_order_release);
        while (mine.locked.load(std::memory_order_acquire)) std::this_thread::yield();
    }
    ++counter;
    Node* after = mine.next.load(std::memory_order_acquire);
    if (!after) {
        Node* expected = &mine;
        if (tail.compare_exchange_strong(expected, nullptr, std::memory_order_acq_rel)) return;
        while (!(after = mine.next.load(std::memory_order_acquire))) std::this_thread::yield();
    }
    after->locked.store(false, std::memory_order_release);
}

int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
