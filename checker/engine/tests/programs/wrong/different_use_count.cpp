// expect: nondeterministic
// outputs: 1 || 2
// use_count is taken for a stable number.
#include <cstdio>
#include <memory>
#include <thread>

int main() {
    auto object = std::make_shared<int>(1);
    std::thread user([mine = object]() mutable { mine.reset(); });
    long users = object.use_count();
    user.join();
    std::printf("%ld", users);
}
