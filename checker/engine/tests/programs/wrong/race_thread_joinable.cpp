// expect: data-race
// gap: g++ does not instrument an object that is passed by value, such as the id inside thread::joinable()
// A std::thread object is assigned by one thread while another asks whether it is joinable.
#include <cstdio>
#include <thread>

int main() {
    std::thread inner;
    std::thread starter([&] { inner = std::thread([] {}); });
    bool joinable = inner.joinable();
    starter.join();
    inner.join();
    std::printf("%d\n", joinable || true);
}
