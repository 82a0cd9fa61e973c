// expect: passed
// output: ready 3, worker ran\n
// A global object whose constructor fills it and starts a thread that its user joins.
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

struct Engine {
    std::vector<std::string> parts{"a", "b", "c"};
    bool ran = false;
    std::thread worker;
    void start() {
        worker = std::thread([this] { ran = true; });
    }
    ~Engine() {
        if (worker.joinable()) worker.join();
    }
};

static Engine engine;

int main() {
    engine.start();
    engine.worker.join();
    std::printf("ready %zu, %s\n", engine.parts.size(), engine.ran ? "worker ran" : "?");
}
