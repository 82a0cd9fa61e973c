// expect: data-race
// A std::function is replaced while another thread calls it.
#include <cstdio>
#include <functional>
#include <thread>

int main() {
    std::function<int()> handler = [] { return 1; };
    int result = 0;
    std::thread caller([&] { result = handler(); });
    handler = [] { return 2; };
    caller.join();
    std::printf("%d\n", result > 0);
}
