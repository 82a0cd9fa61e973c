// expect: passed
// output: work done\n
// A detached thread whose work is awaited with a latch of static storage.
#include <cstdio>
#include <latch>
#include <string>
#include <thread>

static std::latch finished(1);
static std::string result;

int main() {
    std::thread([] {
        result = "work done";
        finished.count_down();
    }).detach();
    finished.wait();
    std::puts(result.c_str());
}
