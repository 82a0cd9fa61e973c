// expect: abort
// about: lock-free queue whose enqueue links behind the tail without looking whether something is linked there already
#include <atomic>
#include <cassert>
#include <thread>
struct Node {
    int value = 0;
    std::atomic<Node*> next{nullptr};
};
Node nodes[3];
std::atomic<Node*> tail{&nodes[0]};
void enqueue(Node& node) {
    Node* last = tail;
    last->next = &node;
    tail = &node;
}
int main() {
    std::thread a([] { enqueue(nodes[1]); }), b([] { enqueue(nodes[2]); });
    a.join();
    b.join();
    int count = 0;
    for (Node* at = nodes[0].next; at != nullptr; at = at->next) ++count;
    assert(count == 2);
}
