// relacy_search.cpp: the locked counter in Relacy's own types under its full search. Arguments: threads and increments
// each, as in "2x5". Prints the number of executions and the seconds that they took.
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#include <chrono>
#include <cstdio>
#include <relacy/relacy.hpp>
#include <sstream>
#include <string>

template <int threads, int increments>
struct Counter : rl::test_suite<Counter<threads, increments>, threads> {
    rl::mutex mutex;
    rl::var<int> counter;

    void before() { counter($) = 0; }
    void thread(unsigned) {
        for (int i = 0; i < increments; ++i) {
            mutex.lock($);
            counter($) = counter($) + 1;
            mutex.unlock($);
        }
    }
    void after() { RL_ASSERT(counter($) == threads * increments); }
};

template <class Test>
int search() {
    std::ostringstream nowhere;
    rl::test_params parameters;
    parameters.search_type = rl::fair_full_search_scheduler_type;
    parameters.output_stream = &nowhere;
    parameters.progress_stream = &nowhere;
    const auto start = std::chrono::steady_clock::now();
    const bool right = rl::simulate<Test>(parameters);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%lld %.6f\n", static_cast<long long>(parameters.stop_iteration), seconds.count());
    return right ? 0 : 1;
}

int main(int, char** arguments) {
    const std::string size = arguments[1];
    if (size == "2x5") return search<Counter<2, 5>>();
    if (size == "3x2") return search<Counter<3, 2>>();
    if (size == "3x3") return search<Counter<3, 3>>();
    return 2;
}
