// expect: exit
// quick_exit while another thread is at work.
#include <atomic>
#include <cstdlib>
#include <thread>

int main() {
    std::atomic<int> rounds = 0;
    std::thread worker([&] {
        while (rounds < 3) ++rounds;
    });
    std::quick_exit(1);
}
