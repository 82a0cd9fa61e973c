// expect: data-race
// One thread reads what the other one has printed so far.
#include <cstdio>
#include <sstream>
#include <thread>

std::ostringstream progress;

int main() {
    std::thread worker([] { progress << "done"; });
    std::size_t size = progress.str().size();
    worker.join();
    if (size > 4) std::puts("?");
}
