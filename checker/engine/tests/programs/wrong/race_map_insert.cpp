// expect: data-race
// then: outputs
// Two threads insert into one map.
#include <cstdio>
#include <map>
#include <thread>

int main() {
    std::map<int, int> squares;
    std::thread a([&] { squares[1] = 1; }), b([&] { squares[2] = 4; });
    a.join();
    b.join();
    std::printf("%zu\n", squares.size());
}
