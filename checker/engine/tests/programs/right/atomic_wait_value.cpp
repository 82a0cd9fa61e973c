// expect: passed
// output: 1 then 2\n
// wait and notify_one on an atomic int, in both directions.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> stage = 0;
    int data = 0;
    std::thread other([&] {
        stage.wait(0);
        data += 1;
        stage = 2;
        stage.notify_one();
    });
    data = 1;
    stage = 1;
    stage.notify_one();
    stage.wait(1);
    std::printf("1 then %d\n", data);
    other.join();
}
