// expect: passed
// output: 3\n
// about: Treiber's stack, pushes only
#include <atomic>
#include <iostream>
#include <thread>
struct Node {
    int value;
    Node* next;
};
std::atomic<Node*> head{nullptr};
Node nodes[2] = {{1, nullptr}, {2, nullptr}};
void push(Node& node) {
    node.next = head;
    while (!head.compare_exchange_weak(node.next, &node)) {
    }
}
int main() {
    std::thread a([] { push(nodes[0]); }), b([] { push(nodes[1]); });
    a.join();
    b.join();
    int sum = 0;
    for (Node* at = head; at != nullptr; at = at->next) sum += at->value;
    std::cout << sum << '\n';
}
