// expect: data-race
// Two threads write different elements of a vector<bool>.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<bool> done(2);
    std::thread a([&] { done[0] = true; }), b([&] { done[1] = true; });
    a.join();
    b.join();
    std::printf("%d\n", done[0] && done[1]);
}
