// expect: data-race
// An optional is emptied by one thread and read by another.
#include <cstdio>
#include <optional>
#include <thread>

int main() {
    std::optional<int> maybe = 1;
    int seen = 0;
    std::thread reader([&] { seen = maybe.value_or(0); });
    maybe.reset();
    reader.join();
    std::printf("%d\n", seen <= 1);
}
