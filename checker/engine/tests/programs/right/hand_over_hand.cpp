// expect: passed
// output: 1 2 3 4 \n
// Insertion into a sorted list with a lock in each node, taken hand over hand.
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

struct Node {
    int value = 0;
    std::mutex guard;
    std::unique_ptr<Node> next;
};

static Node head;

static void insert(int value) {
    auto fresh = std::make_unique<Node>();
    fresh->value = value;
    Node* at = &head;
    std::unique_lock lock(at->guard);
    while (at->next) {
        std::unique_lock ahead(at->next->guard);
        if (at->next->value >= value) break;
        at = at->next.get();
        lock = std::move(ahead);
    }
    fresh->next = std::move(at->next);
    at->next = std::move(fresh);
}

int main() {
    insert(2);
    std::thread a([] { insert(1); }), b([] { insert(4); }), c([] { insert(3); });
    a.join();
    b.join();
    c.join();
    for (Node* node = head.next.get(); node; node = node->next.get()) std::printf("%d ", node->value);
    std::printf("\n");
}
