// expect: passed
// outputs: main child \n || child main \n
// The parent goes on beside its child.
#include <cstdio>
#include <thread>

int main() {
    std::thread child([] { std::printf("child "); });
    std::printf("main ");
    child.join();
    std::printf("\n");
}
