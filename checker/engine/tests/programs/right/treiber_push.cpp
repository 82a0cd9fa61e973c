// expect: passed
// output: sum 10 of 4\n
// A lock-free stack that is only pushed to by threads, and taken whole by main.
#include <atomic>
#include <cstdio>
#include <thread>

struct Node {
    int value;
    Node* next;
};

int main() {
    std::atomic<Node*> top = nullptr;
    auto push = [&](int value) {
        Node* node = new Node{value, top.load(std::memory_order_relaxed)};
        while (!top.compare_exchange_weak(node->next, node, std::memory_order_release, std::memory_order_relaxed)) {
        }
    };
    std::thread a([&] {
        push(1);
        push(2);
    });
    std::thread b([&] {
        push(3);
        push(4);
    });
    int sum = 0, count = 0;
    auto drain = [&] {
        for (Node* node = top.exchange(nullptr, std::memory_order_acquire); node;) {
            Node* next = node->next;
            sum += node->value;
            ++count;
            delete node;
            node = next;
        }
    };
    drain();
    a.join();
    b.join();
    drain();
    std::printf("sum %d of %d\n", sum, count);
}
