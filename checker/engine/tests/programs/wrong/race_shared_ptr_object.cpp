// expect: data-race
// then: misuse
// One shared_ptr object is assigned by one thread and copied by another.
#include <cstdio>
#include <memory>
#include <thread>

int main() {
    auto shared = std::make_shared<int>(1);
    int seen = 0;
    std::thread reader([&] {
        std::shared_ptr<int> mine = shared;
        seen = *mine;
    });
    shared = std::make_shared<int>(2);
    reader.join();
    std::printf("%d\n", seen);
}
