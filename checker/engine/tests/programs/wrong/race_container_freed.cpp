// expect: data-race
// A vector is cleared while another thread walks through it.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<int> items{1, 2, 3};
    int sum = 0;
    std::thread reader([&] {
        for (int item : items) sum += item;
    });
    items = {};
    reader.join();
    std::printf("%d\n", sum <= 6);
}
