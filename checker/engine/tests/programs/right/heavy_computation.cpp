// expect: passed
// output: 303 primes\n
// budget: 200
// A computation that is long without any synchronisation.
#include <cstdio>
#include <thread>

static int primes(int from, int to) {
    int found = 0;
    for (int n = from; n < to; ++n) {
        bool prime = n > 1;
        for (int d = 2; d * d <= n && prime; ++d) prime = n % d != 0;
        found += prime;
    }
    return found;
}

int main() {
    int low = 0, high = 0;
    std::thread a([&] { low = primes(0, 1000); });
    std::thread b([&] { high = primes(1000, 2000); });
    a.join();
    b.join();
    std::printf("%d primes\n", low + high);
}
