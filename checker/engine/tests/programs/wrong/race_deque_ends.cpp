// expect: data-race
// One thread pushes at the back of a deque while another pops at the front.
#include <cstdio>
#include <deque>
#include <thread>

int main() {
    std::deque<int> items{1, 2, 3};
    std::thread pusher([&] { items.push_back(4); });
    std::thread popper([&] {
        if (!items.empty()) items.pop_front();
    });
    pusher.join();
    popper.join();
    std::printf("%zu\n", items.size());
}
