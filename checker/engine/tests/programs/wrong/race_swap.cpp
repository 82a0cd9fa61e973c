// expect: data-race
// Two buffers are swapped while another thread fills one.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<int> front{1}, back{2};
    std::thread filler([&] { back[0] = 3; });
    front.swap(back);
    filler.join();
    std::printf("%d\n", front[0] + back[0] > 0);
}
