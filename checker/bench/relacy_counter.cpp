// relacy_counter.cpp: the exercise of the comparison in Relacy's own types, under its random scheduler, which checks
// for data races too. Argument: how many interleavings. Prints their number and the seconds that they took.
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <relacy/relacy.hpp>
#include <sstream>

struct Counter : rl::test_suite<Counter, 2> {
    rl::mutex mutex;
    rl::var<int> counter;

    void before() { counter($) = 0; }
    void thread(unsigned) {
        for (int i = 0; i < 5; ++i) {
            mutex.lock($);
            counter($) = counter($) + 1;
            mutex.unlock($);
        }
    }
    void after() { RL_ASSERT(counter($) == 10); }
};

int main(int, char** arguments) {
    std::ostringstream nowhere;
    rl::test_params parameters;
    parameters.search_type = rl::random_scheduler_type;
    parameters.iteration_count = static_cast<rl::iteration_t>(std::atoll(arguments[1]));
    parameters.output_stream = &nowhere;
    parameters.progress_stream = &nowhere;
    const auto start = std::chrono::steady_clock::now();
    const bool right = rl::simulate<Counter>(parameters);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%lld %.6f\n", static_cast<long long>(parameters.iteration_count), seconds.count());
    return right ? 0 : 1;
}
