// expect: data-race
// Two threads take numbers out of one stream.
#include <memory>
#include <sstream>
#include <thread>

int main() {
    auto numbers = std::make_unique<std::istringstream>("1 2 3 4");
    int a = 0, b = 0;
    std::thread other([&] { *numbers >> a; });
    *numbers >> b;
    other.join();
}
