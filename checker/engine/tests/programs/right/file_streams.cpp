// expect: passed
// output: 2\n
// A file that threads write behind a mutex, and that is closed and read when they have ended.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

int main() {
    const char* const name = "file_streams.tmp";
    std::ofstream out(name);
    std::mutex mutex;
    const auto write = [&] {
        std::lock_guard lock(mutex);
        out << "line\n" << std::flush;
    };
    std::thread first(write), second(write);
    first.join();
    second.join();
    out.close();
    int lines = 0;
    std::ifstream in(name);
    for (std::string line; std::getline(in, line);) ++lines;
    in.close();
    std::remove(name);
    std::cout << lines << '\n';
}
