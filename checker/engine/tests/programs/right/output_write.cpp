// expect: passed
// output: xx\n
// The system call write, in threads and in main.
#include <unistd.h>
#include <thread>

static void put(const char* text, std::size_t size) {
    while (size > 0) {
        auto written = write(STDOUT_FILENO, text, size);
        if (written <= 0) return;
        text += written;
        size -= std::size_t(written);
    }
}

int main() {
    std::thread a([] { put("x", 1); });
    std::thread b([] { put("x", 1); });
    a.join();
    b.join();
    put("\n", 1);
}
