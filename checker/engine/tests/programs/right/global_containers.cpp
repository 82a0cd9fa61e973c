// expect: passed
// output: 2 2 first,second, 3\n
// Containers of static storage, filled under a lock; they begin as they were initialised.
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

static std::mutex guard;
static std::vector<int> numbers;
static std::map<std::string, int> by_name;
static std::set<int> unique{1};
static std::unordered_map<int, std::string> names;

int main() {
    auto add = [](int number, const std::string& name) {
        std::lock_guard lock(guard);
        numbers.push_back(number);
        by_name[name] = number;
        unique.insert(number + 1);
        names.emplace(number, name);
    };
    std::thread a(add, 1, "first"), b(add, 2, "second");
    a.join();
    b.join();
    std::cout << numbers.size() << ' ' << names.size() << ' ';
    for (auto& [name, number] : by_name) std::cout << name << ',';
    std::cout << ' ' << unique.size() << '\n';
}
