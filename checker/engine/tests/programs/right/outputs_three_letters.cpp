// expect: passed
// outputs: abc || acb || bac || bca || cab || cba
// Three threads print one letter each.
#include <iostream>
#include <thread>

int main() {
    std::thread a([] { std::cout << 'a'; }), b([] { std::cout << 'b'; }), c([] { std::cout << 'c'; });
    a.join();
    b.join();
    c.join();
}
