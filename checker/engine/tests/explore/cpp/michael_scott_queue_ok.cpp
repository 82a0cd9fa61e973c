// expect: passed
// output: 2\n
// budget: 3000
// about: lock-free queue with compare-exchange and a lagging tail
#include <atomic>
#include <iostream>
#include <thread>
struct Node {
    std::atomic<Node*> next{nullptr};
};
Node nodes[3];
std::atomic<Node*> tail{&nodes[0]};
void enqueue(Node& node) {
    for (;;) {
        Node* last = tail;
        Node* next = last->next;
        if (next != nullptr) {
            tail.compare_exchange_strong(last, next);
            continue;
        }
        if (last->next.compare_exchange_strong(next, &node)) {
            tail.compare_exchange_strong(last, &node);
            return;
        }
    }
}
int main() {
    std::thread a([] { enqueue(nodes[1]); }), b([] { enqueue(nodes[2]); });
    a.join();
    b.join();
    int count = 0;
    for (Node* at = nodes[0].next; at != nullptr; at = at->next) ++count;
    std::cout << count << '\n';
}
