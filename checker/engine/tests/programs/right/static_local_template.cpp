// expect: passed
// output: 3 4\n
// Statics of two instances of a function template.
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

template <class T>
static const T& fixed(int size) {
    static const T value(std::size_t(size), 'x');
    return value;
}

int main() {
    std::size_t a = 0, b = 0;
    std::thread one([&] {
        a = fixed<std::string>(3).size();
        fixed<std::vector<char>>(4);
    });
    std::thread two([&] {
        b = fixed<std::vector<char>>(4).size();
        fixed<std::string>(3);
    });
    one.join();
    two.join();
    std::printf("%zu %zu\n", a, b);
}
