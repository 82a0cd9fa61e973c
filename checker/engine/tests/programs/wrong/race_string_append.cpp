// expect: data-race
// Two threads append to one string.
#include <cstdio>
#include <string>
#include <thread>

int main() {
    std::string text;
    std::thread a([&] { text += 'a'; }), b([&] { text += "bb"; });
    a.join();
    b.join();
    std::printf("%zu\n", text.size());
}
