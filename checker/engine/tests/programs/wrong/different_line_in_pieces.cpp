// expect: nondeterministic
// outputs: a1\nb2\n || a1b2\n\n || a1b\n2\n || ab12\n\n || ab1\n2\n || ab21\n\n || ab2\n1\n
// outputs: b2\na1\n || b2a1\n\n || b2a\n1\n || ba12\n\n || ba1\n2\n || ba21\n\n || ba2\n1\n
// Lines that are printed piece by piece.
#include <iostream>
#include <thread>

int main() {
    std::thread a([] { std::cout << "a" << 1 << "\n"; });
    std::thread b([] { std::cout << "b" << 2 << "\n"; });
    a.join();
    b.join();
}
