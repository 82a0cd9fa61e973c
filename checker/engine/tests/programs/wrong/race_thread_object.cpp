// expect: data-race
// A std::thread object is assigned by one thread and asked by another.
#include <cstdio>
#include <thread>

int main() {
    std::thread inner;
    std::thread starter([&] { inner = std::thread([] {}); });
    bool started = inner.get_id() != std::thread::id();
    starter.join();
    inner.join();
    std::printf("%d\n", started || true);
}
