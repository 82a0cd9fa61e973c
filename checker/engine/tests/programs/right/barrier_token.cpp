// expect: passed
// output: 9\n
// arrive returns a token; other work is done before the wait.
#include <barrier>
#include <cstdio>
#include <thread>

int main() {
    std::barrier<> step(2);
    int offered = 0, sum = 0;
    std::thread giver([&] {
        offered = 4;
        (void)step.arrive();
    });
    std::thread taker([&] {
        auto token = step.arrive();
        int own = 5;
        step.wait(std::move(token));
        sum = offered + own;
    });
    giver.join();
    taker.join();
    std::printf("%d\n", sum);
}
