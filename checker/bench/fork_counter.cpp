// fork_counter.cpp: the exercise of the comparison with a process for each execution and ordinary threads in it.
// Nothing controls the schedule, so this is the most that any tool that forks can reach. Argument: how many executions.
// Prints their number and the seconds that they took.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace {

int execute() {
    std::mutex mutex;
    int counter = 0;
    const auto count = [&] {
        for (int i = 0; i < 5; ++i) {
            std::lock_guard lock(mutex);
            ++counter;
        }
    };
    std::thread first(count);
    std::thread second(count);
    first.join();
    second.join();
    return counter == 10 ? 0 : 1;
}

}  // namespace

int main(int, char** arguments) {
    const long executions = std::atol(arguments[1]);
    const auto start = std::chrono::steady_clock::now();
    for (long i = 0; i < executions; ++i) {
        const pid_t child = ::fork();
        if (child < 0) return 1;
        if (child == 0) ::_exit(execute());
        int status = 0;
        if (::waitpid(child, &status, 0) != child || status != 0) return 1;
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%ld %.6f\n", executions, seconds.count());
}
