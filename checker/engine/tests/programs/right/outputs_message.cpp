// expect: passed
// outputs: 00 || 01 || 11
// Data and then flag, read as flag and then data.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> data = 0, flag = 0;
    int seen_flag = 0, seen_data = 0;
    std::thread writer([&] {
        data = 1;
        flag = 1;
    });
    std::thread reader([&] {
        seen_flag = flag;
        seen_data = data;
    });
    writer.join();
    reader.join();
    std::printf("%d%d", seen_flag, seen_data);
}
