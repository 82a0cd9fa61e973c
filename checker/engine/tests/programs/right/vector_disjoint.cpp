// expect: passed
// output: 1 2 3 4\n
// Different elements of a vector and of a vector of strings belong to different threads.
#include <iostream>
#include <string>
#include <thread>
#include <vector>

int main() {
    std::vector<int> numbers(2);
    std::vector<std::string> names(2);
    auto fill = [&](std::size_t who) {
        numbers[who] = int(who) + 1;
        names.at(who) = std::to_string(who + 3);
    };
    std::thread a(fill, 0), b(fill, 1);
    a.join();
    b.join();
    std::cout << numbers[0] << ' ' << numbers[1] << ' ' << names[0] << ' ' << names[1] << '\n';
}
