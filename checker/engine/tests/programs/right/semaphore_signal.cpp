// expect: passed
// output: message\n
// A binary semaphore orders a write before a read.
#include <cstdio>
#include <semaphore>
#include <string>
#include <thread>

int main() {
    std::binary_semaphore sent(0);
    std::string text;
    std::thread sender([&] {
        text = "message";
        sent.release();
    });
    sent.acquire();
    std::puts(text.c_str());
    sender.join();
}
