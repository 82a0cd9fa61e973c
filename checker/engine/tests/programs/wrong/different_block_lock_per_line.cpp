// expect: nondeterministic
// outputs: xxyy || xyxy || xyyx || yxxy || yxyx || yyxx
// A lock for each piece instead of one for the block.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex stream;

static void print(char letter) {
    for (int i = 0; i < 2; ++i) {
        std::lock_guard lock(stream);
        std::putchar(letter);
    }
}

int main() {
    std::thread a(print, 'x'), b(print, 'y');
    a.join();
    b.join();
}
