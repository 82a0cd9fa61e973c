// expect: data-race|misuse
// about: a hazard pointer that is set too late
#include <atomic>
#include <cassert>
#include <thread>
struct Node { int v; };
std::atomic<Node*> head{new Node{1}};
std::atomic<Node*> hazard{nullptr};
int main() {
    std::thread reader([] {
        Node* p = head.load();
        hazard.store(p);
        assert(p->v == 1 || p->v == 2);
        hazard.store(nullptr);
    });
    Node* old = head.exchange(new Node{2});
    while (hazard.load() == old) std::this_thread::yield();
    delete old;
    reader.join();
    delete head.load();
}
