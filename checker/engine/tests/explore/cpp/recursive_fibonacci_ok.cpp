// expect: passed
// output: 5\n
// budget: 500
// about: threads that start threads
#include <iostream>
#include <thread>
int fibonacci(int n) {
    if (n < 2) return n;
    int a = 0;
    std::thread other([&] { a = fibonacci(n - 1); });
    const int b = fibonacci(n - 2);
    other.join();
    return a + b;
}
int main() { std::cout << fibonacci(5) << '\n'; }
