// expect: data-race
// about: std::async runs the function in another thread
#include <future>
int main() {
    int count = 0;
    auto a = std::async(std::launch::async, [&] { ++count; });
    ++count;
    a.get();
}
