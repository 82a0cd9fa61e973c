// expect: data-race
// A thread fills a large variable of main, of which others have used both ends before; main reads the middle.
#include <cstring>
#include <thread>

struct Large {
    char text[2048];
};

int main() {
    Large large;
    large.text[512] = 0;
    std::thread first([&large] { large.text[0] = large.text[1024] = 1; });
    first.join();
    std::thread second([&large] { std::memset(large.text, 1, 1025); });
    const char seen = large.text[512];
    second.join();
    return seen > 1 ? 1 : 0;
}
