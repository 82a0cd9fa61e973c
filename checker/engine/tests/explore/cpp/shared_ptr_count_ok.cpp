// expect: passed
// output: 1\n
// about: copies of a shared_ptr in several threads
#include <iostream>
#include <memory>
#include <thread>
int main() {
    auto object = std::make_shared<int>(5);
    std::thread a([copy = object] { static_cast<void>(*copy); }), b([copy = object] { static_cast<void>(*copy); });
    a.join();
    b.join();
    std::cout << object.use_count() << '\n';
}
