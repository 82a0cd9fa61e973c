// expect: data-race
// A map is read without the lock under which it is written.
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <thread>

int main() {
    std::mutex guard;
    std::map<std::string, int> ages{{"a", 1}};
    std::thread writer([&] {
        std::lock_guard lock(guard);
        ages["b"] = 2;
    });
    bool found = ages.find("b") != ages.end();
    writer.join();
    std::printf("%d\n", found);
}
