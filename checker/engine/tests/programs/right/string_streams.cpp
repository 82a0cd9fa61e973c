// expect: passed
// output: number 0, number 1, xxy, 15\n
// String streams: one for each thread, one behind a mutex, one that is handed on.
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

static std::ostringstream shared;
static std::mutex guard;

static std::string own(int number) {
    std::ostringstream text;
    text << "number " << number;
    return text.str();
}

int main() {
    std::vector<std::string> results(2);
    std::stringstream handed_on;
    handed_on << "7 8";
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&, i] {
            results[i] = own(i);
            std::lock_guard lock(guard);
            shared << "x";
            if (shared.str().size() > 2) std::cout << "?\n";
        });
    for (std::thread& thread : threads) thread.join();
    int a = 0, b = 0;
    std::thread reader([&] { handed_on >> a >> b; });
    reader.join();
    shared.str(shared.str() + "y");
    std::cout << results[0] << ", " << results[1] << ", " << shared.str() << ", " << a + b << '\n';
}
