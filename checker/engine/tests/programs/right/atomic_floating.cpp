// expect: passed
// output: 3.75\n
// fetch_add of atomic<double> and atomic<float>.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<double> sum = 0.5;
    std::atomic<float> other = 0.0f;
    auto add = [&](double amount) {
        sum.fetch_add(amount);
        other += 1.0f;
    };
    std::thread a(add, 1.0), b(add, 0.25);
    a.join();
    b.join();
    std::printf("%.2f\n", sum.load() + double(other.load()));
}
