// expect: data-race
// Two threads print into one string stream, and nothing orders them.
#include <sstream>
#include <thread>

int main() {
    std::ostringstream log;
    std::thread first([&] { log << "first " << 1; });
    std::thread second([&] { log << "second " << 2; });
    first.join();
    second.join();
}
