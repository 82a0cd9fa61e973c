// expect: data-race
// A locked getter returns a reference.
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

class Name {
public:
    const std::string& get() {
        std::lock_guard lock(guard_);
        return name_;
    }
    void set(const char* name) {
        std::lock_guard lock(guard_);
        name_ = name;
    }

private:
    std::mutex guard_;
    std::string name_ = "old";
};

int main() {
    Name name;
    std::thread setter([&] { name.set("new one"); });
    std::string copy = name.get();
    setter.join();
    std::printf("%d\n", copy.size() > 1);
}
