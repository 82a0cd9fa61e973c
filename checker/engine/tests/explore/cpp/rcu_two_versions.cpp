// expect: data-race|misuse
// about: frees an old version when nobody was counted as a reader once
#include <atomic>
#include <thread>
struct Config { int a, b; };
std::atomic<Config*> current{new Config{1, 1}};
std::atomic<int> readers{0};
int main() {
    std::thread r([] { Config* c = current.load(); ++readers; int s = c->a + c->b; --readers; if (s != 2 && s != 4) std::terminate(); });
    Config* old = current.exchange(new Config{2, 2});
    while (readers.load() != 0) {}
    delete old;
    r.join();
}
