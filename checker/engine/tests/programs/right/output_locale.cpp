// expect: passed
// outputs: 2: 1234567\n || 3: 1234567\n || 4: 1.234.567\n
// A locale of the program's own for std::cout, in some executions only.
#include <atomic>
#include <iostream>
#include <locale>
#include <string>
#include <thread>

struct Grouped : std::numpunct<char> {
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

int main() {
    std::atomic<int> number{1};
    std::thread a([&] {
        number.store(number.load() * 2);
        if (number.load() == 4) std::cout.imbue(std::locale(std::locale::classic(), new Grouped));
    });
    std::thread b([&] { number.store(number.load() + 1); });
    a.join();
    b.join();
    std::cout << number << ": " << 1234567 << std::endl;
}
