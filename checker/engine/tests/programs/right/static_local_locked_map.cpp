// expect: passed
// output: 2 names\n
// A Meyers singleton with its own lock and a map inside.
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Registry {
public:
    static Registry& get() {
        static Registry registry;
        return registry;
    }
    void add(const std::string& name, int value) {
        std::lock_guard lock(guard_);
        entries_.emplace(name, value);
    }
    std::size_t size() {
        std::lock_guard lock(guard_);
        return entries_.size();
    }

private:
    std::mutex guard_;
    std::map<std::string, int> entries_;
};

int main() {
    std::thread a([] { Registry::get().add("a", 1); });
    std::thread b([] { Registry::get().add("b", 2); });
    a.join();
    b.join();
    std::printf("%zu names\n", Registry::get().size());
}
