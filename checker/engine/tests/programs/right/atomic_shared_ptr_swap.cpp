// expect: passed
// output: 2 nodes\n
// A list pushed by compare_exchange on atomic<shared_ptr>.
#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>

struct Node {
    std::shared_ptr<Node> next;
};

int main() {
    std::atomic<std::shared_ptr<Node>> head;
    auto push = [&] {
        auto node = std::make_shared<Node>();
        node->next = head.load();
        while (!head.compare_exchange_weak(node->next, node)) {
        }
    };
    std::thread a(push), b(push);
    a.join();
    b.join();
    int count = 0;
    for (auto node = head.load(); node; node = node->next) ++count;
    std::printf("%d nodes\n", count);
}
