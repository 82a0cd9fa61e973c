// expect: passed
// output: abcd\n
// Neighbouring bytes of an array and of a structure belong to different threads.
#include <cstdio>
#include <thread>

struct Pair {
    char first = '?', second = '?';
};

int main() {
    char text[3] = {};
    Pair pair;
    std::thread a([&] {
        text[0] = 'a';
        pair.first = 'c';
    });
    std::thread b([&] {
        text[1] = 'b';
        pair.second = 'd';
    });
    a.join();
    b.join();
    std::printf("%s%c%c\n", text, pair.first, pair.second);
}
