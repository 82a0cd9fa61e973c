// expect: passed
// output: phase 1 sum 3\nphase 2 sum 6\n
// The completion function runs once a phase, between all arrivals and all departures.
#include <barrier>
#include <cstdio>
#include <thread>

static int parts[2], phases;

static void report() noexcept { std::printf("phase %d sum %d\n", ++phases, parts[0] + parts[1]); }

int main() {
    std::barrier step(2, report);
    auto work = [&](int who) {
        for (int i = 0; i < 2; ++i) {
            parts[who] += who + 1;
            step.arrive_and_wait();
        }
    };
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
}
