// expect: passed
// output: clean\n
// flags: -Wno-uninitialized -Wno-maybe-uninitialized
// What one interleaving writes deep into a stack is not found there by the next, in variables that are never initialised.
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex guard;
int shared = 0;

__attribute__((noinline)) int longest_run_of_marks() {
    volatile unsigned char never_set[6000];
    int longest = 0, run = 0;
    for (unsigned i = 0; i < sizeof never_set; ++i) {
        run = never_set[i] == 0xa5 ? run + 1 : 0;
        if (run > longest) longest = run;
    }
    return longest;
}

__attribute__((noinline)) void leave_marks() {
    volatile unsigned char bytes[6000];
    for (unsigned i = 0; i < sizeof bytes; ++i) bytes[i] = 0xa5;
}

int main() {
    int longest[2] = {};
    const auto work = [&](int me) {
        longest[me] = longest_run_of_marks();
        {
            std::lock_guard lock(guard);
            ++shared;
        }
        leave_marks();
    };
    std::thread first(work, 0), second(work, 1);
    first.join();
    second.join();
    std::puts(longest[0] < 64 && longest[1] < 64 ? "clean" : "marks of an earlier one");
}
