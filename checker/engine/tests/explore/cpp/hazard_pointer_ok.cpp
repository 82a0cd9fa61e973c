// expect: passed
// output: ended\n
// about: a hazard pointer
#include <atomic>
#include <cassert>
#include <cstdio>
#include <thread>
struct Node { int v; };
std::atomic<Node*> head{new Node{1}};
std::atomic<Node*> hazard{nullptr};
int main() {
    std::thread reader([] {
        Node* p;
        do { p = head.load(); hazard.store(p); } while (p != head.load());
        assert(p->v == 1 || p->v == 2);
        hazard.store(nullptr);
    });
    Node* old = head.exchange(new Node{2});
    while (hazard.load() == old) std::this_thread::yield();
    delete old;
    reader.join();
    delete head.load();
    std::puts("ended");
}
