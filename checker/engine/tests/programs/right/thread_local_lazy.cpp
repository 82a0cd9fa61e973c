// expect: passed
// output: made 2: aa bbb\n
// A thread_local string inside a function, made at first use in each thread that uses it.
#include <atomic>
#include <cstdio>
#include <string>
#include <thread>

static std::atomic<int> made;

static std::string make() {
    ++made;
    return {};
}

static std::string& buffer() {
    thread_local std::string text = make();
    return text;
}

int main() {
    std::string a, b;
    std::thread first([&] {
        for (int i = 0; i < 2; ++i) buffer() += 'a';
        a = buffer();
    });
    std::thread second([&] {
        for (int i = 0; i < 3; ++i) buffer() += 'b';
        b = buffer();
    });
    std::thread idle([] {});
    first.join();
    second.join();
    idle.join();
    std::printf("made %d: %s %s\n", made.load(), a.c_str(), b.c_str());
}
