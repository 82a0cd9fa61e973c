// expect: data-race
// Main reads its own variable for long before another thread comes to it.
#include <thread>

int main() {
    int value = 0, sum = 0;
    for (int i = 0; i < 6000; ++i) sum += value;
    std::thread other([&value] { value = 1; });
    sum += value;
    other.join();
    return sum > 1 ? 1 : 0;
}
