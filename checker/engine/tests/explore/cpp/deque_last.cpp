// expect: abort
// about: work-stealing deque: owner and thief both take the last task
#include <atomic>
#include <cassert>
#include <thread>
std::atomic<int> top{0}, bottom{1}, runs{0};
int main() {
    std::thread thief([] {
        int t = top;
        if (t < bottom) {
            top = t + 1;
            ++runs;
        }
    });
    int b = bottom - 1;
    bottom = b;
    if (top <= b) ++runs;
    thief.join();
    assert(runs == 1);
}
