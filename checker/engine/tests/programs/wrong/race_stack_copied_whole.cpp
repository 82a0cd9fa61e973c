// expect: data-race
// Main copies its large variable, of which others have used only the beginning, before one of them uses the middle.
#include <cstring>
#include <thread>

struct Large {
    char text[2048];
};

int main() {
    Large large, copy;
    std::memset(&large, 0, sizeof large);
    std::thread first([&large] { large.text[0] = 1; });
    first.join();
    std::memcpy(&copy, &large, sizeof large);
    std::thread second([&large] { large.text[1024] = 1; });
    copy.text[0] = large.text[1024];
    second.join();
    return copy.text[0] > 1 ? 1 : 0;
}
