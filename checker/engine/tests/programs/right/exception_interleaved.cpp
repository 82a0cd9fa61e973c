// expect: passed
// output: one two\n
// Two handlers are active at once, with a scheduling point inside each, and rethrow.
#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>

static std::atomic<int> steps;

static std::string run(const char* name) {
    try {
        try {
            ++steps;
            throw std::runtime_error(name);
        } catch (const std::exception&) {
            ++steps;
            throw;
        }
    } catch (const std::exception& error) {
        ++steps;
        return error.what();
    }
}

int main() {
    std::string a, b;
    std::thread one([&] { a = run("one"); });
    std::thread two([&] { b = run("two"); });
    one.join();
    two.join();
    std::printf("%s %s\n", a.c_str(), b.c_str());
}
