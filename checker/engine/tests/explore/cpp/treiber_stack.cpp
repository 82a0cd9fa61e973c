// expect: abort
// about: Treiber's stack that stores the new head in place of a compare-exchange
#include <atomic>
#include <cassert>
#include <thread>
struct Node {
    int value;
    Node* next;
};
std::atomic<Node*> head{nullptr};
Node nodes[2] = {{1, nullptr}, {2, nullptr}};
void push(Node& node) {
    node.next = head;
    head = &node;
}
int main() {
    std::thread a([] { push(nodes[0]); }), b([] { push(nodes[1]); });
    a.join();
    b.join();
    int count = 0;
    for (Node* at = head; at != nullptr; at = at->next) ++count;
    assert(count == 2);
}
