// expect: data-race
// A volatile flag publishes a value.
#include <cstdio>
#include <thread>

static volatile bool ready;
static int value;

int main() {
    std::thread reader([] {
        while (!ready) {
        }
        std::printf("%d\n", value);
    });
    value = 5;
    ready = true;
    reader.join();
}
