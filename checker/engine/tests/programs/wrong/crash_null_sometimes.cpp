// expect: signal
// A pointer is tested and used in two loads while another thread clears it.
#include <atomic>
#include <cstdio>
#include <thread>

struct Object {
    int value = 1;
};

int main() {
    static Object object;
    std::atomic<Object*> current = &object;
    std::thread clearer([&] { current = nullptr; });
    int seen = 0;
    if (current.load()) seen = current.load()->value;
    clearer.join();
    std::printf("%d\n", seen >= 0);
}
